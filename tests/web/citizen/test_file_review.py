"""`/radicar/revise` and `/radicar/enviar`: everything in sight, filed once."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.models import Petition, Petitioner, PetitionEvent
from pqrs.office.automatic import REASON, sum_for
from pqrs.office.measures import SMALL_CELL_SENSITIVE
from pqrs.outside.now import now
from pqrs.queries import rush
from pqrs.web.crowd import MOST_FILINGS, note_filing
from tests.build import a_petition
from tests.filing import read_receipt
from tests.web.citizen.filling import errors_of, file_one, go_on_anyway, walk_to
from tests.web.citizen.reporting import tell_to
from tests.web.staff import writing

MISSING = "Falta un paso antes de enviar."


def filed(app):
    with app.app_context(), Session(db.engine) as session:
        return session.scalar(select(func.count(Petition.id)))


def test_every_answer_is_in_sight_and_can_be_changed(walker):
    answer = walk_to(walker, "/radicar/revise", topic="SP-ALU-01", location="Calle 9")

    for said in ("Reclamo", "La lámpara", "Luminaria apagada", "Calle 9", "Persona Inventada"):
        assert said in answer.html
    assert 'href="/radicar/donde?volver=revise"' in answer.html
    assert "No respondió" in answer.html


def test_the_button_says_what_it_does(walker):
    assert "Enviar mi petición" in walk_to(walker, "/radicar/revise").html


def test_who_says_no_name_is_told_of_the_code_before_sending_and_nothing_of_their_data(walker):
    assert "Qué hacemos con sus datos" in walk_to(walker, "/radicar/revise").html

    page = walk_to(walker, "/radicar/revise", identity="anonymous").html

    assert "si los pierde, nadie los puede recuperar" in page
    assert "Qué hacemos con sus datos" not in page


def test_a_missing_step_is_asked_for(walker):
    walk_to(walker, "/radicar/respuesta")
    answer = walker.open("/radicar/revise")

    assert ("/radicar/respuesta", True) == (answer.path, MISSING in answer.html)


def test_sending_nothing_leads_to_the_first_question(app, client):
    client.get("/radicar")
    answer = client.post("/radicar/enviar")

    assert (303, "/radicar") == (answer.status_code, answer.location)
    assert 0 == filed(app)


def test_danger_to_life_comes_first(walker):
    answer = walk_to(walker, "/radicar/revise", text="Huele a gas en la casa de al lado")

    assert answer.html.index('href="tel:123"') < answer.html.index("<h1")


def test_a_misspelt_address_is_asked_about(walker):
    changes = {"reply_by": "email", "email": "persona@gmial.com"}
    answer = walk_to(walker, "/radicar/revise", **changes)

    assert "persona@gmail.com" in answer.html


def test_a_second_press_gives_the_same_number_and_code(app, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    walker.send_form(form)
    first = read_receipt(walker)
    walker.send_form(form)

    assert first == read_receipt(walker)
    assert 1 == filed(app)


def test_a_lost_session_shows_the_answers_again(client, walker):
    walk_to(walker, "/radicar/revise")
    form = walker.prepare()
    client.delete_cookie("pqrs")
    answer = walker.send_form(form)

    assert (400, True) == (answer.status, "Persona Inventada" in answer.html)
    assert "/radicar/listo" == walker.submit().path


def test_going_back_after_filing_shows_the_receipt(walker):
    file_one(walker)

    assert "/radicar/listo" == walker.open("/radicar/revise").path


def test_the_next_petition_starts_blank(walker):
    file_one(walker)
    walker.open("/radicar")

    assert "checked" not in walker.answer.html
    assert "/radicar" == walker.open("/radicar/respuesta").path


def the_sum(walker):
    """The right answer to what is asked."""
    asked = sum_for(dict(walker.prepare().values)["token"])
    return str(asked.first + asked.second)


@pytest.mark.both_databases
def test_26_forty_links_are_asked_one_question_and_then_read_by_a_person(app, walker):
    walk_to(walker, "/radicar/revise", text="Gane en http://casino.example " * 40)
    asked = walker.submit()
    assert (422, True) == (asked.status, "¿Cuánto es" in errors_of(asked))
    assert 422 == walker.submit(answer="no sé").status
    assert 0 == filed(app)

    receipt = walker.submit(answer=the_sum(walker))

    assert "Su petición quedó recibida y la revisará una persona." in errors_of(receipt)
    with app.app_context(), Session(db.engine) as session:
        assert "intake" == session.scalar(select(Petition.routed_by))


def test_the_field_that_nobody_sees_is_for_machines(app, walker):
    walk_to(walker, "/radicar/revise")
    assert 422 == walker.submit(website="http://x.example").status
    assert 0 == filed(app)


def test_a_rush_asks_everybody_and_turns_nobody_away(app, walker, monkeypatch):
    monkeypatch.setattr(rush, "RUSH", 2)
    walk_to(walker, "/radicar/revise")
    with writing(app) as session:
        for _ in range(2):
            a_petition(session, replace(app.office, clock=now))
    asked = walker.submit()
    assert (422, True) == (asked.status, "Con la respuesta radicamos" in errors_of(asked))

    assert "/radicar/listo" == walker.submit(answer=the_sum(walker)).path
    assert 3 == filed(app)


@pytest.mark.parametrize(
    ("walk", "changes", "routed_by"),
    [
        (walk_to, {}, "intake"),
        (walk_to, {"identity": "anonymous"}, "words"),
        (tell_to, {}, "rule"),
    ],
    ids=["with a name", "without", "a report"],
)
def test_who_files_more_than_a_house_does_is_asked_and_never_refused(
    app, client, walker, walk, changes, routed_by
):
    """Set apart for a person to read; of who may be in fear nothing of it is written."""
    client.environ_base["REMOTE_ADDR"] = "203.0.113.9"
    with app.test_request_context(environ_base=client.environ_base):
        for _ in range(MOST_FILINGS):
            note_filing()
    walk(walker, "/radicar/revise", **{"topic": "SP-ALU-01", **changes})
    assert (422, 0) == (walker.submit().status, filed(app))

    assert "/radicar/listo" == walker.submit(answer=the_sum(walker)).path
    with app.app_context(), Session(db.engine) as session:
        petition, assigned = session.execute(
            select(Petition, PetitionEvent.payload)
            .join(PetitionEvent, PetitionEvent.petition_id == Petition.id)
            .where(PetitionEvent.name == "assigned")
        ).one()
        assert routed_by == petition.routed_by
        assert (routed_by == "intake") == (REASON in assigned["reason"])


def test_who_files_what_many_asked_is_told_and_files_all_the_same(app, walker):
    facts = {"topic": "SP-ALU-01", "place": "VILLAGORGONA", "kind": Kind.CLAIM}
    with writing(app) as session:
        for level in [IdentityLevel.NAMED] * (SMALL_CELL_SENSITIVE - 1) + [IdentityLevel.RESERVED]:
            a_petition(session, replace(app.office, clock=now), identity=level, **facts)
    few = walk_to(walker, "/radicar/revise", topic="SP-ALU-01")
    assert "Otras personas pidieron algo parecido" not in few.html
    walker.submit()
    ten = walk_to(walker, "/radicar/revise", topic="SP-ALU-01")
    assert "Otras personas pidieron algo parecido" not in ten.html
    walker.submit()
    many = walk_to(walker, "/radicar/revise", topic="SP-ALU-01")

    assert "Hay más de 10 peticiones abiertas sobre este tema en esa zona." in errors_of(many)
    walk_to(walker, "/radicar/revise", topic="SP-ALU-01", kind="report")
    assert "Otras personas" not in walker.answer.html


def test_29_a_code_in_the_words_is_said_once(app, walker):
    walk_to(walker, "/radicar/que-paso")
    told = walker.submit(text="Mi código es WZYB-R5QR-4TPM")
    assert (422, True) == (told.status, "Parece que escribió su código secreto." in told.html)
    go_on_anyway(walker)

    assert "/radicar/tema" == walker.answer.path


def test_an_address_for_a_letter_is_whole(app, walker):
    walk_to(walker, "/radicar/respuesta")
    walker.submit(
        name="Persona Inventada",
        reply_by="post",
        postal_address="Calle 9 # 7-69",
        postal_district="El Centro",
        postal_town="Candelaria, Colombia",
    )
    walker.submit()
    with app.app_context(), Session(db.engine) as session:
        person = session.scalars(select(Petitioner)).one()
        assert "Calle 9 # 7-69, El Centro, Candelaria, Colombia" == person.postal_address
