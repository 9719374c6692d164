"""The history as it should have been written: each correction put in the place it names."""

from collections.abc import Sequence
from datetime import date

from pqrs.law import events as happened
from pqrs.law.citations import cpaca
from pqrs.law.moments import local_day
from pqrs.law.refusals import LawError


def corrected(events: Sequence[happened.Event]) -> Sequence[happened.Event]:
    """Answer the history itself when nothing was corrected. Raises LawError for a wrong place."""
    if happened.Corrected not in map(type, events):
        return events
    told: list[happened.Event | None] = list(events)
    for place, event in enumerate(events):
        if isinstance(event, happened.Corrected):
            told[_wrong_place(event, events[:place])] = event.replacement
    return [event for event in told if event is not None]


def arrival_of(events: Sequence[happened.Event]) -> date:
    """The day it arrived, as it should have been written. Raises LawError without a filing."""
    told = corrected(events)
    if not told or not isinstance(told[0], happened.Filed):
        raise LawError("first_event", cpaca("15"))
    return local_day(told[0].received_at)


def _wrong_place(event: happened.Corrected, before: Sequence[happened.Event]) -> int:
    place = event.sequence - 1
    struck_filing = place == 0 and event.replacement is None
    if (
        not 0 <= place < len(before)
        or struck_filing
        or isinstance(before[place], happened.Corrected)
    ):
        raise LawError("corrected_event", sequence=event.sequence)
    return place
