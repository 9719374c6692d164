"""What a person says of the attention they got: of an answered petition, or of an office."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Outcome
from pqrs.models import Evaluation, Petition, ServicePoint
from pqrs.models.tally import move_tallies
from pqrs.outside.passwords import token_hash


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """The three questions everybody is asked, each on its published scale, and free words.

    Another system may have asked only for satisfaction.
    """

    outcome: Outcome | None
    ease: int | None
    satisfaction: int
    comment: str = ""


class NotAnsweredError(Exception):
    """A petition is evaluated once its answer has reached the person, not before."""


def evaluate_answer(
    session: Session,
    petition: Petition,
    opinion: Opinion,
    *,
    token: str,
    clock: Callable[[], datetime],
) -> bool:
    """Keep the opinion on an answered petition. False when there was one already."""
    if petition.answered_on is None:
        raise NotAnsweredError(petition.number)
    earlier = session.scalar(select(Evaluation.id).where(Evaluation.petition_id == petition.id))
    if earlier is not None:
        return False
    evaluation = Evaluation(
        petition_id=petition.id,
        service_point=None,
        department=petition.department,
        kind=petition.kind.value,
        area=petition.area or "",
        channel=petition.channel.value,
    )
    keep(session, evaluation, opinion, token, clock)
    return True


def evaluate_point(
    session: Session,
    point: ServicePoint,
    opinion: Opinion,
    *,
    token: str,
    clock: Callable[[], datetime],
) -> bool:
    """Keep the opinion on an office or service point. False when this form was sent before."""
    if session.scalar(select(Evaluation.id).where(Evaluation.token_hash == token_hash(token))):
        return False
    evaluation = Evaluation(petition_id=None, service_point=point.code, department=point.department)
    keep(session, evaluation, opinion, token, clock)
    return True


def keep(
    session: Session,
    evaluation: Evaluation,
    opinion: Opinion,
    token: str,
    clock: Callable[[], datetime],
) -> None:
    """Fill the row, write it and move the kept figures of its department."""
    evaluation.outcome = opinion.outcome
    evaluation.ease = opinion.ease
    evaluation.satisfaction = opinion.satisfaction
    evaluation.comment = opinion.comment
    evaluation.created_at = clock()
    evaluation.token_hash = token_hash(token)
    session.add(evaluation)
    session.flush()
    move_tallies(session, (), evaluation.tallies())
