"""What another way of routing would have done with the cases of the last month."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel
from pqrs.models import Petition, PetitionText, is_confidential
from pqrs.office import Router, Suggestion
from pqrs.office.portions import suggest_by_matters

SPAN = timedelta(days=30)
MOST = 2000
"""Cases that a command looks at: some twenty seconds of work."""


@dataclass(frozen=True)
class Elsewhere:
    """A case that would have gone to another body; codes, and whether a person would decide."""

    number: str
    before: str
    after: str
    waits_before: bool
    waits_after: bool


@dataclass(frozen=True)
class DryRun:
    """`hidden`: the confidential and the anonymous that would change, only counted.

    `is_whole`: whether every case of the month was looked at.
    """

    looked_at: int
    cases: tuple[Elsewhere, ...]
    hidden: int
    is_whole: bool


@dataclass(frozen=True)
class Comparison:
    """The two ways, the day to route by, and the moment it is now."""

    before: Router
    after: Router
    on: date
    now: datetime


def routing_dry_run(
    session: Session,
    compared: Comparison,
    *,
    topic: str | None = None,
    most: int = MOST,
    tell: Callable[[float], None] = lambda _share: None,
) -> DryRun:
    """Ask both ways about each case of the last thirty days, and write nothing.

    With `topic`, only those of that topic or of none: a rule touches no other. `most`: of the
    newest, when there are more.
    """
    conditions: list[ColumnElement[bool]] = [
        Petition.filed_at >= compared.now - SPAN,
        Petition.filed_at <= compared.now,
        Petition.external_number.is_(None),
    ]
    if topic is not None:
        conditions.append((Petition.topic == topic) | Petition.topic.is_(None))
    rows = session.execute(
        select(Petition, PetitionText.body)
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .where(PetitionText.version == 1, *conditions)
        .order_by(Petition.filed_at.desc())
        .limit(most + 1)
    ).all()
    looked_at = rows[:most]
    found: list[Elsewhere] = []
    hidden = 0
    for place, (petition, text) in enumerate(looked_at, start=1):
        tell(place / len(looked_at))
        changed = ask_both(petition, text, compared)
        if changed is not None and is_only_counted(petition):
            hidden += 1
        elif changed is not None:
            found.append(changed)
    return DryRun(len(looked_at), tuple(found), hidden, is_whole=len(rows) <= most)


def ask_both(petition: Petition, text: str, compared: Comparison) -> Elsewhere | None:
    """None when both ways agree."""
    before, after = (
        suggest_by_matters(router, text, petition.topic, petition.place, on=compared.on)
        for router in (compared.before, compared.after)
    )
    if outcome(before) == outcome(after):
        return None
    return Elsewhere(
        petition.number,
        before.competent,
        after.competent,
        before.needs_person,
        after.needs_person,
    )


def outcome(one: Suggestion) -> Iterable[object]:
    """What a person would notice of it."""
    return one.competent, one.needs_person


def is_only_counted(petition: Petition) -> bool:
    """Not even its number and where it would go are shown."""
    return is_confidential(petition) or petition.identity is IdentityLevel.ANONYMOUS
