"""Before the answer: somebody whom it may affect was not told. It warns and keeps nobody."""

from sqlalchemy import update

from pqrs.models import Notice, NoticeStatus
from pqrs.office import Role
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
