"""From the case to the board, as an official and then anybody sees it."""

from pqrs.acts.file_petition import Person
from pqrs.law import IdentityLevel, Phase
from pqrs.models import by_number
from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing


def test_an_official_posts_what_was_signed_and_anybody_reads_it(app, walker):
    number = a_case(app, person=None)
    with writing(app) as session:
        petition = by_number(session, number)
        assert petition is not None
        answered(session, app.office, petition, opened=False)
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{number}")
    assert f"/bandeja/{number}/aviso" in official.answer.html
    official.open(f"/bandeja/{number}/aviso")
    form = official.prepare(ground="no_address", body="Llame a ana@example.com")
    official.send_form(form)
    assert (409, True) == (official.answer.status, "dice un correo: quítelo" in text_of(official))
    assert "ana@example.com" in official.answer.html
    official.submit(ground="no_address", body="Arreglamos el hueco.")
    assert "Publicó el aviso" in text_of(official)

    walker.open("/avisos")
    assert f"Petición {number}" in text_of(walker)
    walker.open("/avisos/1")
    shown = text_of(walker)
    assert "Arreglamos el hueco." in shown
    assert "La notificación se entiende hecha al terminar el" in shown
    assert "Persona De La Entidad" not in shown
    assert Phase.REPLIED is petition_of(app, number).phase
    assert 404 == walker.open("/avisos/2").status


def test_of_a_reserved_case_the_official_writes_nothing(app, walker):
    number = a_case(app, identity=IdentityLevel.RESERVED, person=Person(name="Ana Peña"))
    with writing(app) as session:
        petition = by_number(session, number)
        assert petition is not None
        answered(session, app.office, petition, opened=False)
    official = at_work(app, Role.OFFICIAL)
    official.open(f"/bandeja/{number}/aviso")
    assert "solo se publica este texto" in text_of(official)
    assert 'name="body"' not in official.answer.html
    official.submit(ground="no_address")
    assert "Publicó el aviso" in text_of(official)

    walker.open("/avisos/1")
    assert "léala con su número y su código" in text_of(walker)
    assert "Arreglamos el hueco." not in text_of(walker)
