"""A department's queue: what it owes, danger to life first, then by legal due date.

Between them go those whom the law prefers (`law/preference.py`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from sqlalchemy import ColumnElement, Select, case, exists, func, select
from sqlalchemy.orm import Session

from pqrs.law import Calendar, IdentityLevel, Kind, PartsSettled, Phase, Priority, PriorityGround
from pqrs.models import Official, Petition, PetitionEvent, PetitionText, Place, rules_for
from pqrs.office import Role, Viewer
from pqrs.queries.intake_returns import times_sent_back
from pqrs.queries.shielded import is_not_about, is_past_desk, is_unheard

PAGE_SIZE = 25
LAST_PAGE = 1000
LIVE = (Phase.OPEN, Phase.WAITING, Phase.REPLIED)
SOON, NEAR = 3, 5
"""Working days of the groups «en 3 días» and «en 5 días»."""


class DueGroup(StrEnum):
    """How near the due date is; the value is the word in the address bar."""

    LATE = "vencidas"
    TODAY = "hoy"
    SOON = "tres-dias"
    NEAR = "cinco-dias"
    LATER = "despues"
    UNDATED = "sin-fecha"


@dataclass(frozen=True)
class Narrow:
    """What of a list is wanted; nothing means all of it."""

    kind: Kind | None = None
    group: DueGroup | None = None


EVERYTHING = Narrow()


@dataclass(frozen=True)
class QueueRow:
    """One case as the list shows it. `days_left`: working days, negative when late."""

    number: str
    subject: str
    kind: Kind
    priority: Priority
    grounds: tuple[PriorityGround, ...]
    identity: IdentityLevel
    place: str | None
    official: str | None
    received_on: date
    competent: str | None
    due_on: date | None = None
    days_left: int | None = None

    def falls_due(self, due_on: date | None, today: date, calendar: Calendar) -> "QueueRow":
        """With the day that the list is about, if there is any now."""
        left = calendar.count_working_days(today, due_on) if due_on else None
        return replace(self, due_on=due_on, days_left=left)


@dataclass(frozen=True)
class QueueCounts:
    """How many cases stand in each group of due dates, of the phase that is shown."""

    late: int
    today: int
    soon: int
    near: int
    later: int
    undated: int

    def of(self, group: DueGroup) -> int:
        """The size of one group."""
        return int(getattr(self, group.name.lower()))

    @property
    def total(self) -> int:
        """All of the phase."""
        return sum(self.of(group) for group in DueGroup)


@dataclass(frozen=True)
class Queue:
    """One page of the list, with the counts of the whole of it."""

    rows: tuple[QueueRow, ...]
    counts: QueueCounts
    phase: Phase
    page: int
    pages: int


def department_queue(
    session: Session,
    viewer: Viewer,
    *,
    phase: Phase,
    page: int,
    today: date,
    narrow: Narrow = EVERYTHING,
) -> Queue:
    """The cases the viewer's department must answer, but for those about the viewer.

    Two statements, and the rules once a session.
    `page` from 1; beyond the last one it is the last one.
    """
    mine = (*in_hands_of_theirs(viewer), Petition.phase == phase)
    if narrow.kind is not None:
        mine = (*mine, Petition.kind == narrow.kind)
    return queue_of(session, mine, PageWanted(phase, page, narrow.group), today)


def in_hands_of(department: str) -> tuple[ColumnElement[bool], ...]:
    """Routed to it, and not waiting at the intake desk."""
    return (
        Petition.department == department,
        Petition.routed_by.in_(("rule", "words", "person")),
    )


def in_hands_of_theirs(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    """Of the viewer's department, without what is about the viewer."""
    return (*in_hands_of(viewer.department or ""), *is_not_about(viewer))


def phase_counts(session: Session, viewer: Viewer) -> dict[Phase, int]:
    """How many live cases of the viewer's department stand in each phase. One statement."""
    rows = session.execute(
        select(Petition.phase, func.count())
        .where(Petition.phase.in_(LIVE), *in_hands_of_theirs(viewer))
        .group_by(Petition.phase)
    )
    return dict(rows.all())


def intake_queue(session: Session, viewer: Viewer, *, page: int, today: date) -> Queue:
    """What waits for this person to route it; what came back most often, before the rest.

    Reports of wrongdoing, and what is about the desk, are for internal control; those about itself
    for the ombudsman, or the supervisor when no ombudsman may see it; the rest for the clerk.
    """
    past_desk = is_past_desk()
    theirs = {
        Role.INTERNAL_CONTROL: (past_desk, Petition.for_ombudsman.is_(False)),
        Role.OMBUDSMAN: (past_desk, Petition.for_ombudsman.is_(True)),
        Role.SUPERVISOR: (past_desk, Petition.for_ombudsman.is_(True), is_unheard()),
    }
    waiting = (
        Petition.routed_by == "intake",
        Petition.phase == Phase.OPEN,
        *theirs.get(viewer.role, (~past_desk,)),
        *is_not_about(viewer),
    )
    wanted = PageWanted(Phase.OPEN, page, before=(times_sent_back().desc(),))
    return queue_of(session, waiting, wanted, today)


