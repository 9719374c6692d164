"""Count what a person said of themselves: one more to each answer, and nothing of the person."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models.population import add_one, use_up
from pqrs.office.population import FORMS, NOTICE, Question, said_nothing

_MONTHS = 3
_APART = "population:"
"""Hashed with it, the token is not found among those that filed."""


def count_population(
    session: Session, answers: Mapping[Question, str], at: datetime, *, token: str
) -> bool:
    """Whether anything was said. The moment goes into the quarter and is kept nowhere else.

    `token`: of the filing; whoever presses twice, at once or from an older cookie, counts once.
    """
    if said_nothing(answers):
        return False
    if not use_up(session, hashlib.sha256(f"{_APART}{token}".encode()).hexdigest()):
        return True
    day = local_day(at)
    quarter = f"{day.year}-T{(day.month - 1) // _MONTHS + 1}"
    pairs = [(question.value, answer) for question, answer in answers.items()]
    add_one(session, quarter, NOTICE, [*pairs, (FORMS, "")])
    return True
