"""Anotar lo que se hizo fuera del sistema: which, on what day, and how the case tells it."""

from pqrs.law import Kind
from pqrs.office import Role
from pqrs.outside.now import today
from tests.web.staff import a_case, at_work, text_of


def test_what_was_done_outside_is_noted_with_its_day(app):
    number = a_case(app, kind=Kind.DATA_CLAIM)
    official, year = at_work(app, Role.OFFICIAL), today().year
    official.open(f"/bandeja/{number}")
    assert f'href="/bandeja/{number}/hecho"' in official.answer.html
    official.open(f"/bandeja/{number}/hecho")

    official.submit(**{"done_on-year": str(year - 1)})
    assert 409 == official.answer.status
    assert "El día en que se hizo va desde el" in text_of(official)
    official.submit(**{"done_on-year": str(year)})

    assert "ya se hizo: Anotar «reclamo en trámite»" in text_of(official)
    assert "Se anotó «reclamo en trámite» junto a los datos el" in text_of(official)
    assert f'href="/bandeja/{number}/hecho"' not in official.answer.html