@dataclass(frozen=True)
class IntakeText:
    """What the router needs to guess again, and the sequence a form must carry.

    `named`: the offices complained about, which are no guess. `is_parted`: somebody decided whether
    it holds several matters.
    """

    text: str
    topic: str | None
    place: str | None
    sequence: int
    named: tuple[str, ...]
    is_parted: bool


def intake_texts(session: Session, numbers: Sequence[str]) -> dict[str, IntakeText]:
    """The first words of each petition of a page, by number. One statement."""
    rows = session.execute(
        select(
            Petition.number,
            PetitionText.body,
            Petition.topic,
            Petition.place,
            Petition.last_sequence,
            Petition.named_departments,
            settled_parts(),
        )
        .join(PetitionText, PetitionText.petition_id == Petition.id)
        .where(Petition.number.in_(numbers), PetitionText.version == 1)
    )
    return {
        number: IntakeText(text, topic, place, sequence, tuple(named), is_parted)
        for number, text, topic, place, sequence, named, is_parted in rows
    }


def settled_parts() -> ColumnElement[bool]:
    """Of the petition of the statement it stands in: whether it was decided how many matters."""
    return (
        exists()
        .where(PetitionEvent.petition_id == Petition.id, PetitionEvent.name == PartsSettled.name)
        .correlate(Petition)
    )


@dataclass(frozen=True)
class PageWanted:
    """Which page of which list; `before`: what its cases are sorted by before the due date."""

    phase: Phase
    page: int
    group: DueGroup | None = None
    before: tuple[ColumnElement[int], ...] = ()


def queue_of(
    session: Session,
    conditions: tuple[ColumnElement[bool], ...],
    wanted: PageWanted,
    today: date,
) -> Queue:
    """Count and fetch one page of the cases that meet `conditions`."""
    groups = due_groups(session, today)
    counts = count_groups(session, conditions, groups)
    total = counts.total
    if wanted.group is not None:
        conditions = (*conditions, groups[wanted.group])
        total = counts.of(wanted.group)
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(wanted.page, 1), pages, LAST_PAGE)
    return Queue(
        rows=fetch_rows(session, rows_query(conditions, page, wanted.before), today),
        counts=counts,
        phase=wanted.phase,
        page=page,
        pages=pages,
    )


def rows_query(
    conditions: tuple[ColumnElement[bool], ...],
    page: int,
    before: tuple[ColumnElement[int], ...] = (),
) -> Select[Petition, str, str]:
    """One page of cases, danger to life first, then `before`, then by due date."""
    return (
        select(Petition, Place.name, Official.name)
        .outerjoin(Place, Place.code == Petition.place)
        .outerjoin(Official, Official.id == Petition.official_id)
        .where(*conditions)
        .order_by(Petition.rank, *before, Petition.due_on, Petition.id)
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )


def fetch_rows(
    session: Session, query: Select[Petition, str, str], today: date
) -> tuple[QueueRow, ...]:
    """The rows as the list shows them."""
    calendar = rules_for(session, today).calendar
    return tuple(
        row_of(petition, place, official).falls_due(petition.due_on, today, calendar)
        for petition, place, official in session.execute(query)
    )


def row_of(petition: Petition, place: str | None, official: str | None) -> QueueRow:
    """What a list shows of a case, whatever it is that falls due."""
    return QueueRow(
        number=petition.number,
        subject=petition.subject,
        kind=petition.kind,
        priority=petition.priority,
        grounds=tuple(map(PriorityGround, petition.grounds)),
        identity=petition.identity,
        place=place,
        official=official,
        received_on=petition.received_on,
        competent=petition.competent,
    )


def due_groups(session: Session, today: date) -> dict[DueGroup, ColumnElement[bool]]:
    """Each group as a condition on the due date."""
    calendar = rules_for(session, today).calendar
    soon = calendar.add_working_days(today, SOON)
    near = calendar.add_working_days(today, NEAR)
    due = Petition.due_on
    return {
        DueGroup.LATE: due < today,
        DueGroup.TODAY: due == today,
        DueGroup.SOON: (due > today) & (due <= soon),
        DueGroup.NEAR: (due > soon) & (due <= near),
        DueGroup.LATER: due > near,
        DueGroup.UNDATED: due.is_(None),
    }


def count_groups(
    session: Session,
    conditions: tuple[ColumnElement[bool], ...],
    groups: dict[DueGroup, ColumnElement[bool]],
) -> QueueCounts:
    """The size of each group of due dates, from the index alone."""
    sizes = [func.coalesce(func.sum(case((group, 1), else_=0)), 0) for group in groups.values()]
    row = session.execute(select(*sizes).where(*conditions)).one()
    return QueueCounts(*row)
