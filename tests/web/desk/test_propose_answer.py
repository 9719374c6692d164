"""From an answered case to `/respuestas`: marked, cleaned, proposed."""

import pytest

from pqrs.law import IdentityLevel, Kind
from pqrs.office import Role
from tests.web.desk.publishing import ANA, ANSWER, an_answered_case, fill
from tests.web.staff import at_work, found, text_of, writing


def is_ticked(walker):
    return ("looked", "looked") in walker.form_with({"question", "looked"}).values


@pytest.fixture
def supervisor(app):
    return at_work(app, Role.SUPERVISOR, None)


def test_what_gives_somebody_away_is_marked_and_does_not_go_out(app, supervisor, walker):
    number = an_answered_case(
        app, person=ANA, text="Soy Rosalba Cuellar, hay un hueco. 300 123 4567"
    )
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    assert "publicarla sin decir quién preguntó" in text_of(official)
    official.open(f"/bandeja/{number}/publicar")
    assert "«Rosalba»: el nombre de la persona" in text_of(official)
    assert "«300 123 4567»" in text_of(official)
    page = fill(official, question="¿Qué pasó con Rosalba Cuellar?")
    assert 409 == page.status
    assert "puede decir quién es alguien: quítelo" in text_of(official)

    fill(official, question="¿Y lo de Rosalba?")
    assert "Lea el texto como quedó" in text_of(official)
    assert "parece un nombre" in text_of(official)
    fill(official)
    assert "No marcamos nada, pero hay cosas que no vemos" in text_of(official)
    assert "Antes de proponer (opcional)" not in text_of(official)
    fill(official, looked=["looked"])
    assert "Propuso publicar la respuesta." in text_of(official)

    supervisor.open("/bandeja/respuestas")
    assert "Espera aprobación 1" in text_of(supervisor)
    supervisor.open("/bandeja/respuestas/1")
    form = supervisor.prepare(reason="")
    supervisor.send_form(form, ("decision", "approve"))
    assert "Quedó publicada." in text_of(supervisor)
    walker.open("/respuestas/1")
    assert ANSWER in text_of(walker)
    assert number not in walker.answer.html
    assert "Rosalba" not in walker.answer.html


def test_lo_lei_counts_only_for_the_marks_that_were_seen(app):
    official = at_work(app)
    official.open("/bandeja/respuestas/nueva")
    fill(official, answer="Hable con don Pedro.")
    assert "«Pedro»: parece un nombre" in text_of(official)

    page = fill(official, answer="Hable con doña Marta.", looked=["looked"])
    assert 409 == page.status
    assert "«Marta»: parece un nombre" in text_of(official)
    assert not is_ticked(official)
    fill(official, answer="Hable con doña Luz.", topic="", looked=["looked"])
    assert not is_ticked(official), "nor where something else is missing"
    fill(official, answer="Hable con doña Luz.", looked=["looked"])
    assert "Propuso publicar la respuesta." in text_of(official)


@pytest.mark.parametrize(
    "changes", [{"identity": IdentityLevel.RESERVED}, {"topic": "DS-DIS-01"}], ids=str
)
def test_some_cases_say_why_not(app, changes):
    number = an_answered_case(app, kind=Kind.CLAIM, **changes)
    with writing(app) as session:
        department = found(session, number).department
    official = at_work(app, Role.OFFICIAL, department)
    official.open(f"/bandeja/{number}")
    assert "publicarla sin decir quién preguntó" not in text_of(official)
    official.open(f"/bandeja/{number}/publicar")
    assert "De este caso no se publica nada" in text_of(official)
    assert "<textarea" not in official.answer.html.partition("<main")[2]
