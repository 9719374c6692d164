"""Open cases read in bulk, without the ORM, and what other rules would make of their dates.

One reading serves the act that moves them (`acts/reckon.py`) and the question that only asks
(`queries/reckoning.py`), so that what is announced is what happens.
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, String, and_, cast, select
from sqlalchemy.orm import Session, selectinload

from pqrs.law import (
    Event,
    LawError,
    Phase,
    RuleBook,
    Rules,
    Standing,
    arrival_of,
    event_from_plain,
)
from pqrs.models.person import Petitioner
from pqrs.models.petition import COMPUTED, Petition, PetitionEvent, columns_of
from pqrs.models.rules import rule_book

PAGE = 500
EVENT = PetitionEvent.__table__.c
"""Columns and not attributes: an attribute has the ORM look at each row."""
PETITION, PERSON = Petition.__table__.c, Petitioner.__table__.c
NEEDED = (
    *COMPUTED, "id", "number", "filed_at", "channel", "area", "priority", "reply_by",
    "language", "last_sequence", "last_hash", "reckoned_with",
)  # fmt: skip
OPEN = tuple(phase for phase in Phase if not phase.is_final)
"""Phases of a case whose dates may still move."""


class Told(NamedTuple):
    """The dates a petitioner was told: of each part, and until when to complete or clarify."""

    due: tuple[date | None, ...]
    respond_by: date | None

    @classmethod
    def of(cls, standing: Standing) -> "Told":
        return cls(tuple(part.due_on for part in standing.parts), standing.respond_by)


class OpenCase(NamedTuple):
    """The row of a case that lives, with its history."""

    row: Row[Any]
    events: tuple[Event, ...]


class Move(NamedTuple):
    """What the rules make of one case. `columns`: those of the computed ones that change."""

    case: OpenCase
    rules: Rules
    before: Told
    after: Told
    standing: Standing
    columns: dict[str, Any]

    @property
    def is_told(self) -> bool:
        """Whether a date that somebody was told moves."""
        return self.before != self.after

    def moved_due(self) -> tuple[date | None, date | None]:
        """The due date that moved: the first to end, or else the first part whose date is new."""
        before, after = self.case.row.due_on, self.standing.due_on
        if before != after:
            return before, after
        pairs = zip(self.before.due, self.after.due, strict=True)
        return next((pair for pair in pairs if pair[0] != pair[1]), (before, after))


def moves(
    session: Session, book: RuleBook, known: int | None = None, *, lock: bool = False
) -> Iterator[Move]:
    """Each open case of which anything would differ under `book`, in order of filing.

    `known`: only those that have the rules of that version.
    """
    for case in open_cases(session, known, lock=lock):
        move = move_of(session, case, book)
        if move.columns or move.is_told:
            yield move


def move_of(session: Session, case: OpenCase, book: RuleBook) -> Move:
    """Raises LawError when the rules leave the case without a term or a calendar."""
    arrived_on = arrival_of(case.events)
    rules = book.on(arrived_on)
    standing = rules.standing(case.events)
    if case.row.due_on is not None and len(standing.parts) == 1:
        before = Told((case.row.due_on,), None)  # the clock runs, so nothing waits for anybody
    else:
        own = rule_book(session, case.row.reckoned_with).on(arrived_on)
        before = Told.of(own.standing(case.events))
    columns = changed_columns(case.row, standing, rules)
    return Move(case, rules, before, Told.of(standing), standing, columns)


def changed_columns(row: Row[Any], standing: Standing, rules: Rules) -> dict[str, Any]:
    """The computed columns that are not as they were kept; a row begins with them."""
    now = columns_of(standing, rules).items()
    return {name: value for (name, value), kept in zip(now, row, strict=False) if value != kept}


def open_cases(session: Session, known: int | None, *, lock: bool = False) -> Iterator[OpenCase]:
    """A page at a time. `lock`: nobody else changes them until the transaction ends."""
    is_open = PETITION.phase.in_(OPEN)
    which = is_open if known is None else and_(is_open, PETITION.reckoned_with == known)
    # Named once: asked page by page, the database would sort all that is left for each page.
    ids = session.scalars(select(PETITION.id).where(which).order_by(PETITION.id)).all()
    for first in range(0, len(ids), PAGE):
        query = page_query(ids[first : first + PAGE]).where(which)
        if lock:
            query = query.with_for_update(of=Petition.__table__)
        rows = session.connection().execute(query).all()
        events = histories(session, [row.id for row in rows])
        for row in rows:
            yield OpenCase(row, events[row.id])


def page_query(ids: Sequence[int]) -> Select[Any]:
    """Those petitions, with the address of whoever asks."""
    return (
        select(*(PETITION[name] for name in NEEDED), PERSON.email)
        .select_from(Petition.__table__)
        .outerjoin(Petitioner.__table__, PERSON.id == PETITION.petitioner_id)
        .where(PETITION.id.in_(ids))
        .order_by(PETITION.id)
    )


def histories(session: Session, ids: Sequence[int]) -> dict[int, tuple[Event, ...]]:
    """The events of each petition, in order."""
    rows = (
        session.connection()
        .execute(
            select(EVENT.petition_id, EVENT.name, EVENT.at, cast(EVENT.payload, String))
            .where(EVENT.petition_id.in_(ids))
            .order_by(EVENT.petition_id, EVENT.sequence)
        )
        .all()
    )
    payloads = json.loads(f"[{','.join(row[3] for row in rows)}]")  # one call, not one a row
    events = (
        (row[0], event_from_plain(row[1], row[2], payload))
        for row, payload in zip(rows, payloads, strict=True)
    )
    return {
        petition_id: tuple(event for _, event in mine)
        for petition_id, mine in groupby(events, key=itemgetter(0))
    }


class WrongColumns(NamedTuple):
    """`differing`: by column, what is kept and what the events say. `fault`: it cannot be read."""

    petition: Petition
    differing: dict[str, tuple[Any, Any]]
    fault: str = ""


def wrong_columns(session: Session) -> Iterator[WrongColumns]:
    """Each petition whose computed columns are not the fold of its events, by its own rules."""
    last = 0
    while True:
        page = session.scalars(
            select(Petition)
            .where(Petition.id > last)
            .order_by(Petition.id)
            .limit(PAGE)
            .options(selectinload(Petition.events))
        ).all()
        if not page:
            return
        for petition in page:
            found = wrong_in(petition)
            if found.differing or found.fault:
                yield found
        last = page[-1].id
        if not session.dirty:
            session.expunge_all()


def wrong_in(petition: Petition) -> WrongColumns:
    """What is wrong in one."""
    try:
        rules = petition.rules()
        right = columns_of(rules.standing(petition.timeline()), rules)
    except LawError as error:
        return WrongColumns(petition, {}, str(error))
    differing = {
        name: (getattr(petition, name), value)
        for name, value in right.items()
        if getattr(petition, name) != value
    }
    return WrongColumns(petition, differing)
