"""What a change would move, before anything is saved."""

from datetime import timedelta

from sqlalchemy import func, select

from pqrs.law import ChangeKind, read_change
from pqrs.models import PetitionEvent
from pqrs.queries.reckoning import Turn, what_if
from tests.build import a_petition, answered, due_day


def closing(*days):
    return read_change(ChangeKind.CLOSURE, {"days": list(days)}, "Decreto 012 de 2026")


def saturdays():
    record = {"name": "saturday_is_business", "value": True, "from": "2026-03-01"}
    return read_change(ChangeKind.READING, record, "Resolución 5 de 2026")


def test_it_says_each_move_and_writes_nothing(session, office, clock):
    petition = a_petition(session, office)
    before = session.scalar(select(func.count(PetitionEvent.id)))

    found = what_if(session, [closing("2026-03-20")], today=clock.date())

    (case,) = found.cases
    assert (petition.number, petition.department) == (case.number, case.department)
    assert case.before
    assert case.after
    assert petition.due_on == case.before < case.after
    assert (Turn.STAYS, False) == (case.turn, case.has_breach)
    assert before == session.scalar(select(func.count(PetitionEvent.id)))
    assert petition.due_on == petition.standing().due_on


def test_what_becomes_late_and_what_no_longer_is(session, office):
    petition = a_petition(session, office)
    on_time = due_day(petition)
    shorter = what_if(session, [saturdays()], today=on_time)
    longer = what_if(session, [closing("2026-03-20")], today=on_time + timedelta(days=1))

    assert 1 == shorter.count(Turn.BECOMES_LATE) == shorter.departments[0].become_late
    (case,) = longer.cases
    assert (Turn.BECOMES_ON_TIME, True) == (case.turn, case.has_breach)
    assert 1 == longer.departments[0].become_on_time


def test_several_changes_at_once(session, office, clock):
    a_petition(session, office)

    found = what_if(session, [closing("2026-03-20"), closing("2026-03-24")], today=clock.date())

    assert 1 == len(found.cases)
    assert 1 == found.departments[0].moved


def test_what_ended_is_not_moved(session, office, clock):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert () == what_if(session, [closing("2026-03-20")], today=clock.date()).cases
