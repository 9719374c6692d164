"""The case as an open page had shown it, and what happened to it after that."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from pqrs.models import by_number
from pqrs.office import CaseFacts


@dataclass(frozen=True)
class CaseSince:
    """`facts`: those of the page. `happened`: each later event's name and who made it."""

    number: str
    facts: CaseFacts
    happened: tuple[tuple[str, int | None], ...]


def case_since(session: Session, number: str, seen: int | None) -> CaseSince | None:
    """None when nothing happened after `seen`, or there is no such page. Four statements."""
    petition = by_number(session, number)
    if petition is None or seen is None or not 0 < seen < petition.last_sequence:
        return None
    then = petition.rules().standing(petition.timeline()[:seen])
    facts = CaseFacts(
        department=then.department,
        kind=then.kind,
        identity=petition.identity,
        phase=then.phase,
        waits_for_routing=then.routed_by == "intake",
    )
    later = petition.events[seen:]
    return CaseSince(number, facts, tuple((row.name, row.official_id) for row in later))
