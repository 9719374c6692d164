"""How many cases the same department has to answer before one: the turn (Ley 962 de 2005, art. 15).

The order is that of the department's own queue: whom the law prefers first, then by due date.
"""

from dataclasses import dataclass

from sqlalchemy import case, func, select, tuple_
from sqlalchemy.orm import Session, aliased

from pqrs.law import Phase
from pqrs.models import Petition

ROUTED = ("rule", "words", "person")


@dataclass(frozen=True)
class Turn:
    """`before`: how many go first; `preferred`: how many of them because the law says so."""

    before: int
    preferred: int


def turn_of(session: Session, number: str) -> Turn | None:
    """The turn of a case that a department has to answer by some day. One statement.

    None for one that waits for routing, for its petitioner or for nothing any more.
    """
    mine, other = aliased(Petition), aliased(Petition)
    ahead = func.coalesce(func.sum(case((other.rank < mine.rank, 1), else_=0)), 0)
    row = session.execute(
        select(mine.id, func.count(other.id), ahead)
        .outerjoin(
            other,
            (other.department == mine.department)
            & other.routed_by.in_(ROUTED)
            & (other.phase == Phase.OPEN)
            & (
                tuple_(other.rank, other.due_on, other.id) < tuple_(mine.rank, mine.due_on, mine.id)
            ),
        )
        .where(
            mine.number == number,
            mine.phase == Phase.OPEN,
            mine.routed_by.in_(ROUTED),
            mine.due_on.is_not(None),
        )
        .group_by(mine.id)
    ).one_or_none()
    return Turn(row[1], int(row[2])) if row else None
