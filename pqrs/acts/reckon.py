"""Move every open case to the newest rules: event, columns, kept figures, notices.

One path for one case and for a hundred thousand.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.tell_reckoned import tell_reckoned_departments, tell_reckoned_petitioner
from pqrs.law import Breached, Change, ChangeKind, Event, Kind, Reckoned, local_day, say, spell_day
from pqrs.models import SYSTEM, AuditEntry, Notice, Petition, PetitionEvent, rule_book
from pqrs.models.bulk import (
    insert_rows,
    keep_many_pages,
    update_rows,
    without_collector,
)
from pqrs.models.petition import FIGURE_COLUMNS, link
from pqrs.models.reckoning import OPEN, Move, changed_columns, moves
from pqrs.models.tally import move_tallies
from pqrs.office.tallies import TallyKey, petition_tallies

BATCH = 1000
_FIGURES, _ONLY_DUE = frozenset(FIGURE_COLUMNS), frozenset({"due_on"})


@dataclass(frozen=True)
class Cause:
    """What moved the dates, as the petitioner reads it."""

    act: str
    change: Change | None = None

    @property
    def text(self) -> str:
        """`Decreto 012 de 2026: la entidad no trabaja el …`."""
        days = self.change.days if self.change else ()
        if self.change is None or not days:
            return self.act
        closes = self.change.kind is ChangeKind.CLOSURE
        key = "cause.closure" if closes else "cause.reopening"
        return say(key, {"act": self.act, "days": "; ".join(map(spell_day, days))})


@dataclass
class Reckoning:
    """How it went. `moved`: cases whose date changed. `told`: notices written."""

    version: int
    moved: int = 0
    told: int = 0
    by_department: Counter[str] = field(default_factory=Counter)


def reckon(
    session: Session, *, cause: Cause, office: Office, known: int | None = None
) -> Reckoning:
    """Reckon the open cases, or only those of the version `known`. In a writing transaction.

    Raises LawError when the new rules would leave a case without a term.
    """
    session.flush()
    keep_many_pages(session)
    book, at, why = rule_book(session), office.clock(), cause.text
    done = Reckoning(book.version)
    figures: Counter[TallyKey] = Counter()
    found = moves(session, book, known, lock=True)
    with without_collector():
        while batch := list(islice(found, BATCH)):
            write_batch(session, [Case(move, why, at) for move in batch], done, figures)
    name_version(session, book.version, known)
    before, after = -figures, +figures
    move_tallies(session, before.elements(), after.elements())
    notices = tell_reckoned_departments(session, done.by_department, why, at)
    insert_rows(session, Notice, notices)
    done.told += len(notices)
    session.add(
        AuditEntry(
            at=at,
            official_id=None,
            action="reckoned",
            petition_id=None,
            details={
                "version": book.version,
                "moved": done.moved,
                "told": done.told,
                "cause": why,
            },
        )
    )
    session.flush()
    session.expire_all()
    return done


class Case:
    """One case on its way: its new events, its new columns and its notice, as plain rows."""

    def __init__(self, move: Move, cause: str, at: datetime) -> None:
        """Work everything out; nothing is written."""
        self.move = move
        row, new = move.case.row, tuple(happened(move, cause, at))
        self.events = [{"petition_id": row.id, **one} for one in chained(move, new)]
        columns = move.columns
        if len(new) > move.is_told:  # a breach came first, and the fold has it to say
            standing = move.rules.standing((*move.case.events, *new))
            columns = changed_columns(row, standing, move.rules)
        self.columns = {**columns, "reckoned_with": move.rules.version}
        if self.events:
            last = self.events[-1]
            self.columns |= {"last_sequence": last["sequence"], "last_hash": last["hash"]}
        self.notice = tell_reckoned_petitioner(move, cause, at) if move.is_told else None

    def figures(self) -> tuple[list[TallyKey], list[TallyKey]]:
        """What it counted for, and what it counts for now."""
        kept, moved = self.move.case.row, _FIGURES & self.columns.keys()
        if moved <= _ONLY_DUE and kept.answered_on is None:
            return [], []  # an unanswered case counts for its month, whatever its date
        before = {name: getattr(kept, name) for name in FIGURE_COLUMNS}
        after = {**before, **{name: self.columns[name] for name in moved}}
        return list(petition_tallies(before)), list(petition_tallies(after))


def happened(move: Move, cause: str, at: datetime) -> Iterator[Event]:
    """Each date gone by unmet stays on record before any of them moves."""
    if move.columns or move.before.due != move.after.due:
        today, known = local_day(at), max(move.standing.breaches, default=date.min)
        for due_on in sorted({day for day in move.before.due if day and known < day < today}):
            yield Breached(at, due_on, late_kinds(move, due_on))
    if move.is_told:
        before, after = move.moved_due()
        respond = (move.before.respond_by, move.after.respond_by)
        moved = respond if respond[0] != respond[1] else (None, None)
        yield Reckoned(at, before, after, cause, *moved)


def late_kinds(move: Move, due_on: date) -> tuple[Kind, ...]:
    """The kinds of the parts that were due that day."""
    pairs = zip(move.standing.parts, move.before.due, strict=True)
    return tuple(part.kind for part, before in pairs if before == due_on)


def chained(move: Move, events: Iterable[Event]) -> Iterator[dict[str, Any]]:
    """Their rows, each linked to the one before it."""
    sequence, previous = move.case.row.last_sequence, move.case.row.last_hash
    for event in events:
        sequence += 1
        row = link(event, SYSTEM, sequence, previous)
        previous = row["hash"]
        yield row


def write_batch(
    session: Session, cases: list[Case], done: Reckoning, figures: Counter[TallyKey]
) -> None:
    """Events, columns and notices of some cases, each kind with one statement."""
    notices = [case.notice for case in cases if case.notice]
    insert_rows(session, PetitionEvent, [row for case in cases for row in case.events])
    insert_rows(session, Notice, notices)
    update_rows(session, Petition, {case.move.case.row.id: case.columns for case in cases})
    for case in cases:
        before, after = case.figures()
        figures.update(after)
        figures.subtract(before)
        if case.move.is_told:
            done.by_department[case.move.case.row.department or ""] += 1
    told = sum(case.move.is_told for case in cases)
    done.moved += told
    done.told += len(notices)


def name_version(session: Session, version: int, known: int | None) -> None:
    """Whatever did not move was reckoned too, and came out the same."""
    rest = Petition.phase.in_(OPEN), Petition.reckoned_with != version
    narrowed = rest if known is None else (*rest, Petition.reckoned_with == known)
    session.execute(
        update(Petition)
        .where(*narrowed)
        .values(reckoned_with=version)
        .execution_options(synchronize_session=False)
    )
