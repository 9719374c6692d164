"""Who must answer, and the days one by one."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from pqrs.extensions import db
from pqrs.law import (
    Annulled,
    Assigned,
    ContinuedOfficially,
    Delivered,
    Replied,
    Transferred,
    Withdrawn,
)
from pqrs.models.engine import write_intent
from pqrs.outside.now import today
from pqrs.queries.tracking import CitizenState, tracking
from pqrs.web.citizen.case_words import body_name, progress_of, responsible_for
from tests.build import a_petition

MOMENT = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)


@pytest.fixture
def case_of(app):
    with app.test_request_context(), write_intent():

        def make(**changes):
            number = a_petition(db.session(), app.office, **changes).number
            return tracking(db.session(), number, today=today())

        yield make
        db.session.rollback()


def test_a_department_answers(case_of):
    assert "Infraestructura" in responsible_for(case_of()).name


def test_a_person_decides_when_the_words_do_not(case_of):
    who = responsible_for(case_of(topic=None, text="zzz"))

    assert ("", None) == (who.name, who.transfer_by)


def test_the_petitioner_reads_what_decided(case_of):
    by_words = responsible_for(case_of(topic=None, text="Hay un hueco en la calle pavimentada"))
    by_topic = responsible_for(case_of())

    assert "Por las palabras «hueco»" in by_words.why
    assert "El tema es «" in by_topic.why


def test_what_a_department_wrote_to_the_desk_stays_between_them(case_of):
    case = case_of()
    back = Assigned(MOMENT, department="DADM", reason="La señora ya vino dos veces.", by="intake")
    again = Assigned(MOMENT, department="PLAN", reason="Pide una licencia.", by="person")
    waits = replace(case, waits_for_routing=True, timeline=(*case.timeline, back))
    routed = replace(case, department="PLAN", timeline=(*case.timeline, back, again))
    assert "La dependencia que la tenía dijo que no le corresponde." == responsible_for(waits).why
    assert "Pide una licencia." == responsible_for(routed).why
    assert "" == responsible_for(replace(case, timeline=case.timeline[:1])).why


def test_a_body_we_no_longer_know_is_its_code(app):
    with app.test_request_context():
        assert ("VIEJA", "") == (body_name("VIEJA"), body_name(None))


@pytest.mark.parametrize(
    ("event", "last"),
    [
        (Transferred(at=MOMENT, authority="CAS", reason="x"), "Trasladada"),
        (Withdrawn(at=MOMENT, tacitly=False, reason="x"), "Desistida"),
        (Annulled(at=MOMENT, reason="x"), "Número anulado"),
    ],
)
def test_a_case_that_ended_without_an_answer_is_not_said_to_be_answered(case_of, event, last):
    case = case_of()
    ended = replace(case, state=CitizenState.CLOSED, timeline=(*case.timeline, event))

    shown = progress_of(ended)

    assert (("Recibida", "En trámite", last), 3) == (shown.states, shown.current)
    assert "17 de marzo de 2026" == shown.details[-1]


def test_a_case_that_the_entity_went_on_with_is_said_to_be_answered(case_of):
    case = case_of()
    history = (
        Withdrawn(datetime(2026, 2, 9, 15, tzinfo=UTC), tacitly=False),
        ContinuedOfficially(datetime(2026, 2, 12, 15, tzinfo=UTC), "es de todos", "Resolución 14"),
        Replied(datetime(2026, 2, 16, 15, tzinfo=UTC), 1),
        Delivered(MOMENT, "opened"),
    )
    closed = replace(case, state=CitizenState.CLOSED, timeline=(*case.timeline, *history))

    shown = progress_of(closed)

    assert (4, "Cerrada") == (shown.current, shown.states[-1])
    assert ("16 de febrero de 2026", "17 de marzo de 2026") == shown.details[-2:]


def test_the_way_to_an_answer_has_four_states(case_of):
    shown = progress_of(case_of())

    assert ("Recibida", "En trámite", "Respondida", "Cerrada") == shown.states
    assert 2 == shown.current
