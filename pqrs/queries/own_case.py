"""What the petitioner may do on their case now, and until when; what the entity asked of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import (
    Citation,
    Completed,
    CompletionExtended,
    CompletionRequested,
    Event,
    IdentityLevel,
    Refusal,
    Returned,
    Rules,
    Standing,
    Way,
    completion_rule,
    cpaca,
    lawful,
    lawful_contests,
    local_day,
    ways_of,
)
from pqrs.models import OfficialText, Petition, by_number, facts_of
from pqrs.office import Pack
from pqrs.queries.messages import Dialogue, dialogue


@dataclass(frozen=True)
class OwnWay:
    """A way to contest; `refusal` says why not, or why not any more."""

    way: Way
    refusal: Refusal | None


@dataclass(frozen=True)
class Asked:
    """What the entity waits for. `until`: the last day; `longer`: the last if more time is asked.

    `is_unclear`: it could not tell what is asked. `due_after`: when the answer would be due if what
    is missing came now. `norm`: by which it is asked.
    """

    items: tuple[str, ...]
    is_unclear: bool
    norm: Citation
    on: date
    until: date | None
    longer: date | None
    due_after: date | None


@dataclass(frozen=True)
class OwnCase:
    """`sequence` goes into every form, against stale pages. Each refusal is the law's, or None."""

    number: str
    subject: str
    identity: IdentityLevel
    is_discreet: bool
    sequence: int
    due_on: date | None
    asked: Asked | None
    add_text: Refusal | None
    complete: Refusal | None
    extend_completion: Refusal | None
    withdraw: Refusal | None
    converse: Refusal | None
    dialogue: Dialogue
    ways: tuple[OwnWay, ...]


def own_case(session: Session, number: str, *, at: datetime, pack: Pack) -> OwnCase | None:
    """The case as its petitioner may act on it; None for a number that is not there."""
    petition = by_number(session, number)
    if petition is None:
        return None
    rules, told, today = petition.rules(), petition.timeline(), local_day(at)
    found = rules.standing(told)
    later = petition.rules_of_today()
    ways = ways_of(
        told,
        found,
        today,
        later.calendar,
        later.readings,
        has_superior=pack.has_superior(petition.department),
    )
    return OwnCase(
        number=petition.number,
        subject=petition.subject,
        identity=petition.identity,
        is_discreet=facts_of(petition).is_discreet,
        sequence=petition.last_sequence,
        due_on=found.due_on,
        asked=asked_of(session, petition, told, rules, at) if found.waits_for_petitioner else None,
        add_text=lawful.add_text(found),
        complete=lawful.complete(found),
        extend_completion=lawful.extend_completion(found, today),
        withdraw=lawful.withdraw(found),
        converse=lawful.converse(found),
        dialogue=dialogue(session, number),
        ways=tuple(OwnWay(way, lawful_contests.appeal(ways, way.remedy, today)) for way in ways),
    )


def asked_of(
    session: Session, petition: Petition, told: Sequence[Event], rules: Rules, at: datetime
) -> Asked:
    """The last thing that was asked, as it was written."""
    asked = [event for event in told if isinstance(event, CompletionRequested | Returned)][-1]
    query = select(OfficialText.items).where(
        OfficialText.petition_id == petition.id, OfficialText.version == asked.version
    )
    known_at = getattr(asked, "communicated_at", None) or asked.at
    found = rules.standing(told)
    return Asked(
        items=tuple(session.scalar(query) or ()),
        is_unclear=isinstance(asked, Returned),
        norm=cpaca("19") if isinstance(asked, Returned) else completion_rule(found.kind),
        on=local_day(known_at),
        until=found.respond_by,
        longer=longer(found, told, rules, at),
        due_after=rules.standing((*told, Completed(at))).due_on,
    )


def longer(found: Standing, told: Sequence[Event], rules: Rules, at: datetime) -> date | None:
    """The last day to complete if more time is asked now; None when that may not be."""
    if lawful.extend_completion(found, local_day(at)) is not None:
        return None
    return rules.standing((*told, CompletionExtended(at))).respond_by
