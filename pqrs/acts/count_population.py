"""Count what a person said of themselves: one more to each answer, and nothing of the person."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models.population import add_one
from pqrs.office.population import FORMS, NOTICE, Question, said_nothing

_MONTHS = 3


def count_population(session: Session, answers: Mapping[Question, str], at: datetime) -> bool:
    """Whether anything was said. The moment goes into the quarter and is kept nowhere else."""
    if said_nothing(answers):
        return False
    day = local_day(at)
    quarter = f"{day.year}-T{(day.month - 1) // _MONTHS + 1}"
    pairs = [(question.value, answer) for question, answer in answers.items()]
    add_one(session, quarter, NOTICE, [*pairs, (FORMS, "")])
    return True
