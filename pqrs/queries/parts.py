"""Matters that a department sees to in another's cases: its own, and what all have yet to write."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session, selectinload

from pqrs.law import Phase, Rules, Standing, transfer_by
from pqrs.models import Official, Petition, Place, has_part_of, is_parted, rules_for
from pqrs.office import Viewer
from pqrs.queries.queue import LIVE, QueueRow, row_of, settled_parts
from pqrs.queries.shielded import is_not_about

OPEN = (Phase.OPEN, Phase.WAITING)
MOST = 500
"""At once: far more than there are; the first to fall due come first."""


@dataclass(frozen=True)
class PartRow:
    """A case of `holder`'s with the day of the part. `is_written`: its department did already."""

    row: QueueRow
    holder: str
    is_written: bool


def parts_for(session: Session, viewer: Viewer, *, today: date) -> tuple[PartRow, ...]:
    """What the viewer's department sees to while there is an answer to write, first to fall due.

    Not what is about the viewer, nor a report, which is not passed around. Two statements, rules
    apart.
    """
    department = viewer.department or ""
    calendar = rules_for(session, today).calendar
    rows = [
        PartRow(
            row=row_of(petition, place, official).falls_due(due_on, today, calendar),
            holder="" if petition.routed_by == "intake" else petition.department or "",
            is_written=is_written,
        )
        for petition, place, official in session.execute(parts_query(viewer))
        for due_on, is_written in theirs(petition.standing(), department)
    ]
    return tuple(sorted(rows, key=lambda one: (one.is_written, one.row.due_on or date.max)))


def parts_query(viewer: Viewer) -> Select[Petition, str, str]:
    """Asked for every view of the queue: the few that were parted, not all that are open."""
    department = viewer.department or ""
    return (
        select(Petition, Place.name, Official.name)
        .outerjoin(Place, Place.code == Petition.place)
        .outerjoin(Official, Official.id == Petition.official_id)
        .where(
            Petition.phase.in_(OPEN),
            has_part_of(department),
            (Petition.department != department) | (Petition.routed_by == "intake"),
            Petition.holds_report.is_(False),
            *is_not_about(viewer),
        )
        .order_by(Petition.due_on, Petition.id)
        .limit(MOST)
        .options(selectinload(Petition.events))
    )


def theirs(standing: Standing, department: str) -> Iterator[tuple[date | None, bool]]:
    """The day of each matter of that department, and whether it was written."""
    for place, matter in enumerate(standing.matters):
        if matter.department == department and not matter.is_outside:
            yield standing.part_of_matter(place).due_on, matter.version is not None


@dataclass(frozen=True)
class PendingPart:
    """One that its department has yet to write, without a word of the case. `days_left` as ever.

    `is_outside`: what whoever has the case has yet to pass on to another authority.
    """

    number: str
    department: str
    holder: str
    due_on: date | None
    days_left: int | None
    is_outside: bool = False


def pending_parts(session: Session, viewer: Viewer, *, today: date) -> tuple[PendingPart, ...]:
    """Of all departments, for who oversees the service: the first to fall due before the rest.

    And what has yet to be transferred, until the answer is with the person. Not what is about the
    viewer. Two statements, rules apart.
    """
    rules = rules_for(session, today)
    query = (
        select(Petition)
        .where(
            Petition.phase.in_(LIVE),
            is_parted() | settled_parts(),
            Petition.holds_report.is_(False),
            *is_not_about(viewer),
        )
        .order_by(Petition.due_on, Petition.id)
        .limit(MOST)
        .options(selectinload(Petition.events))
    )
    found = [
        PendingPart(
            number=petition.number,
            department=department,
            holder="" if petition.routed_by == "intake" else petition.department or "",
            due_on=due_on,
            days_left=rules.calendar.count_working_days(today, due_on) if due_on else None,
            is_outside=is_outside,
        )
        for petition in session.scalars(query)
        for department, due_on, is_outside in missing(petition.standing(), rules)
    ]
    return tuple(sorted(found, key=lambda one: one.due_on or date.max))


def missing(standing: Standing, rules: Rules) -> Iterator[tuple[str, date | None, bool]]:
    """Whose word is missing, or to whom nothing was sent, and until when."""
    for place, matter in enumerate(standing.matters):
        part = standing.part_of_matter(place)
        if standing.is_awaited(matter):
            yield matter.department, part.due_on, False
        elif standing.is_unsent(matter):
            received_on = standing.received_on
            day = transfer_by(part.kind, received_on, rules.calendar, rules.readings)
            yield matter.department, day, True
