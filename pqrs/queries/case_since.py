"""The case as an open page had shown it, and what happened to it after that."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models import OfficialText, Petition, PetitionEvent, ThirdPerson, by_number, facts_of
from pqrs.office import CaseFacts


@dataclass(frozen=True)
class Happened:
    """`by`: the official who made it. `said`: everything it carries, each thing as text."""

    name: str
    by: int | None
    said: frozenset[str]


@dataclass(frozen=True)
class CaseSince:
    """`facts`: those of the page. `happened`: each later event."""

    number: str
    facts: CaseFacts
    happened: tuple[Happened, ...]


def case_since(session: Session, number: str, seen: int | None) -> CaseSince | None:
    """None when nothing happened after `seen`, or there is no such page."""
    petition = by_number(session, number)
    if petition is None or seen is None or not 0 < seen < petition.last_sequence:
        return None
    then = petition.rules().standing(petition.timeline()[:seen])
    facts = replace(
        facts_of(petition),
        department=then.department,
        kind=then.kind,
        phase=then.phase,
        waits_for_routing=then.routed_by == "intake",
    )
    later = petition.events[seen:]
    happened = tuple(
        Happened(row.name, row.official_id, said_in(session, petition, row)) for row in later
    )
    return CaseSince(number, facts, happened)


def said_in(session: Session, petition: Petition, row: PetitionEvent) -> frozenset[str]:
    """Its own values, the day it was written down, and what the entity wrote with it."""
    if row.name.startswith("third_party"):
        return frozenset((*values_of(row.payload), *third_in(session, petition, row)))
    query = select(OfficialText.items).where(
        OfficialText.petition_id == petition.id,
        OfficialText.version == row.payload.get("version"),
    )
    items = session.scalar(query) or []
    return frozenset((*values_of(row.payload), local_day(row.at).isoformat(), "\n".join(items)))


def third_in(session: Session, petition: Petition, row: PetitionEvent) -> Iterator[str]:
    """Who, where and what, of the third persons it names."""
    query = select(ThirdPerson).where(
        ThirdPerson.petition_id == petition.id, ThirdPerson.version == row.payload["version"]
    )
    kept = session.scalars(query).one_or_none()
    if kept is not None:
        yield from (one for one in (kept.who, kept.email, kept.place, kept.words) if one)


def values_of(value: Any) -> Iterator[str]:  # noqa: ANN401  whatever JSON holds
    """Each single value as text; of a moment also its day."""
    if isinstance(value, dict):
        yield from (str(at).partition("T")[0] for key, at in value.items() if key.endswith("_at"))
        value = list(value.values())
    for one in value if isinstance(value, list) else ():
        if isinstance(one, dict | list):
            yield from values_of(one)
        elif one is not None:
            yield str(one)
