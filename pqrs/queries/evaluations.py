"""What people said of a department's service, newest first, for the people who answer for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Outcome
from pqrs.models import (
    Evaluation,
    EvaluationReview,
    Petition,
    ReviewStatus,
    ServicePoint,
    Tally,
)
from pqrs.office.evaluation import Purpose, SetApart, Way
from pqrs.office.tallies import month_of

PAGE_SIZE = 25
MISSING = "eval_missing_"
"""How the kept figures name an aspect of treatment that was missing."""


@dataclass(frozen=True)
class EvaluationRow:
    """One opinion: of a petition (its number) or of a service point (its name).

    `done`: what its reviews led to, one text for each that was answered.
    """

    created_at: datetime
    number: str | None
    point: str | None
    purpose: Purpose
    way: Way
    outcome: Outcome | None
    ease: int | None
    satisfaction: int
    aspects: tuple[str, ...]
    comment: str
    set_apart: SetApart | None
    done: tuple[str, ...]


@dataclass(frozen=True)
class EvaluationList:
    """One page of them, how many there are in all, and how many were set apart."""

    rows: tuple[EvaluationRow, ...]
    total: int
    apart: int
    page: int
    pages: int


def department_evaluations(
    session: Session, department: str, *, page: int, apart: bool = False, hidden: bool = False
) -> EvaluationList:
    """The opinions routed to `department`, those set apart or the others. Four statements.

    A page past the last is the last. `hidden`: without those of cases about internal control.
    """
    mine = Evaluation.department == department
    if hidden:
        secret = select(Petition.id).where(Petition.for_ombudsman.is_(True))
        of_no_secret = Evaluation.petition_id.is_(None) | Evaluation.petition_id.not_in(secret)
        mine = mine & of_no_secret
    sums = session.execute(
        select(func.count(), func.count(Evaluation.set_apart)).select_from(Evaluation).where(mine)
    ).one()
    every, set_apart = sums
    total = set_apart if apart else every - set_apart
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 1), pages)
    is_apart = Evaluation.set_apart.is_not(None)
    rows = session.execute(
        select(Evaluation, Petition.number, ServicePoint.name)
        .outerjoin(Petition, Petition.id == Evaluation.petition_id)
        .outerjoin(ServicePoint, ServicePoint.code == Evaluation.service_point)
        .where(mine, is_apart if apart else ~is_apart)
        .order_by(Evaluation.created_at.desc(), Evaluation.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    ).all()
    done = done_about(session, [row.id for row, _number, _point in rows])
    found = tuple(row_of(row, number, point, done.get(row.id, ())) for row, number, point in rows)
    return EvaluationList(rows=found, total=total, apart=set_apart, page=page, pages=pages)


def row_of(
    row: Evaluation, number: str | None, point: str | None, done: tuple[str, ...]
) -> EvaluationRow:
    """Its values."""
    return EvaluationRow(
        created_at=row.created_at,
        number=number,
        point=point,
        purpose=row.purpose,
        way=row.way,
        outcome=row.outcome,
        ease=row.ease,
        satisfaction=row.satisfaction,
        aspects=tuple(row.aspects),
        comment=row.comment,
        set_apart=row.set_apart,
        done=done,
    )


def done_about(session: Session, evaluations: list[int]) -> Mapping[int, tuple[str, ...]]:
    """By opinion, what its answered reviews say."""
    found: dict[int, tuple[str, ...]] = {}
    for evaluation, done in session.execute(
        select(EvaluationReview.evaluation_id, EvaluationReview.done)
        .where(
            EvaluationReview.evaluation_id.in_(evaluations),
            EvaluationReview.status == ReviewStatus.ANSWERED,
        )
        .order_by(EvaluationReview.id)
    ):
        found[evaluation] = (*found.get(evaluation, ()), done)
    return found


def missing_aspects(session: Session, department: str, since: date) -> tuple[tuple[str, int], ...]:
    """Codes of what was missing in the treatment, from that month on, the most often first."""
    count = func.sum(Tally.count)
    rows = session.execute(
        select(Tally.measure, count)
        .where(
            Tally.dimension == "department",
            Tally.member == department,
            Tally.month >= month_of(since),
            Tally.measure.startswith(MISSING, autoescape=True),
        )
        .group_by(Tally.measure)
        .order_by(count.desc(), Tally.measure)
    )
    return tuple((measure.removeprefix(MISSING), int(times)) for measure, times in rows if times)
