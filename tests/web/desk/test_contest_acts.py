"""What is offered about what was presented: each act as its turn comes, and no other."""

import pytest

from pqrs.law import Kind, Remedy
from tests.web.desk.contested import contest
from tests.web.staff import at_work

PAGES = {"insistencia", "llegada", "interrupcion", "fin-interrupcion", "fallo", "notificacion"}


@pytest.mark.parametrize(
    ("pressed", "offered"),
    [
        ((), {"insistencia"}),
        (("insistencia",), {"llegada", "interrupcion", "fallo"}),
        (("insistencia", "llegada"), {"interrupcion", "fallo"}),
        (("insistencia", "interrupcion"), {"llegada", "interrupcion", "fin-interrupcion", "fallo"}),
    ],
)
def test_an_insistencia_is_offered_what_comes_next(app, pressed, offered):
    answers = {"insistencia": {"court": "Juzgado"}, "interrupcion": {"ground": "documents"}}
    number = contest(app, Remedy.INSISTENCE, kind=Kind.INFORMATION)
    official = at_work(app)
    for page in pressed:
        official.open(f"/bandeja/{number}/{page}")
        official.submit(**answers.get(page, {}))
    html = official.open(f"/bandeja/{number}").html
    assert offered == {page for page in PAGES if f'/bandeja/{number}/{page}"' in html}
