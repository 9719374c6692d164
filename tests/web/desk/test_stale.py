"""What an old page answers to whoever never had the case; the rest is beside each button."""

import pytest

from pqrs.office import Role
from tests.web.staff import a_case, at_work

WHY = "Pide arreglar un andén."


@pytest.mark.parametrize("seen", ["1", "2", "3", "4"])
def test_who_never_had_the_case_learns_nothing_from_an_old_page(app, seen):
    number = a_case(app)
    clerk = at_work(app, Role.CLERK, None)
    clerk.open("/ventanilla")
    token = [pair for one in clerk.forms() for pair in one.values if pair[0] == "csrf_token"][:1]
    values = [*token, ("seen", seen), ("department", "PLAN"), ("reason", WHY)]

    assert 403 == clerk.send("POST", f"/ventanilla/{number}", values).status
