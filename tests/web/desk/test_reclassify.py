"""Another kind: the intake desk changes it, a department proposes it."""

import pytest

from pqrs.law import Kind
from pqrs.office import Role
from tests.web.staff import a_case, at_work, petition_of, text_of

WHY = "Pide copia de su licencia."


def waiting(app):
    return a_case(app, topic=None, text="qwerty asdf", kind=Kind.CLAIM)


def test_the_clerk_changes_it_and_each_kind_shows_its_date(app):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}")
    assert f"/ventanilla/{number}/tipo" in clerk.answer.html
    clerk.open(f"/ventanilla/{number}/tipo")
    assert "Petición de documentos: vencería el" in text_of(clerk)

    clerk.submit(kind="documents", reason=WHY)

    assert f"La petición {number} es ahora: Petición de documentos." in text_of(clerk)
    assert Kind.DOCUMENTS is petition_of(app, number).kind


def test_a_mixed_one_has_a_date_for_each_part(app):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}/tipo")

    clerk.submit(kind="mixed", parts=["claim", "documents"], reason=WHY)

    assert Kind.MIXED is petition_of(app, number).kind


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"kind": ""}, "Elija de qué tipo es."),
        ({"kind": "mixed"}, "Marque entre dos y seis tipos"),
        ({"kind": "mixed", "parts": ["claim"]}, "Marque entre dos y seis tipos"),
        ({"kind": "documents", "parts": ["claim"]}, "Marque partes solo si elige"),
    ],
)
def test_parts_go_with_a_mixed_one_alone(app, fields, message):
    number = waiting(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}/tipo")

    clerk.submit(reason=WHY, **fields)

    assert 422 == clerk.answer.status
    assert message in text_of(clerk)
    assert WHY in clerk.answer.html
    assert Kind.CLAIM is petition_of(app, number).kind


def test_a_department_proposes_and_nothing_changes_meanwhile(app):
    number = a_case(app, kind=Kind.CLAIM)
    official = at_work(app)
    official.open(f"/bandeja/{number}/tipo")
    official.submit(kind="documents", reason=WHY)
    assert "Lo decide la supervisión." in text_of(official)
    assert Kind.CLAIM is petition_of(app, number).kind

    official.open(f"/bandeja/{number}/tipo")
    official.submit(kind="information", reason=WHY)

    assert 409 == official.answer.status
    assert "Ya hay una propuesta por decidir" in text_of(official)
    assert 403 == official.open(f"/ventanilla/{number}/tipo").status
