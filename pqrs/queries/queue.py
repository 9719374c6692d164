"""A department's queue: what it owes, danger to life first, then by legal due date."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from pqrs.law import IdentityLevel, Kind, Phase, Priority
from pqrs.models import Official, Petition, Place, rules_for

PAGE_SIZE = 25
LAST_PAGE = 1000
SOON, NEAR = 3, 5
"""Working days of the groups «en 3 días» and «en 5 días»."""


@dataclass(frozen=True)
class QueueRow:
    """One case as the list shows it. `days_left`: working days, negative when late."""

    number: str
    subject: str
    kind: Kind
    priority: Priority
    identity: IdentityLevel
    place: str | None
    official: str | None
    received_on: date
    due_on: date | None
    days_left: int | None
    competent: str | None


@dataclass(frozen=True)
class QueueCounts:
    """How many cases stand in each group of due dates, of the phase that is shown."""

    late: int
    today: int
    soon: int
    near: int
    later: int

    @property
    def total(self) -> int:
        """All of the phase."""
        return self.late + self.today + self.soon + self.near + self.later


@dataclass(frozen=True)
class Queue:
    """One page of the list, with the counts of the whole of it."""

    rows: tuple[QueueRow, ...]
    counts: QueueCounts
    phase: Phase
    page: int
    pages: int


def department_queue(
    session: Session, department: str, *, phase: Phase, page: int, today: date
) -> Queue:
    """The cases a department must answer. Two statements, and the rules once a session.

    `page` from 1; beyond the last one it is the last one.
    """
    mine = (
        Petition.department == department,
        Petition.routed_by.in_(("rule", "words", "person")),
        Petition.phase == phase,
    )
    return queue_of(session, mine, phase=phase, page=page, today=today)


def intake_queue(session: Session, *, reports: bool, page: int, today: date) -> Queue:
    """What waits for a person: reports for internal control, the rest for the clerk."""
    is_report = Petition.kind == Kind.REPORT
    waiting = (
        Petition.routed_by == "intake",
        Petition.phase == Phase.OPEN,
        is_report if reports else ~is_report,
    )
    return queue_of(session, waiting, phase=Phase.OPEN, page=page, today=today)


def queue_of(
    session: Session,
    conditions: tuple[ColumnElement[bool], ...],
    *,
    phase: Phase,
    page: int,
    today: date,
) -> Queue:
    """Count and fetch one page of the cases that meet `conditions`."""
    counts = count_groups(session, conditions, today)
    pages = max(1, -(-counts.total // PAGE_SIZE))
    page = min(max(page, 1), pages, LAST_PAGE)
    calendar = rules_for(session).calendar
    rows = session.execute(
        select(Petition, Place.name, Official.name)
        .outerjoin(Place, Place.code == Petition.place)
        .outerjoin(Official, Official.id == Petition.official_id)
        .where(*conditions)
        .order_by(Petition.rank, Petition.due_on, Petition.id)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    return Queue(
        rows=tuple(
            QueueRow(
                number=petition.number,
                subject=petition.subject,
                kind=petition.kind,
                priority=petition.priority,
                identity=petition.identity,
                place=place,
                official=official,
                received_on=petition.received_on,
                due_on=petition.due_on,
                days_left=(
                    calendar.count_working_days(today, petition.due_on) if petition.due_on else None
                ),
                competent=petition.competent,
            )
            for petition, place, official in rows
        ),
        counts=counts,
        phase=phase,
        page=page,
        pages=pages,
    )


def count_groups(
    session: Session, conditions: tuple[ColumnElement[bool], ...], today: date
) -> QueueCounts:
    """The size of each group of due dates, from the index alone."""
    calendar = rules_for(session).calendar
    soon = calendar.add_working_days(today, SOON)
    near = calendar.add_working_days(today, NEAR)
    due = Petition.due_on

    def count(condition: ColumnElement[bool]) -> ColumnElement[int]:
        return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)

    row = session.execute(
        select(
            count(due < today),
            count(due == today),
            count((due > today) & (due <= soon)),
            count((due > soon) & (due <= near)),
            count(due > near),
        ).where(*conditions)
    ).one()
    return QueueCounts(*row)
