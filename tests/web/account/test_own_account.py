"""The own account."""

from pqrs.office import Role
from tests.web.staff import at_work, text_of


def test_it_says_who_i_am_here(app):
    walker = at_work(app, Role.HEAD, "INFRA", name="Ñusta Gómez")

    walker.open("/cuenta")

    for words in ("Ñusta Gómez", "Jefe", "Secretaría de Infraestructura y Valorización"):
        assert words in text_of(walker)


def test_a_role_without_department_has_no_such_row(app):
    walker = at_work(app, Role.AUDITOR, None)

    walker.open("/cuenta")

    assert "Auditoría" in text_of(walker)
    assert "Dependencia" not in text_of(walker)


def test_it_is_for_people_who_work_here(walker):
    walker.open("/cuenta")

    assert "/ingresar" == walker.answer.path
