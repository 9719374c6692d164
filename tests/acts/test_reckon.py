"""Open cases under new rules: which dates move, what is written, and that every promise holds."""

import pytest
from sqlalchemy import func, select

from pqrs.acts.reckon import Cause, reckon
from pqrs.law import (
    Breached,
    Change,
    ChangeKind,
    CompletionRequested,
    Kind,
    Reckoned,
    Reclassified,
    TextAdded,
)
from pqrs.models import SYSTEM, Notice, PetitionEvent, newest_version
from pqrs.office import Role
from pqrs.outside.files import FileStore
from pqrs.outside.witness import ISSUED, Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from tests.build import (
    a_petition,
    an_official,
    answered,
    approve_change,
    due_day,
    last_event,
    later,
)

FRIDAY = {"days": ["2026-03-20"]}
CAUSE = Cause("Decreto 012 de 2026")


def events(session):
    return session.scalar(select(func.count(PetitionEvent.id)))


def test_every_promise_holds_afterwards(session, office, tmp_path):
    witness = Witness(tmp_path / "witness.log")
    cases = [a_petition(session, later(office, hours=one)) for one in range(3)]
    answered(session, later(office, days=1), cases[0])
    cases[1].record(
        Reclassified(office.clock(), Kind.MIXED, "x", (Kind.COMPLAINT, Kind.INFORMATION)),
        actor=SYSTEM,
    )
    witness.append(session.info.pop(ISSUED))
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)

    done = reckon(session, cause=CAUSE, office=later(office, days=2))

    ground = Ground(session, witness, FileStore(tmp_path / "files"))
    assert 2 == done.moved
    assert [] == [finding for one in INVARIANTS for finding in one.ask(ground)]


def test_what_moves_nothing_writes_nothing_but_its_version(session, office):
    petition = a_petition(session, office)
    kept = (petition.due_on, petition.last_sequence, petition.last_hash)
    before = events(session)
    approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-12-24"]})

    done = reckon(session, cause=CAUSE, office=office)

    assert (0, 0, before) == (done.moved, done.told, events(session))
    assert kept == (petition.due_on, petition.last_sequence, petition.last_hash)
    assert newest_version(session) == petition.reckoned_with


def test_twice_is_once(session, office):
    a_petition(session, office)
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)
    reckon(session, cause=CAUSE, office=office)
    before = events(session)

    assert 0 == reckon(session, cause=CAUSE, office=office).moved
    assert before == events(session)


def test_a_reading_from_tomorrow_moves_no_case_of_today(session, office):
    a_petition(session, office)
    record = {"name": "saturday_is_business", "value": True, "from": "2026-03-18"}
    approve_change(session, ChangeKind.READING, record)

    assert 0 == reckon(session, cause=CAUSE, office=office).moved


def test_a_reading_that_looks_back_moves_it_with_its_event(session, office):
    petition = a_petition(session, office)
    before = due_day(petition)
    record = {"name": "saturday_is_business", "value": True, "from": "2026-03-17"}
    approve_change(session, ChangeKind.READING, record)

    assert 1 == reckon(session, cause=CAUSE, office=office).moved
    assert before > due_day(petition)


def test_the_petitioners_month_moves_too(session, office):
    petition = a_petition(session, office)
    petition.record(CompletionRequested(office.clock()), actor=SYSTEM)
    ends = petition.standing().respond_by
    assert ends
    approve_change(session, ChangeKind.CLOSURE, {"days": [ends.isoformat()]})

    reckon(session, cause=CAUSE, office=office)

    event = petition.timeline()[-1]
    assert isinstance(event, Reckoned)
    assert (None, None) == (event.before, event.after)
    assert (ends, petition.standing().respond_by) == (event.respond_before, event.respond_after)
    assert event.respond_after
    assert ends < event.respond_after


def test_a_later_part_of_a_mixed_petition_has_its_event(session, office):
    petition = a_petition(session, office)
    parts = (Kind.INFORMATION, Kind.CONSULTATION)
    petition.record(Reclassified(office.clock(), Kind.MIXED, "x", parts), actor=SYSTEM)
    first, second = (part.due_on for part in petition.standing().parts)
    assert second
    approve_change(session, ChangeKind.CLOSURE, {"days": [second.isoformat()]})

    reckon(session, cause=CAUSE, office=office)

    event = last_event(petition, Reckoned)
    assert (second, petition.standing().parts[1].due_on) == (event.before, event.after)
    assert first == petition.due_on


def test_a_later_part_gone_by_is_on_record_before_it_moves(session, office):
    petition = a_petition(session, office)
    parts = (Kind.NATIONAL_OMBUDSMAN, Kind.DOCUMENTS)
    petition.record(Reclassified(office.clock(), Kind.MIXED, "x", parts), actor=SYSTEM)
    first, second = (part.due_on for part in petition.standing().parts)
    assert second
    after = later(office, days=(second - office.clock().date()).days + 1)
    approve_change(session, ChangeKind.CLOSURE, {"days": [second.isoformat()]})

    reckon(session, cause=CAUSE, office=after)

    found = [event for event in petition.timeline() if isinstance(event, Breached)]
    assert [(first, parts[:1]), (second, parts[1:])] == [(one.due_on, one.kinds) for one in found]
    assert second == petition.breached_on
    assert petition.standing().deemed_granted(after.clock().date())


def test_only_those_of_a_version(session, office):
    one = a_petition(session, office)
    known = approve_change(session, ChangeKind.CLOSURE, {"days": ["2026-12-24"]})
    other = a_petition(session, office)
    newest = approve_change(session, ChangeKind.CLOSURE, FRIDAY)

    done = reckon(session, cause=CAUSE, office=office, known=known)

    assert 1 == done.moved
    assert one.reckoned_with < known < newest == other.reckoned_with


def test_a_head_is_told_once_for_all_cases(session, office):
    petition = a_petition(session, office)
    a_petition(session, office)
    an_official(session, Role.HEAD, petition.department)
    an_official(session, Role.HEAD, "HAC")
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)

    done = reckon(session, cause=CAUSE, office=office)

    rows = session.scalars(select(Notice).where(Notice.letter == "reckoned_department")).all()
    assert {petition.department: 2} == done.by_department
    assert [2] == [row.details["count"] for row in rows]


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (ChangeKind.CLOSURE, "Decreto 1: la entidad no trabaja el viernes 20 de marzo de 2026."),
        (ChangeKind.REOPENING, "Decreto 1: la entidad vuelve a trabajar el viernes 20 de marzo"),
        (ChangeKind.READING, "Decreto 1"),
    ],
)
def test_the_cause_as_a_petitioner_reads_it(kind, said):
    payload = {} if kind is ChangeKind.READING else FRIDAY

    assert Cause("Decreto 1", Change(kind, payload, "Decreto 1")).text.startswith(said)


def test_recording_on_a_case_that_was_passed_by_moves_no_date(session, office):
    petition = a_petition(session, office)
    before, known = petition.due_on, petition.reckoned_with
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)
    petition.record(TextAdded(later(office, hours=1).clock()), actor=SYSTEM)

    assert (before, known) == (petition.due_on, petition.reckoned_with)


def test_its_breach_is_of_the_date_that_was_told(session, office):
    petition = a_petition(session, office)
    told = due_day(petition)
    approve_change(session, ChangeKind.CLOSURE, {"days": [told.isoformat()]})

    assert 1 == petition.record_breaches(later(office, days=30).clock())
    assert told == petition.breached_on == last_event(petition, Breached).due_on
