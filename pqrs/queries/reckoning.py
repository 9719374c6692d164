"""What a change of the rules would move, before anything is saved: numbers and dates alone."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlalchemy.orm import Session

from pqrs.law import Change, RuleBook
from pqrs.models import rule_book
from pqrs.models.reckoning import Move, moves


class Turn(StrEnum):
    """What a move makes of a case today."""

    STAYS = "stays"
    BECOMES_LATE = "becomes_late"
    BECOMES_ON_TIME = "becomes_on_time"


@dataclass(frozen=True)
class MovedCase:
    """`respond_before`, `respond_after`: the petitioner's last day to complete, when that moves.

    A breach on record stays, also of a case that is no longer late.
    """

    number: str
    department: str | None
    before: date | None
    after: date | None
    respond_before: date | None
    respond_after: date | None
    turn: Turn
    has_breach: bool


@dataclass(frozen=True)
class DepartmentMoves:
    """How many of one department's cases would move; `department` is None for the unrouted."""

    department: str | None
    moved: int
    become_late: int
    become_on_time: int


@dataclass(frozen=True)
class WhatIf:
    """In order of filing. `departments`: the most moved first."""

    cases: tuple[MovedCase, ...]
    departments: tuple[DepartmentMoves, ...]

    def count(self, turn: Turn) -> int:
        """How many cases make that turn."""
        return sum(case.turn is turn for case in self.cases)


def what_if(session: Session, changes: Sequence[Change], *, today: date) -> WhatIf:
    """The moves that these changes would make, under the rules in force now. Writes nothing.

    Raises LawError when they would leave a case without a term.
    """
    return under(session, rule_book(session).changed(*changes), today=today)


def under(session: Session, book: RuleBook, *, today: date) -> WhatIf:
    """The moves that these rules would make."""
    cases = tuple(case_of(move, today) for move in moves(session, book) if move.is_told)
    return WhatIf(cases, summary(cases))


def case_of(move: Move, today: date) -> MovedCase:
    """One move as it is shown."""
    before, after = move.moved_due()
    respond = (move.before.respond_by, move.after.respond_by)
    responds = respond if respond[0] != respond[1] else (None, None)
    row = move.case.row
    was_late = row.due_on is not None and row.due_on < today
    is_late = move.standing.is_overdue(today)
    turn = Turn.STAYS
    if was_late != is_late:
        turn = Turn.BECOMES_LATE if is_late else Turn.BECOMES_ON_TIME
    return MovedCase(
        number=row.number,
        department=row.department,
        before=before,
        after=after,
        respond_before=responds[0],
        respond_after=responds[1],
        turn=turn,
        has_breach=was_late or bool(move.standing.breaches),
    )


def summary(cases: Iterable[MovedCase]) -> tuple[DepartmentMoves, ...]:
    """By department."""
    found: dict[str | None, list[MovedCase]] = {}
    for case in cases:
        found.setdefault(case.department, []).append(case)
    rows = (
        DepartmentMoves(
            department=department,
            moved=len(mine),
            become_late=sum(case.turn is Turn.BECOMES_LATE for case in mine),
            become_on_time=sum(case.turn is Turn.BECOMES_ON_TIME for case in mine),
        )
        for department, mine in found.items()
    )
    return tuple(sorted(rows, key=lambda row: (-row.moved, row.department or "")))
