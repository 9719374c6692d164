"""Before the answer: somebody whom it may affect was not told. It warns and keeps nobody."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import update

from pqrs.law import ThirdMeans, ThirdPartyNoted, ThirdPartyTold
from pqrs.models import Notice, NoticeStatus
from pqrs.office import Role
from pqrs.queries.petition_page import Step
from pqrs.queries.third_parties import ThirdShown
from pqrs.web.desk.third_words import left_out
from tests.web.staff import a_case, at_work, text_of, writing

UNTOLD = "puede afectar a otras personas y no se les ha dicho"
FAILED = "no pudo entregarse"


def test_it_warns_until_they_are_told_and_again_if_the_mail_fails(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD)
    path = f"/bandeja/{number}"
    head.open(f"{path}/terceros")
    head.submit(who="El dueño del lote", means="later")
    assert "Dejó anotado" in text_of(head)
    assert UNTOLD in text_of(head)
    head.submit(body="Se cierra el paso.")
    assert f"{path}/respuesta" == head.answer.path
    assert UNTOLD in text_of(head)
    assert "Firmar y entregar" in text_of(head)

    head.open(f"{path}/terceros")
    head.submit(who="Luz", means="email", email="luz@example.com", about="Cerrar el paso.")
    assert UNTOLD not in text_of(head)
    with writing(app) as session:
        session.execute(
            update(Notice).where(Notice.letter == "third_party").values(status=NoticeStatus.FAILED)
        )
    head.open(f"{path}/respuesta")
    assert FAILED in text_of(head)
    head.send_form(next(form for form in head.forms() if form.action.endswith("/firmar")))
    assert "Firmó la respuesta" in text_of(head)
    assert "Debe comunicárseles antes de decidir" not in text_of(head)


AT = datetime(2026, 3, 16, 17, tzinfo=UTC)


def noted(who):
    return a_step(ThirdPartyNoted(AT, 1), who)


def told(who, *, failed=False):
    return a_step(ThirdPartyTold(AT, ThirdMeans.EMAIL, date(2026, 3, 16), 1), who, failed=failed)


def a_step(event, who, *, failed=False):
    third = ThirdShown(who, "", "", "", is_sent=not failed, has_failed=failed)
    return Step(event, "official", None, third=None if who is None else third)


@pytest.mark.parametrize(
    ("steps", "untold", "unreached"),
    [
        ((), [], []),
        ((noted("Luz"), noted("Ana"), told("Ana")), ["luz"], []),
        ((noted("Luz"), noted("Ana"), told("Ana"), told("LUZ")), [], []),
        ((noted("El dueño"), noted("Ana"), told("Luz")), ["ana"], []),
        ((noted("Luz"), noted("Ana"), told("Luz", failed=True), told("Luz")), ["ana"], []),
        ((told("Luz", failed=True), told("Ana")), [], ["luz"]),
        ((told("Luz", failed=True), told("Ana"), told("luz")), [], []),
        ((told("Luz"), told("Ana", failed=True)), [], ["ana"]),
        ((noted(None), noted(None), told(None)), [""], []),
    ],
)
def test_each_one_is_told_and_reached(steps, untold, unreached):
    assert (untold, unreached) == left_out(steps)
