"""What people said of a department's service, newest first, for the people who answer for it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Outcome
from pqrs.models import Evaluation, Petition, ServicePoint

PAGE_SIZE = 25


@dataclass(frozen=True)
class EvaluationRow:
    """One opinion: of a petition (its number) or of a service point (its name)."""

    created_at: datetime
    number: str | None
    point: str | None
    outcome: Outcome
    ease: int
    satisfaction: int
    comment: str


@dataclass(frozen=True)
class EvaluationList:
    """One page of them, and how many there are in all."""

    rows: tuple[EvaluationRow, ...]
    total: int
    page: int
    pages: int


def department_evaluations(session: Session, department: str, *, page: int) -> EvaluationList:
    """The opinions routed to `department`. Two statements; a page past the last is the last."""
    mine = Evaluation.department == department
    total = session.scalar(select(func.count()).select_from(Evaluation).where(mine)) or 0
    pages = max(1, -(-total // PAGE_SIZE))
    page = min(max(page, 1), pages)
    rows = session.execute(
        select(Evaluation, Petition.number, ServicePoint.name)
        .outerjoin(Petition, Petition.id == Evaluation.petition_id)
        .outerjoin(ServicePoint, ServicePoint.code == Evaluation.service_point)
        .where(mine)
        .order_by(Evaluation.created_at.desc(), Evaluation.id.desc())
        .limit(PAGE_SIZE)
        .offset((page - 1) * PAGE_SIZE)
    )
    return EvaluationList(
        rows=tuple(
            EvaluationRow(
                created_at=row.created_at,
                number=number,
                point=point,
                outcome=row.outcome,
                ease=row.ease,
                satisfaction=row.satisfaction,
                comment=row.comment,
            )
            for row, number, point in rows
        ),
        total=total,
        page=page,
        pages=pages,
    )
