"""After an older backup was restored: mark the numbers given since, and give none of them again."""

from datetime import datetime

from sqlalchemy import select, union
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Counter, LostNumber, Petition
from pqrs.models.counter import make_sure_of
from pqrs.office import PetitionNumber, parse_number
from pqrs.outside.witness import IssuedNumber, Witness


def mark_lost_numbers(session: Session, witness: Witness, at: datetime) -> tuple[str, ...]:
    """The numbers that are marked now, in order; the counters then stand above every one.

    Below the highest number that the witness saw no place stays empty: one that it did not see, or
    could not write, may have been told to somebody too.
    """
    seen = {
        number: issued
        for issued, _linked in witness.lines()
        if (number := parse_number(issued.number)) is not None
    }
    marked: list[str] = []
    for series, year in sorted({(number.series, number.year) for number in seen}):
        ours = {n.sequence: seen[n] for n in seen if (n.series, n.year) == (series, year)}
        marked += mark_series(session, series, year, ours, at)
    if marked:
        details = {"first": marked[0], "last": marked[-1], "count": len(marked)}
        session.add(AuditEntry(at=at, action="numbers_lost", details=details))
        session.flush()
    return tuple(marked)


def mark_series(
    session: Session, series: str, year: int, seen: dict[int, IssuedNumber], at: datetime
) -> list[str]:
    """One series of one year: its counter, then every empty place below it."""
    make_sure_of(session, series, year)
    counter = session.get_one(Counter, (series, year), with_for_update=True)
    counter.value = max(counter.value, *seen)
    latest = max(issued.filed_at for issued in seen.values())
    counter.last_at = max(counter.last_at or latest, latest)
    taken = places_taken(session, series, year)
    marked = []
    for sequence in range(1, counter.value + 1):
        if sequence not in taken:
            issued = seen.get(sequence)
            lost = LostNumber(
                number=str(PetitionNumber(year, sequence, series)),
                series=series,
                year=year,
                sequence=sequence,
                filed_at=issued and issued.filed_at,
                content_hash=issued and issued.content_hash,
                noted_at=at,
            )
            session.add(lost)
            marked.append(lost.number)
    session.flush()
    return marked


def places_taken(session: Session, series: str, year: int) -> set[int]:
    """Of the petitions that are kept, and of those already known to be lost."""
    return set(
        session.scalars(
            union(
                *(
                    select(table.sequence).where(table.series == series, table.year == year)
                    for table in (Petition, LostNumber)
                )
            )
        )
    )
