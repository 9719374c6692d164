"""How a due date came to be: original, suspended, resumed, extended, reckoned anew."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pqrs.law.citations import Citation, cpaca
from pqrs.law.events import (
    Completed,
    CompletionRequested,
    ContinuedOfficially,
    Event,
    Extended,
    Filed,
    Paused,
    Reckoned,
    Reclassified,
    Resumed,
    Returned,
    Withdrawn,
)
from pqrs.law.moments import local_day
from pqrs.law.parts import EXTENSION_RULE
from pqrs.law.standing import Standing
from pqrs.law.wording import say

_LINKS: dict[type[Event], tuple[str, Citation | None]] = {
    Filed: ("chain.filed", cpaca("14")),
    CompletionRequested: ("chain.completion_requested", cpaca("17")),
    Completed: ("chain.completed", cpaca("17")),
    Returned: ("chain.returned", cpaca("19")),
    Paused: ("chain.paused", cpaca("12, 39")),
    Resumed: ("chain.resumed", cpaca("12, 39")),
    Extended: ("chain.extended", EXTENSION_RULE),
    Reclassified: ("chain.reclassified", cpaca("13")),
    Reckoned: ("chain.reckoned", None),
    Withdrawn: ("chain.withdrawn", cpaca("18")),
    ContinuedOfficially: ("chain.continued", cpaca("18")),
}


@dataclass(frozen=True, slots=True)
class Link:
    """What moved the date and the day it happened.

    `due_on` is None while the clock stood still, or nobody owed an answer.
    """

    on: date
    key: str
    due_on: date | None
    citation: Citation | None
    cause: str = ""

    @property
    def text(self) -> str:
        return say(self.key, {"cause": self.cause})


def chain_of(told: Sequence[Event], stood: Sequence[Standing]) -> tuple[Link, ...]:
    """The first date and each event that moved it. `stood`: the standing after each of `told`."""
    links: list[Link] = []
    before = stood[0]
    for event, after in zip(told, stood, strict=True):
        if isinstance(event, Reckoned):
            _recalculate(links, event)
        elif not links or _owed(after) != links[-1].due_on or _is_taken_back(before, after):
            links.append(_link(event, after))
        before = after
    return tuple(links)


def _owed(after: Standing) -> date | None:
    return None if after.is_withdrawn else after.due_on


def _is_taken_back(before: Standing, after: Standing) -> bool:
    """Withdrawn, or gone on with, while the clock stood still anyway."""
    return (before.withdrawn_on, before.continued_on) != (after.withdrawn_on, after.continued_on)


def _link(event: Event, after: Standing) -> Link:
    key, citation = _LINKS.get(type(event), ("chain.other", None))
    if isinstance(event, Filed):
        return Link(after.received_on, key, after.due_on, after.term.citation)
    if isinstance(event, Extended) and after.term.extra:
        citation = after.term.citation
    return Link(local_day(event.at), key, _owed(after), citation)


def _recalculate(links: list[Link], event: Reckoned) -> None:
    """What stands before it is what was told then, not what the new rules would have given."""
    if event.before == event.after:
        return
    links[-1] = replace(links[-1], due_on=event.before)
    links.append(Link(local_day(event.at), "chain.reckoned", event.after, None, event.cause))
