"""Recursos and insistencias: those of one case, and those that a department has to act on."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session, selectinload

from pqrs.law import Contest, InterruptionGround, Remedy, Rules, Stage, Step, explain_contest
from pqrs.models import Official, OfficialText, Petition, Place, by_number
from pqrs.office import Role, Viewer
from pqrs.queries.queue import QueueRow, in_hands_of, row_of
from pqrs.queries.shielded import is_not_about

MOST = 500
"""Of one department at once: far more than any has; the first to fall due come first."""


@dataclass(frozen=True)
class CaseContest:
    """`due_on`: of what runs now, None when nothing does. `steps`: why that day. `text`: decided.

    `evidence_until`: the last day of its evidence; `shared_until`: of the other parties to speak
    of it; `section_until`: of the Consejo de Estado to take it over. `has_passed`: the silence
    counts as a refusal.
    """

    contest: Contest
    due_on: date | None
    evidence_until: date | None
    shared_until: date | None
    section_until: date | None
    days_left: int | None
    has_passed: bool
    steps: tuple[Step, ...]
    text: tuple[str, ...]


def case_contests(session: Session, number: str, *, today: date) -> tuple[CaseContest, ...]:
    """What was presented against the decision of one case, in order. At most four statements."""
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    found = petition.standing().contests
    if not found:
        return ()
    query = select(OfficialText).where(OfficialText.petition_id == petition.id)
    texts = {row.version: tuple(row.items) for row in session.scalars(query)}
    rules = petition.rules_of_today()
    return tuple(case_contest(one, rules, today, texts.get(one.version or 0, ())) for one in found)


def case_contest(
    contest: Contest, rules: Rules, today: date, text: tuple[str, ...] = ()
) -> CaseContest:
    """One, with its clock by the rules of today."""
    calendar, readings = rules.calendar, rules.readings
    due_on = contest.next_deadline(calendar, readings).on
    stop, section = contest.evidence(calendar), contest.interruption(InterruptionGround.SECTION)
    running = contest.stage is not Stage.OVER and due_on is not None
    return CaseContest(
        contest=contest,
        due_on=due_on if running else None,
        evidence_until=stop.until if stop else None,
        shared_until=contest.shared_until(calendar, readings),
        section_until=section.silent_on(calendar) if section else None,
        days_left=calendar.count_working_days(today, due_on) if running and due_on else None,
        has_passed=running and due_on is not None and today > due_on,
        steps=explain_contest(contest, calendar, readings),
        text=text,
    )


@dataclass(frozen=True)
class ContestedRow:
    """One that waits, as the list shows it: the case's row with the day of the contest."""

    row: QueueRow
    remedy: Remedy
    stage: Stage


def contested(session: Session, viewer: Viewer, *, today: date) -> tuple[ContestedRow, ...]:
    """What waits for the viewer's department, first the nearest day, and is not about the viewer.

    Three statements, rules apart.
    """
    department = viewer.department or ""
    query = (
        select(Petition, Place.name, Official.name)
        .outerjoin(Place, Place.code == Petition.place)
        .outerjoin(Official, Official.id == Petition.official_id)
        .where(*waiting_for(viewer))
        .order_by(Petition.id)
        .limit(MOST)
        .options(selectinload(Petition.events))
    )
    rows = [
        contested_row(petition, place, official, one, today)
        for petition, place, official in session.execute(query)
        for one in petition.standing().contests
        if one.stage is not Stage.OVER and one.waits_for(department, petition.department)
    ]
    return tuple(sorted(rows, key=lambda one: one.row.due_on or date.max))


def count_contested(session: Session, viewer: Viewer) -> int:
    """How many cases are contested that the viewer's department has, or hears. One statement."""
    query = select(func.count()).select_from(Petition).where(*waiting_for(viewer))
    return session.scalar(query) or 0


def without_head(session: Session, department: str) -> int:
    """How many contested cases wait for a department that nobody heads now. Two statements."""
    heads = select(func.count()).select_from(Official)
    active = heads.where(
        Official.role == Role.HEAD, Official.department == department, Official.active.is_(True)
    )
    if session.scalar(active):
        return 0
    return count_contested(session, Viewer(0, Role.HEAD, department))


def waiting_for(viewer: Viewer) -> tuple[ColumnElement[bool], ...]:
    """Contested cases of their department, and those whose apelación it decides."""
    mine = and_(*in_hands_of(viewer.department or ""))
    hears = Petition.appeal_to == viewer.department
    return (Petition.contested.is_(True), or_(mine, hears), *is_not_about(viewer))


def contested_row(
    petition: Petition, place: str | None, official: str | None, contest: Contest, today: date
) -> ContestedRow:
    """One of one case."""
    rules = petition.rules_of_today()
    due_on = case_contest(contest, rules, today).due_on
    row = row_of(petition, place, official).falls_due(due_on, today, rules.calendar)
    return ContestedRow(row=row, remedy=contest.remedy, stage=contest.stage)
