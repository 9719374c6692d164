"""Is what a seal says still what is on record? Answered in one word, without saying what it is."""

from enum import StrEnum

from sqlalchemy.orm import Session

from pqrs.office.receipt_seal import Seal, written
from pqrs.queries.lost_numbers import is_lost
from pqrs.queries.receipt import letter_facts, receipt_facts


class OnRecord(StrEnum):
    """What became of it: the same, something else under that number, lost, or nothing."""

    SAME = "same"
    CHANGED = "changed"
    ABSENT = "absent"
    LOST = "lost"


def on_record(session: Session, seal: Seal) -> OnRecord:
    """Compare with a seal made anew from the words, files and moments that are kept."""
    look_up = letter_facts if seal.is_answer else receipt_facts
    facts = look_up(session, seal.number)
    if facts is None:
        lost = not seal.is_answer and is_lost(session, seal.number)
        return OnRecord.LOST if lost else OnRecord.ABSENT
    return OnRecord.SAME if alike(facts.seal, seal) else OnRecord.CHANGED


def alike(kept: Seal, shown: Seal) -> bool:
    """Moments by the second, which is all that a seal holds."""
    return (kept.number, kept.digest, *moments(kept)) == (
        shown.number,
        shown.digest,
        *moments(shown),
    )


def moments(seal: Seal) -> tuple[str, str]:
    """As they are signed."""
    return written(seal.at), written(seal.arrived_at) if seal.arrived_at else ""
