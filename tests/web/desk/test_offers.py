"""What the case page speaks of: what this person may do, and why not now."""

import pytest

from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, found, text_of, writing

OFFICIAL = {"completar", "devolver", "tipo", "aclarar"}
HEAD = OFFICIAL | {"prorrogar", "trasladar", "suspender", "rechazar"}
NEVER_NOW = {"reanudar", "desistimiento"}


@pytest.mark.parametrize(("role", "pages"), [(Role.OFFICIAL, OFFICIAL), (Role.HEAD, HEAD)])
def test_each_is_offered_what_is_theirs(app, role, pages):
    number = a_case(app)
    person = at_work(app, role)
    html = person.open(f"/bandeja/{number}").html

    offered = {page for page in HEAD | NEVER_NOW if f'/bandeja/{number}/{page}"' in html}
    assert pages == offered


def test_what_the_law_does_not_let_happen_says_why_and_is_no_link(app):
    number = a_case(app)
    with writing(app) as session:
        answered(session, app.office, found(session, number), opened=False)
    head = at_work(app, Role.HEAD)
    html = head.open(f"/bandeja/{number}").html

    assert "No se puede prorrogar: La respuesta ya se firmó" in text_of(head)
    assert f"/bandeja/{number}/prorrogar" not in html


def test_the_clerk_is_offered_the_acts_of_the_intake_desk(app):
    number = a_case(app, topic=None, text="qwerty asdf")
    clerk = at_work(app, Role.CLERK, None)
    html = clerk.open(f"/ventanilla/{number}").html

    for path in (f"/bandeja/{number}/completar", f"/ventanilla/{number}/tipo"):
        assert path in html
    assert "prorrogar" not in html
