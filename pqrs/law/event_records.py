"""Events as they are stored: read back by their name from JSON scalars and lists."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any

from pqrs.law.contest_events import (
    AppealDecided,
    Appealed,
    AppealMoved,
    AppealNotified,
    EvidenceClosed,
    EvidenceOrdered,
    EvidenceShared,
    InsistenceArrived,
    InsistenceInterrupted,
    InsistenceRuled,
    InsistenceSent,
    InterruptionEnded,
)
from pqrs.law.events import (
    Annulled,
    Assigned,
    Breached,
    Completed,
    CompletionExtended,
    CompletionRequested,
    ContinuedOfficially,
    Corrected,
    Delivered,
    DutyMet,
    Event,
    Extended,
    Filed,
    NoticePosted,
    NoticeWithdrawn,
    OfficeWrote,
    PartsSettled,
    Paused,
    PetitionerWrote,
    Reckoned,
    Reclassified,
    Rejected,
    Replied,
    Resumed,
    Returned,
    TextAdded,
    Transferred,
    Withdrawn,
    field_names,
)
from pqrs.law.kinds import (
    Channel,
    Decision,
    InterruptionEnd,
    InterruptionGround,
    Kind,
    PauseGround,
    RejectionGround,
    Remedy,
    Ruling,
    ThirdMeans,
)
from pqrs.law.matter_events import PartContributed, PartMoved
from pqrs.law.refusals import LawError
from pqrs.law.third_party_events import ThirdPartyHeard, ThirdPartyNoted, ThirdPartyTold

EVENTS: dict[str, type[Event]] = {
    event.name: event
    for event in (
        Filed, Assigned, Reclassified, CompletionRequested, CompletionExtended, Completed,
        Returned, Paused, Resumed, Extended, Transferred, Rejected, Withdrawn, Replied,
        Delivered, Annulled, Corrected, Reckoned, Breached, TextAdded, Appealed, EvidenceOrdered,
        AppealDecided, AppealNotified, InsistenceSent, InsistenceRuled, NoticePosted,
        NoticeWithdrawn, OfficeWrote, PetitionerWrote, EvidenceClosed, EvidenceShared, AppealMoved,
        InsistenceArrived, PartsSettled, PartContributed, PartMoved, InsistenceInterrupted,
        InterruptionEnded, DutyMet, ContinuedOfficially, ThirdPartyNoted, ThirdPartyTold,
        ThirdPartyHeard,
    )
}  # fmt: skip


def event_from_plain(name: str, at: datetime, payload: Mapping[str, Any]) -> Event:
    """Read back what `to_plain` wrote. Raises LawError when the name or the payload is not ours."""
    event = EVENTS.get(name)
    if event is None:
        raise LawError("unknown_event", name=name)
    try:
        read = dict(payload)
        for key, reader in _readers_of(name):
            if read.get(key) is not None:
                read[key] = reader(read[key])
        return event(at, **read)
    except (TypeError, ValueError, KeyError):
        raise LawError("event_payload", name=name) from None


@cache
def _readers_of(name: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """Of each field, what makes its value of JSON; a reader of the event's own comes first."""
    known = (
        (key, _READERS.get((name, key)) or _READERS.get(("", key)))
        for key in field_names(EVENTS[name])
    )
    return tuple((key, reader) for key, reader in known if reader)


def _read_event(plain: Mapping[str, Any]) -> Event:
    return event_from_plain(plain["name"], datetime.fromisoformat(plain["at"]), plain["payload"])


def _read_parts(values: list[str]) -> tuple[Kind, ...]:
    return tuple(Kind(value) for value in values)


_READERS: dict[tuple[str, str], Callable[[Any], Any]] = {
    ("", "received_at"): datetime.fromisoformat,
    ("", "communicated_at"): datetime.fromisoformat,
    ("", "posted_on"): date.fromisoformat,
    ("", "elsewhere_on"): date.fromisoformat,
    ("", "before"): date.fromisoformat,
    ("", "after"): date.fromisoformat,
    ("", "respond_before"): date.fromisoformat,
    ("", "respond_after"): date.fromisoformat,
    ("breached", "due_on"): date.fromisoformat,
    ("", "kinds"): _read_parts,
    ("", "act_on"): date.fromisoformat,
    ("", "delivered_on"): date.fromisoformat,
    ("", "done_on"): date.fromisoformat,
    ("notice_withdrawn", "until"): date.fromisoformat,
    ("", "decision"): Decision,
    ("", "kind"): Kind,
    ("", "channel"): Channel,
    ("", "parts"): _read_parts,
    ("extended", "parts"): tuple,
    ("", "remedy"): Remedy,
    ("", "ruling"): Ruling,
    ("", "sent_on"): date.fromisoformat,
    ("", "arrived_on"): date.fromisoformat,
    ("", "shared_on"): date.fromisoformat,
    ("", "told_on"): date.fromisoformat,
    ("", "heard_on"): date.fromisoformat,
    ("third_party_told", "means"): ThirdMeans,
    ("", "comply_by"): date.fromisoformat,
    ("", "asked_on"): date.fromisoformat,
    ("", "ended_on"): date.fromisoformat,
    ("", "ending"): InterruptionEnd,
    ("insistence_interrupted", "ground"): InterruptionGround,
    ("paused", "ground"): PauseGround,
    ("rejected", "ground"): RejectionGround,
    ("", "replacement"): _read_event,
}
