"""Due dates that went by in cases nobody touched, and what stays of them whatever comes after."""

from contextlib import contextmanager

import pytest
from sqlalchemy import func, select

from pqrs.acts.note_breaches import note_breaches
from pqrs.acts.reckon import Cause, reckon
from pqrs.law import Breached, ChangeKind, Extended, Kind, Reckoned, Reclassified
from pqrs.models import SYSTEM, Notice, Tally
from pqrs.office import Role
from tests.build import (
    a_petition,
    an_official,
    answered,
    approve_change,
    due_day,
    last_event,
    later,
)


@pytest.fixture
def note(session):
    """The act, with every piece of work in the test's own transaction."""

    @contextmanager
    def work():
        yield session
        session.flush()

    return lambda office: note_breaches(work, office)


def counted(session, measure):
    query = select(func.sum(Tally.count)).where(Tally.dimension == "all", Tally.measure == measure)
    return session.scalar(query) or 0


def test_a_case_past_its_date_is_noted_once(session, office, note):
    petition = a_petition(session, office)
    an_official(session, Role.HEAD, petition.department)
    due_on, month_later = petition.due_on, later(office, days=40)

    assert (1, 0, 0) == (note(month_later), note(month_later), note(later(office, days=41)))

    event = petition.timeline()[-1]
    assert isinstance(event, Breached)
    assert (due_on, (petition.kind,)) == (event.due_on, event.kinds)
    assert "system" == petition.events[-1].actor
    assert due_on == petition.breached_on == petition.standing().breached_on
    assert 1 == counted(session, "breached")
    letters = session.scalars(select(Notice.audience).where(Notice.letter == "breached")).all()
    assert ["department"] == list(letters)


def test_on_the_last_day_nothing_is_broken(session, office, note):
    petition = a_petition(session, office)
    days = (petition.due_on - office.clock().date()).days

    assert 0 == note(later(office, days=days))
    assert 1 == note(later(office, days=days + 1))


def test_whoever_acts_late_finds_it_on_record_before_the_act(session, office):
    petition = a_petition(session, office)
    answered(session, later(office, days=40), petition)

    names = [event.name for event in petition.timeline()]
    assert ["breached", "replied", "delivered"] == names[-3:]
    assert (1, 0) == (counted(session, "late"), counted(session, "on_time"))


@pytest.mark.parametrize(
    "change",
    [
        lambda at: Reclassified(at, Kind.CONSULTATION, "Era una consulta"),
        lambda at: Extended(at, 30),
    ],
    ids=["another kind", "an extension"],
)
def test_what_lengthens_the_term_afterwards_does_not_make_it_timely(session, office, note, change):
    petition = a_petition(session, office)
    after = later(office, days=25)
    note(after)
    petition.record(change(after.clock()), actor=SYSTEM)
    answered(session, after, petition)

    assert petition.breached_on is not None
    assert (1, 0) == (counted(session, "late"), counted(session, "on_time"))


def test_a_retroactive_closure_moves_the_date_and_keeps_the_breach(session, office):
    petition = a_petition(session, office)
    due_on, after = due_day(petition), later(office, days=25)
    days = [f"2026-04-{day:02}" for day in range(6, 11)]
    approve_change(session, ChangeKind.CLOSURE, {"days": days})

    done = reckon(session, cause=Cause("Decreto 012 de 2026"), office=after)

    assert 1 == done.moved
    breached, reckoned = petition.timeline()[-2:]
    assert isinstance(breached, Breached)
    assert isinstance(reckoned, Reckoned)
    assert (due_on, due_on) == (breached.due_on, reckoned.before)
    assert reckoned.after == due_day(petition) > due_on
    assert due_on == petition.breached_on
    answered(session, after, petition)
    assert 1 == counted(session, "late")


def test_more_cases_than_one_transaction_holds(session, office, note, monkeypatch):
    monkeypatch.setattr("pqrs.acts.note_breaches.BATCH", 2)
    for _ in range(5):
        a_petition(session, office)

    assert 5 == note(later(office, days=40))


def test_each_part_of_a_mixed_petition_is_noted(session, office, note):
    petition = a_petition(session, office)
    parts = (Kind.NATIONAL_OMBUDSMAN, Kind.DOCUMENTS)
    petition.record(Reclassified(office.clock(), Kind.MIXED, "x", parts), actor=SYSTEM)
    days = [(part.due_on - office.clock().date()).days for part in petition.standing().parts]
    between, after = (later(office, days=count + 1) for count in days)

    assert (1, 0) == (note(between), note(between))
    assert (1, 0) == (note(after), note(after))

    assert petition.standing().parts[1].due_on == petition.breached_on
    assert parts[1:] == last_event(petition, Breached).kinds
    assert petition.standing().silent


def test_a_case_that_ended_breaks_nothing(session, office, note):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert 0 == note(later(office, days=60))
