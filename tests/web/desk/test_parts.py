"""What a case page shows of several matters, before and after somebody decides."""

import pytest

from pqrs.law import Kind
from pqrs.office import Role
from tests.web.staff import a_case, at_work, text_of

TEXT = "El bombillo del poste está dañado y además necesito un certificado de residencia."
WATER = "En Villagorgona no hay agua hace tres días y además el bombillo del poste está dañado."


def test_each_is_shown_with_who_answers_it_and_when_it_would_be_due(app):
    number = a_case(app, text=WATER, topic=None, kind=Kind.CLAIM, is_doubtful=True)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open(f"/ventanilla/{number}")

    shown = text_of(clerk)
    assert "Acuavalle S.A. E.S.P. (es otra entidad: se le traslada esa parte)" in shown
    assert "Departamento Administrativo de Planeación e Informática" in shown
    assert "lo decide la supervisión" not in shown


@pytest.mark.parametrize(
    "facts",
    [
        {"text": "Hay un hueco muy grande en la calle, frente al parque."},
        {"text": TEXT, "kind": Kind.REPORT, "topic": "SP-ALU-01"},
    ],
)
def test_nothing_is_shown_of_one_matter_nor_of_a_report(app, facts):
    number = a_case(app, **facts)
    official = at_work(app, Role.OFFICIAL, "INFRA" if len(facts) == 1 else "PLAN")
    official.open(f"/bandeja/{number}")

    assert official.answer.status == 200
    assert "asuntos" not in text_of(official)
