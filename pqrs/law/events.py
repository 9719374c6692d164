"""What can happen to a petition, in one place. Contesting it: `contest_events.py`.

Each is a frozen dataclass that says what happened, not what follows: that is `standing`'s. They
stand by subject: how it arrives, what moves its term, how it ends.
"""

from pqrs.law.arrival_events import (
    Assigned,
    Filed,
    OfficeWrote,
    PartsSettled,
    PetitionerWrote,
    Reclassified,
    TextAdded,
)
from pqrs.law.ending_events import (
    Annulled,
    ContinuedOfficially,
    Delivered,
    NoticePosted,
    NoticeWithdrawn,
    Rejected,
    Replied,
    Transferred,
    Withdrawn,
)
from pqrs.law.event import (
    Corrected,
    Event,
    field_names,
    known_means,
)
from pqrs.law.term_events import (
    Breached,
    Completed,
    CompletionExtended,
    CompletionRequested,
    DutyMet,
    Extended,
    Paused,
    Reckoned,
    Resumed,
    Returned,
)

__all__ = [
    "Annulled",
    "Assigned",
    "Breached",
    "Completed",
    "CompletionExtended",
    "CompletionRequested",
    "ContinuedOfficially",
    "Corrected",
    "Delivered",
    "DutyMet",
    "Event",
    "Extended",
    "Filed",
    "NoticePosted",
    "NoticeWithdrawn",
    "OfficeWrote",
    "PartsSettled",
    "Paused",
    "PetitionerWrote",
    "Reckoned",
    "Reclassified",
    "Rejected",
    "Replied",
    "Resumed",
    "Returned",
    "TextAdded",
    "Transferred",
    "Withdrawn",
    "field_names",
    "known_means",
]
