"""While filing, a published answer is offered where it fits, and nowhere else."""

import pytest

from pqrs.law import IdentityLevel, Kind
from pqrs.web.citizen.file_similar import already_answered
from tests.build import a_public_answer, an_official
from tests.web.staff import text_of, writing

TEXT = "Hay un hueco en la calle del barrio, que lo arreglen"
TOPIC = ("VI-MAL-01",)
OFFERED = "Puede que esto ya tenga respuesta"


@pytest.fixture(autouse=True)
def answer(app):
    with writing(app) as session:
        return a_public_answer(session, app.office, an_official(session))


@pytest.mark.parametrize(
    ("answers", "offered"),
    [
        ({"text": TEXT}, True),
        ({"text": "Hay un caballo suelto en la vía"}, False),
        ({"text": TEXT, "way": "report", "kind": Kind.REPORT.value}, False),
        ({"text": TEXT, "kind": Kind.REPORT.value}, False),
        ({"text": TEXT, "identity": IdentityLevel.RESERVED.value}, False),
        ({"text": TEXT, "grounds": ["life"]}, False),
        ({}, False),
    ],
    ids=str,
)
def test_never_of_a_report_nor_in_danger(app, answers, offered):
    with app.test_request_context():
        assert offered == bool(already_answered(answers, TOPIC, "tema"))


def test_it_opens_and_leads_back_without_losing_what_was_typed(app, walker, answer):
    walker.open("/radicar")
    walker.submit(kind="claim")
    walker.submit(text=TEXT)
    assert "/radicar/tema" == walker.answer.path
    assert OFFERED in text_of(walker)
    walker.open(f"/respuestas/{answer}?volver=tema")
    walker.open("/radicar/tema")
    assert OFFERED in text_of(walker)
    walker.open("/radicar/que-paso")
    assert TEXT in walker.answer.html
