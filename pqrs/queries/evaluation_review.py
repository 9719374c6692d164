"""Reviews of unhappy opinions: a department's open ones, one with all it needs, and the counts."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Row, Select, case, func, select
from sqlalchemy.orm import Session

from pqrs.law import Calendar, IdentityLevel, Outcome
from pqrs.models import (
    Department,
    Evaluation,
    EvaluationContact,
    EvaluationReview,
    Official,
    Petition,
    ReviewStatus,
    ServicePoint,
    rules_for,
)
from pqrs.office.evaluation import Purpose, ReviewReason, Way

LONGEST_ID = 9
"""Digits; the column of PostgreSQL knows no larger number."""

MOST_OPEN = 50
"""What a list shows at once, most pressing first; its length says how many there are."""


@dataclass(frozen=True)
class OpenReview:
    """One line of the list: what it is about, why, and until when.

    `days_left`: working days, negative when late.
    """

    id: int
    reason: ReviewReason
    due_on: date
    days_left: int
    point: str | None
    satisfaction: int
    comment: str


@dataclass(frozen=True)
class ReviewShown:
    """One review with its opinion. `case_number` only where the person let it be known, and named.

    `contact` is None when none was left, or once it was erased.
    """

    id: int
    reason: ReviewReason
    opened_at: datetime
    due_on: date
    is_open: bool
    done: str
    answered_at: datetime | None
    answered_by: str | None
    filed_number: str | None
    case_number: str | None
    point: str | None
    purpose: Purpose
    way: Way
    outcome: Outcome | None
    ease: int | None
    satisfaction: int
    aspects: tuple[str, ...]
    comment: str
    contact: str | None


@dataclass(frozen=True)
class Reviewed:
    """What the person reads of an answered review."""

    department: str
    done: str
    answered_at: datetime
    number: str | None


@dataclass(frozen=True)
class ReviewCount:
    """One department's reviews: open, of those late, and answered."""

    department: str
    open: int
    late: int
    answered: int


def read_id(text: str) -> int | None:
    """A row's number as it stands in an address; None for anything else."""
    fits = text.isascii() and text.isdigit() and len(text) <= LONGEST_ID
    return int(text) if fits else None


def open_reviews(session: Session, department: str, today: date) -> tuple[OpenReview, ...]:
    """What waits, by due date. One statement, and one for the calendar."""
    calendar = rules_for(session, today).calendar
    rows = session.execute(
        select(EvaluationReview, Evaluation, ServicePoint.name)
        .join(Evaluation, Evaluation.id == EvaluationReview.evaluation_id)
        .outerjoin(ServicePoint, ServicePoint.code == Evaluation.service_point)
        .where(
            EvaluationReview.department == department,
            EvaluationReview.status == ReviewStatus.OPEN,
        )
        .order_by(EvaluationReview.due_on, EvaluationReview.id)
        .limit(MOST_OPEN)
    )
    return tuple(
        OpenReview(
            id=review.id,
            reason=review.reason,
            due_on=review.due_on,
            days_left=days_left(calendar, review.due_on, today),
            point=point,
            satisfaction=evaluation.satisfaction,
            comment=evaluation.comment,
        )
        for review, evaluation, point in rows
    )


def days_left(calendar: Calendar, due_on: date, today: date) -> int:
    """Working days from today to the date; negative when it has gone by."""
    if due_on >= today:
        return calendar.count_working_days(today, due_on)
    return -calendar.count_working_days(due_on, today)


def review_shown(session: Session, review: int, department: str) -> ReviewShown | None:
    """The review when it is that department's; None otherwise. Two statements."""
    row = session.execute(
        select(EvaluationReview, Evaluation, ServicePoint.name, Official.name, Petition.number)
        .join(Evaluation, Evaluation.id == EvaluationReview.evaluation_id)
        .outerjoin(ServicePoint, ServicePoint.code == Evaluation.service_point)
        .outerjoin(Official, Official.id == EvaluationReview.answered_by)
        .outerjoin(Petition, Petition.id == EvaluationReview.petition_id)
        .where(EvaluationReview.id == review, EvaluationReview.department == department)
    ).one_or_none()
    return shown(session, row) if row else None


def shown(
    session: Session,
    row: "Row[EvaluationReview, Evaluation, str | None, str | None, str | None]",
) -> ReviewShown:
    """Its values, with the contact and the case that the person let be known.

    The case of whoever gave no name, or keeps it reserved, is never one of them: beside a contact
    its number would say who they are (Ley 1755 de 2015, artículo 16; Ley 1712 de 2014, artículo 4).
    """
    review, evaluation, point, answered_by, filed_number = row
    contact = session.get(EvaluationContact, evaluation.id)
    lets_know = contact is not None or review.reason is ReviewReason.NOT_SOLVED
    its_case = session.get(Petition, evaluation.petition_id or 0) if lets_know else None
    is_known = its_case is not None and its_case.identity is IdentityLevel.NAMED
    return ReviewShown(
        id=review.id,
        reason=review.reason,
        opened_at=review.opened_at,
        due_on=review.due_on,
        is_open=review.status is ReviewStatus.OPEN,
        done=review.done,
        answered_at=review.answered_at,
        answered_by=answered_by,
        filed_number=filed_number,
        case_number=its_case.number if its_case and is_known else None,
        point=point,
        purpose=evaluation.purpose,
        way=evaluation.way,
        outcome=evaluation.outcome,
        ease=evaluation.ease,
        satisfaction=evaluation.satisfaction,
        aspects=tuple(evaluation.aspects),
        comment=evaluation.comment,
        contact=contact.contact if contact else None,
    )


def reviewed(session: Session, review: int) -> Reviewed | None:
    """What was done, once it was. One statement."""
    row = session.execute(
        select(
            Department.name, EvaluationReview.done, EvaluationReview.answered_at, Petition.number
        )
        .join(Department, Department.code == EvaluationReview.department)
        .outerjoin(Petition, Petition.id == EvaluationReview.petition_id)
        .where(EvaluationReview.id == review)
    ).one_or_none()
    if row is None:
        return None
    department, done, answered_at, number = row
    if answered_at is None:
        return None
    return Reviewed(department, done, answered_at, number)


def review_counts(session: Session, today: date) -> tuple[ReviewCount, ...]:
    """By department, the most late first; those without any review are left out. One statement."""
    counts = [
        ReviewCount(name, waiting, late, answered)
        for name, waiting, late, answered in session.execute(counting(today))
    ]
    return tuple(sorted(counts, key=lambda each: (-each.late, -each.open, each.department)))


def counting(today: date) -> Select[str, int, int, int]:
    """Sums over the reviews of each department."""
    is_open = EvaluationReview.status == ReviewStatus.OPEN
    return (
        select(
            Department.name,
            func.sum(case((is_open, 1), else_=0)),
            func.sum(case((is_open & (EvaluationReview.due_on < today), 1), else_=0)),
            func.sum(case((is_open, 0), else_=1)),
        )
        .join(Department, Department.code == EvaluationReview.department)
        .group_by(Department.name)
    )
