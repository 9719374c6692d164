"""Whether an answered petition may be evaluated, as the page of its link must know."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Department, Evaluation, Petition


@dataclass(frozen=True)
class EvaluationInvite:
    """A petition as its evaluation page shows it: nothing of what it says."""

    number: str
    department: str
    department_name: str
    is_answered: bool
    is_evaluated: bool


def evaluation_invite(session: Session, number: str) -> EvaluationInvite | None:
    """The petition of that number, or None. One statement."""
    row = session.execute(
        select(Petition.answered_on, Department.code, Department.name, Evaluation.id)
        .join(Department, Department.code == Petition.department)
        .outerjoin(Evaluation, Evaluation.petition_id == Petition.id)
        .where(Petition.number == number)
    ).one_or_none()
    if row is None:
        return None
    answered_on, department, name, evaluation = row
    return EvaluationInvite(
        number, department, name, answered_on is not None, evaluation is not None
    )
