"""A history becomes a standing: each event takes its branch, in the order it was recorded.

What the branches do: `fold_term.py` to the term, `fold_matters.py` to each of several matters,
`fold_ending.py` to how it ends, `fold_third_parties.py` to who else is told. What they change:
`fold_state.py`.
"""

from collections.abc import Callable, Sequence
from typing import Any

from pqrs.law import events as happened
from pqrs.law import fold_ending as ending
from pqrs.law import fold_matters as matters
from pqrs.law import fold_term as term
from pqrs.law import fold_third_parties as third
from pqrs.law.calendar import Calendar
from pqrs.law.citations import cpaca
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
from pqrs.law.corrections import corrected
from pqrs.law.fold_state import Fold
from pqrs.law.matter_events import PartContributed, PartMoved
from pqrs.law.readings import Readings
from pqrs.law.refusals import LawError
from pqrs.law.standing import Standing
from pqrs.law.terms import Terms
from pqrs.law.third_party_events import ThirdPartyHeard, ThirdPartyNoted, ThirdPartyTold

_DEFAULT_READINGS = Readings()


def standing(
    events: Sequence[happened.Event],
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    terms: Terms | None = None,
) -> Standing:
    """Fold a history, in the order it was recorded. `terms`: those of the data file without them.

    Raises LawError if it does not begin with `Filed`, or no term or calendar reaches its days.
    """
    told = corrected(events)
    if not told or not isinstance(told[0], happened.Filed):
        raise LawError("first_event", cpaca("15"))
    fold = Fold(told[0], calendar, readings, terms)
    for event in told[1:]:
        branch = _BRANCHES.get(type(event))
        if branch is None:
            raise LawError("first_event", cpaca("15"))
        branch(fold, event)
    return fold.standing(events[-1].at)


def _nothing(_fold: Fold, _event: happened.Event) -> None:
    """A correction is already in its place; a recomputation has no effect of its own."""


_BRANCHES: dict[type[happened.Event], Callable[[Fold, Any], None]] = {
    happened.Assigned: term.on_assigned,
    happened.Reclassified: term.on_reclassified,
    happened.CompletionRequested: term.on_completion_requested,
    happened.CompletionExtended: term.on_completion_extended,
    happened.Completed: term.on_completed,
    happened.Returned: term.on_returned,
    happened.Paused: term.on_paused,
    happened.Resumed: term.on_resumed,
    happened.Extended: term.on_extended,
    happened.Transferred: ending.on_transferred,
    happened.Rejected: ending.on_rejected,
    happened.Withdrawn: ending.on_withdrawn,
    happened.ContinuedOfficially: ending.on_continued,
    happened.Replied: ending.on_replied,
    happened.Delivered: ending.on_delivered,
    Appealed: ending.on_appealed,
    EvidenceOrdered: ending.on_contested,
    EvidenceClosed: ending.on_contested,
    EvidenceShared: ending.on_contested,
    AppealDecided: ending.on_appeal_decided,
    AppealNotified: ending.on_contested,
    AppealMoved: ending.on_contested,
    InsistenceSent: ending.on_contested,
    InsistenceArrived: ending.on_contested,
    InsistenceInterrupted: ending.on_contested,
    InterruptionEnded: ending.on_contested,
    InsistenceRuled: ending.on_contested,
    happened.Annulled: ending.on_annulled,
    happened.Corrected: _nothing,
    happened.Reckoned: _nothing,
    happened.Breached: ending.on_breached,
    happened.TextAdded: _nothing,
    happened.OfficeWrote: _nothing,
    happened.PartsSettled: matters.on_parts_settled,
    PartContributed: matters.on_part_contributed,
    PartMoved: matters.on_part_moved,
    happened.PetitionerWrote: _nothing,
    happened.DutyMet: term.on_duty_met,
    ThirdPartyNoted: third.on_third_party_noted,
    ThirdPartyTold: third.on_third_party_told,
    ThirdPartyHeard: _nothing,
    happened.NoticePosted: _nothing,
    happened.NoticeWithdrawn: _nothing,
}
