"""What a press would do, without doing it."""

from datetime import date

import pytest

from pqrs.law import Extended, Kind, Paused, PauseGround
from pqrs.queries.consequence import consequences, due_as
from tests.build import a_petition


def test_each_event_is_told_alone_and_nothing_is_written(session, office):
    petition = a_petition(session, office, kind=Kind.CLAIM)
    at = office.clock()

    longer, stopped = consequences(
        session, petition.number, (Extended(at, 30), Paused(at, PauseGround.IMPEDIMENT))
    )

    assert (date(2026, 5, 4), None) == (longer.due_on, stopped.due_on)
    assert (date(2026, 4, 10), 2) == (petition.due_on, petition.last_sequence)


def test_every_kind_that_had_a_term_has_its_date(session, office):
    petition = a_petition(session, office, kind=Kind.CLAIM)

    found = due_as(session, petition.number, office.clock())

    assert date(2026, 4, 1) == found[Kind.DOCUMENTS]
    assert set(Kind) - {Kind.MIXED} == set(found)


def test_no_such_petition(session, office):
    for question in (
        lambda: consequences(session, "2026-999999-9", ()),
        lambda: due_as(session, "2026-999999-9", office.clock()),
    ):
        with pytest.raises(LookupError):
            question()
