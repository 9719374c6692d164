"""The public register of what was filed, in order of arrival (Ley 962 de 2005, artículo 15).

Number, day, state and turn, and nothing else: a report of wrongdoing or a reserved case looks like
any other row. A number whose petition was lost with a disk stays in its place, and says so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from pqrs.law import Phase, local_day
from pqrs.models import LostNumber, Petition
from pqrs.office import PetitionNumber
from pqrs.queries.lost_numbers import lost_before
from pqrs.queries.tracking import CitizenState

ROWS = 25
SERIES = "R"
UNANSWERED = (Phase.OPEN, Phase.WAITING)
Kept: TypeAlias = Petition | LostNumber


@dataclass(frozen=True)
class RegisterRow:
    """`turn`: its place, by arrival, among all that wait for their answer; None for the rest.

    Of a lost petition `state` is None, and so is the day when nobody knows it.
    """

    number: str
    on: date | None
    state: CitizenState | None
    turn: int | None


@dataclass(frozen=True)
class Register:
    """One page, the newest first. `older` is the number to go on from; None at the end."""

    rows: tuple[RegisterRow, ...]
    older: str | None
    waiting: int


def public_register(session: Session, before: PetitionNumber | None = None) -> Register:
    """The twenty-five that were filed before that number, or the last ones. Four statements."""
    found = select(Petition).where(Petition.series == SERIES)
    if before is not None:
        found = found.where(place_of(Petition) < (before.year, before.sequence))
    query = found.order_by(Petition.year.desc(), Petition.sequence.desc()).limit(ROWS + 1)
    kept = session.scalars(query).all()
    lost = lost_before(session, SERIES, before, ROWS + 1)
    both: list[Kept] = [*kept, *lost]
    rows = sorted(both, key=lambda row: (row.year, row.sequence), reverse=True)
    shown = rows[:ROWS]
    return Register(
        rows=tuple(with_turns(session, shown)),
        older=shown[-1].number if len(rows) > len(shown) else None,
        waiting=count_waiting(session),
    )


def register_row(session: Session, number: str) -> RegisterRow | None:
    """The row of one number; None when the register does not have it."""
    query = select(Petition).where(Petition.series == SERIES, Petition.number == number)
    found: Sequence[Kept] = session.scalars(query).all()
    lost = select(LostNumber).where(LostNumber.series == SERIES, LostNumber.number == number)
    return next(with_turns(session, found or session.scalars(lost).all()), None)


def place_of(petition: type[Petition]) -> ColumnElement[tuple[int, int]]:
    """What the register is ordered by."""
    return tuple_(petition.year, petition.sequence)


def count_waiting(session: Session, *conditions: ColumnElement[bool]) -> int:
    """How many of the register wait for their answer."""
    query = select(func.count()).where(
        Petition.series == SERIES, Petition.phase.in_(UNANSWERED), *conditions
    )
    return session.scalar(query) or 0


def with_turns(session: Session, rows: Sequence[Kept]) -> Iterator[RegisterRow]:
    """From the newest down, each with its turn: counted once for the page, then one by one."""
    if not rows:
        return
    newest = rows[0]
    turn = count_waiting(session, place_of(Petition) <= (newest.year, newest.sequence))
    for one in rows:
        if isinstance(one, LostNumber):
            yield RegisterRow(one.number, one.filed_at and local_day(one.filed_at), None, None)
            continue
        waits = one.phase in UNANSWERED
        yield RegisterRow(
            one.number, local_day(one.filed_at), state_of(one), turn if waits else None
        )
        turn -= waits


def state_of(petition: Petition) -> CitizenState:
    """Whether it waits, was answered, or ended without an answer."""
    if petition.phase in UNANSWERED:
        return CitizenState.IN_PROGRESS
    answered = petition.phase is Phase.REPLIED or petition.answered_on is not None
    return CitizenState.ANSWERED if answered else CitizenState.CLOSED
