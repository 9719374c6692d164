"""Open cases that a change passed by: caught up with their event, and told every act in between."""

from pqrs.acts.reckon_stale import reckon_stale
from pqrs.law import ChangeKind, Reckoned, TextAdded
from pqrs.models import SYSTEM, newest_version
from tests.build import a_petition, approve_change, due_day, last_event, later

FRIDAY = {"days": ["2026-03-20"]}
PRAISE = {"name": "praise_days", "value": "none", "from": "2026-12-01"}
CLOSED = "Decreto 012 de 2026: la entidad no trabaja el viernes 20 de marzo de 2026"


def test_what_was_written_meanwhile_hides_no_move(session, office):
    petition = a_petition(session, office)
    before = due_day(petition)
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)
    petition.record(TextAdded(later(office, hours=1).clock()), actor=SYSTEM)

    assert 1 == reckon_stale(session, later(office, hours=2)).moved

    event = last_event(petition, Reckoned)
    assert (before, petition.due_on) == (event.before, event.after)
    assert before < due_day(petition)
    assert newest_version(session) == petition.reckoned_with


def test_every_act_in_between_is_told(session, office):
    petition = a_petition(session, office)
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)
    approve_change(session, ChangeKind.READING, PRAISE, act="Resolución 99 de 2026")

    reckon_stale(session, office)

    assert f"{CLOSED}; Resolución 99 de 2026" == last_event(petition, Reckoned).cause


def test_each_case_is_told_what_came_after_its_own_version(session, office):
    first = a_petition(session, office)
    approve_change(session, ChangeKind.READING, PRAISE, act="Resolución 99 de 2026")
    second = a_petition(session, office)
    approve_change(session, ChangeKind.CLOSURE, FRIDAY)

    done = reckon_stale(session, office)

    causes = [last_event(one, Reckoned).cause for one in (first, second)]
    assert [f"Resolución 99 de 2026; {CLOSED}", f"{CLOSED}."] == causes
    assert (2, {first.department: 2}) == (done.moved, done.by_department)
    assert reckon_stale(session, office) is None
