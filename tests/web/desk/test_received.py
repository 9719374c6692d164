"""The department sees how it came and what was answered aloud, and signs the written answer."""

from pqrs.acts.file_petition import file_petition
from pqrs.law import Channel, IdentityLevel, Phase
from pqrs.models import Actor
from pqrs.office import Role
from pqrs.office.reception import TakenDown, Tongue
from tests.build import a_filing, an_official
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

TAKEN = TakenDown(
    tongue=Tongue.NASA_YUWE,
    interpreter="Intérprete Inventada",
    brought="Una carta",
    answered="Que la cuadrilla va el lunes.",
)


def taken(app, **changes):
    with writing(app) as session:
        clerk = an_official(session, Role.CLERK, None)
        filing = a_filing(channel=Channel.TELEPHONE, taken_down=TAKEN, **changes)
        return file_petition(
            session,
            filing,
            token="dicha-por-telefono",
            office=app.office,
            actor=Actor("official", clerk.official_id),
        ).number


def test_the_department_reads_the_record_and_the_case_is_open(app):
    number = taken(app)
    head = at_work(app, Role.HEAD, "INFRA")
    head.open(f"/bandeja/{number}")

    text = text_of(head)
    for said in ("Teléfono. De palabra.", "Nasa Yuwe", "Intérprete Inventada", "Una carta"):
        assert said in text
    assert "Al recibirla se le respondió de palabra" in text
    assert Phase.OPEN is petition_of(app, number).phase


def test_what_was_said_becomes_the_draft_by_a_press(app):
    number = taken(app)
    head = at_work(app, Role.HEAD, "INFRA")
    head.open(f"/bandeja/{number}?respuesta=de-palabra")

    assert TAKEN.answered in dict(head.form_with({"body"}).values)["body"]
    assert "Copiarla en la respuesta" not in head.answer.html
    head.send_form(head.form_with({"body"}))
    head.open(f"/bandeja/{number}?respuesta=de-palabra")
    assert TAKEN.answered == dict(head.form_with({"body"}).values)["body"].strip()


def test_what_was_said_is_offered_until_it_is_copied(app):
    number = taken(app)
    head = at_work(app, Role.HEAD, "INFRA")
    head.open(f"/bandeja/{number}?respuesta=de-palabra")
    head.open(f"/bandeja/{number}")
    assert "Copiarla en la respuesta" in head.answer.html
    assert "" == dict(head.form_with({"body"}).values)["body"]


def test_of_who_is_in_reserve_neither_the_interpreter_nor_the_hour(app):
    number = taken(app, identity=IdentityLevel.RESERVED)
    head = at_work(app, Role.HEAD, "INFRA")
    head.open(f"/bandeja/{number}")

    assert "Nasa Yuwe" in text_of(head)
    assert "Intérprete Inventada" not in text_of(head)


def test_what_came_by_the_page_has_no_record(app):
    number = a_case(app)
    head = at_work(app, Role.HEAD, "INFRA")
    head.open(f"/bandeja/{number}?respuesta=de-palabra")

    assert "Cómo llegó" not in text_of(head)
    assert "" == dict(head.form_with({"body"}).values)["body"]
