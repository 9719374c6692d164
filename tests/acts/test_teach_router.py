"""What cases taught is in force from then on, and can be taken back."""

import pytest
from sqlalchemy import select

from pqrs.acts.teach_router import NothingTaughtError, teach_router, teach_router_as_before
from pqrs.models import AuditEntry
from pqrs.office.entity import RoutingExample

LESSONS = {"2026-000001-1": RoutingExample(text="zanjon quebrada desbordo", topic="VI-MAL-01")}


def taught(session, office):
    return [one.text for one in office.pack_now(session).examples[len(office.pack.examples) :]]


def test_it_is_in_force_and_can_be_taken_back(session, office):
    assert [] == taught(session, office)
    assert 1 == teach_router(session, LESSONS, {"right": 1}, office=office)
    assert ["zanjon quebrada desbordo"] == taught(session, office)

    assert 0 == teach_router_as_before(session, office=office)
    assert [] == taught(session, office)
    assert 1 == teach_router_as_before(session, office=office)
    assert ["zanjon quebrada desbordo"] == taught(session, office)

    entries = session.scalars(select(AuditEntry).where(AuditEntry.action == "router_taught")).all()
    assert [1, 0, 1] == [entry.details["lessons"] for entry in entries]


def test_there_is_nothing_to_go_back_from_at_first(session, office):
    with pytest.raises(NothingTaughtError):
        teach_router_as_before(session, office=office)
