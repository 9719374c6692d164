"""Whether an answered petition may be evaluated, as the page of its link must know."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Department, Evaluation, EvaluationInvitation, Petition


@dataclass(frozen=True)
class EvaluationInvite:
    """A petition as its evaluation page shows it: nothing of what it says.

    `is_still_solved`: what was answered a month later, None until then.
    """

    number: str
    department: str
    department_name: str
    answered_on: date | None
    is_evaluated: bool
    is_declined: bool
    is_still_solved: bool | None


def evaluation_invite(session: Session, number: str) -> EvaluationInvite | None:
    """The petition of that number, or None. One statement."""
    row = session.execute(
        select(
            Petition.answered_on,
            Department.code,
            Department.name,
            Evaluation.id,
            EvaluationInvitation.declined_at,
            EvaluationInvitation.is_still_solved,
        )
        .join(Department, Department.code == Petition.department)
        .outerjoin(Evaluation, Evaluation.petition_id == Petition.id)
        .outerjoin(EvaluationInvitation, EvaluationInvitation.petition_id == Petition.id)
        .where(Petition.number == number)
    ).one_or_none()
    if row is None:
        return None
    answered_on, department, name, evaluation, declined_at, is_still_solved = row
    return EvaluationInvite(
        number=number,
        department=department,
        department_name=name,
        answered_on=answered_on,
        is_evaluated=evaluation is not None,
        is_declined=declined_at is not None,
        is_still_solved=is_still_solved,
    )
