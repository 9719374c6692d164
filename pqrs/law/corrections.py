"""The history as it should have been written: each correction put in the place it names."""

from collections.abc import Sequence

from pqrs.law import events as happened
from pqrs.law.refusals import LawError


def corrected(events: Sequence[happened.Event]) -> Sequence[happened.Event]:
    """Answer the history itself when nothing was corrected. Raises LawError for a wrong place."""
    if not any(type(event) is happened.Corrected for event in events):
        return events
    told: list[happened.Event | None] = list(events)
    for place, event in enumerate(events):
        if isinstance(event, happened.Corrected):
            told[_wrong_place(event, events[:place])] = event.replacement
    return [event for event in told if event is not None]


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
