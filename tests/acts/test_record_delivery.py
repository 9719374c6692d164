"""What an official writes down arrived on its day: the term is met then, the days run from then."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from pqrs.acts.record_delivery import record_delivery
from pqrs.acts.reject import reject
from pqrs.law import Delivered, Kind, Means, Phase, Refusal, RejectionGround, local_day
from pqrs.models import Notice, Tally
from pqrs.office import Role
from tests.build import a_petition, a_press, answered, due_day, last_event, later


def delivered(session, office, petition, on=None):
    press = a_press(session, office, petition, Role.OFFICIAL)
    return record_delivery(session, means=Means.POST, on=on, **press)


def counted(session, measure):
    query = select(func.sum(Tally.count)).where(Tally.dimension == "all", Tally.measure == measure)
    return session.scalar(query) or 0


def rejected(session, office):
    petition = a_petition(session, office)
    reject(
        session,
        ground=RejectionGround.DISRESPECTFUL,
        act="Resolución 12 de 2026",
        act_on=local_day(office.clock()),
        reason="Solo contiene insultos.",
        **a_press(session, office, petition, Role.HEAD),
    )
    return petition


def test_it_counts_from_the_day_it_arrived_and_the_breach_in_between_does_not(session, office):
    petition = a_petition(session, office, kind=Kind.DOCUMENTS)
    answered(session, office, petition, opened=False)
    due_on = due_day(petition)
    after = later(office, days=30)
    petition.record_breaches(after.clock())
    assert (due_on, 1) == (petition.breached_on, counted(session, "breached"))

    delivered(session, after, petition, on=due_on)

    assert (Phase.CLOSED, due_on, due_on) == (
        petition.phase,
        petition.answered_on,
        petition.closed_on,
    )
    event = last_event(petition, Delivered)
    assert (after.clock(), due_on) == (event.at, event.delivered_on)
    assert petition.breached_on is None
    assert not petition.standing().deemed_granted(local_day(after.clock()))
    assert (0, 1, 0) == tuple(counted(session, name) for name in ("breached", "on_time", "late"))
    assert "breached" in [row.name for row in petition.events], "it stays on record"


def test_what_arrived_late_is_late(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)
    after = later(office, days=40)

    delivered(session, after, petition, on=due_day(petition) + timedelta(days=1))

    assert petition.breached_on == petition.due_on
    assert (1, 0) == (counted(session, "breached"), counted(session, "on_time"))


def test_today_needs_no_day(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)

    delivered(session, office, petition, on=local_day(office.clock()))

    assert last_event(petition, Delivered).delivered_on is None


@pytest.mark.parametrize("on", [date(2026, 3, 16), date(2026, 3, 21)], ids=["before", "to come"])
def test_it_arrives_between_the_signature_and_today(session, office, on):
    petition = a_petition(session, office)
    answered(session, office, petition, opened=False)

    with pytest.raises(Refusal, match=r"martes 17 de marzo de 2026.*artículo 67"):
        delivered(session, later(office, days=3), petition, on=on)

    assert Phase.REPLIED is petition.phase


def test_an_act_that_ended_it_is_notified_once_and_is_no_answer(session, office):
    petition = rejected(session, office)
    letters = session.scalar(select(func.count()).select_from(Notice))
    after = later(office, days=9)

    delivered(session, after, petition, on=date(2026, 3, 20))
    before = petition.last_sequence
    delivered(session, after, petition, on=date(2026, 3, 24))

    found = petition.standing()
    assert (date(2026, 3, 17), date(2026, 3, 20)) == (found.decided_on, found.notified_on)
    assert (Phase.CLOSED, None, before) == (
        petition.phase,
        petition.answered_on,
        petition.last_sequence,
    )
    assert letters == session.scalar(select(func.count()).select_from(Notice)), "nothing to rate"
