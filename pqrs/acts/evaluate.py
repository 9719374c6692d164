"""What a person says of the attention they got: of an answered petition, or of an office."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.review_evaluation import open_review
from pqrs.law import Outcome
from pqrs.models import AuditEntry, Evaluation, EvaluationContact, Petition, ServicePoint
from pqrs.models.tally import move_tallies
from pqrs.office.evaluation import Crowd, Purpose, SetApart, Way, review_reason, set_apart
from pqrs.outside.passwords import token_hash

CROWD_WINDOW = timedelta(hours=1)
WORDS_WINDOW = timedelta(days=1)
SHORTEST_COPY = 40
"""Characters: many people write "Muy buena atención"; nobody writes a paragraph like another's."""

NOTICE = "2026-1"
"""The version of the notice under which a contact is left: its words are in the page's template."""


@dataclass(frozen=True, kw_only=True)
class Opinion:
    """What was answered, each question on its published scale, and free words.

    Of an office only the satisfaction is needed, and what the person came to say; another system
    may have asked only for satisfaction too. `aspects`: codes of what was missing.
    """

    satisfaction: int
    outcome: Outcome | None = None
    ease: int | None = None
    comment: str = ""
    purpose: Purpose = Purpose.SATISFACTION
    aspects: tuple[str, ...] = ()
    way: Way = Way.WEB


@dataclass(frozen=True, kw_only=True)
class Following:
    """What an opinion given here and now leads to: a review, in this office's working days.

    `contact`: where the person may be reached, when they asked for it. `from_device`: how many
    opinions the same device gave in the last hour. `taken_by`: who read the questions out.
    `language`: in which they are written to at that contact.
    """

    office: Office
    contact: str = ""
    language: str = "es"
    from_device: int = 0
    taken_by: int | None = None


class NotAnsweredError(Exception):
    """A petition is evaluated once its answer has reached the person, not before."""


def evaluate_answer(
    session: Session,
    petition: Petition,
    opinion: Opinion,
    *,
    token: str,
    clock: Callable[[], datetime],
    following: Following | None = None,
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
    keep(session, evaluation, opinion, token, clock())
    if following is not None:
        lead_on(session, evaluation, following)
    return True


def evaluate_point(
    session: Session,
    point: ServicePoint,
    opinion: Opinion,
    *,
    token: str,
    clock: Callable[[], datetime],
    following: Following | None = None,
) -> bool:
    """Keep the opinion on an office or service point. False when this form was sent before.

    What looks like stuffing is kept and set apart.
    """
    if session.scalar(select(Evaluation.id).where(Evaluation.token_hash == token_hash(token))):
        return False
    now = clock()
    evaluation = Evaluation(petition_id=None, service_point=point.code, department=point.department)
    evaluation.set_apart = suspicion(session, point, opinion, following, now)
    keep(session, evaluation, opinion, token, now)
    if following is not None:
        lead_on(session, evaluation, following)
    return True


def suspicion(
    session: Session,
    point: ServicePoint,
    opinion: Opinion,
    following: Following | None,
    now: datetime,
) -> SetApart | None:
    """Whether too many came in too short a time; no address is needed to know it."""
    of_points = Evaluation.service_point.is_not(None)
    in_department = of_points & (Evaluation.department == point.department)
    hour, day, same = now - CROWD_WINDOW, now - WORDS_WINDOW, Evaluation.comment == opinion.comment
    long_enough = len(opinion.comment) >= SHORTEST_COPY
    return set_apart(
        Crowd(
            from_device=following.from_device if following else 0,
            same_words=since(session, day, in_department, same) if long_enough else 0,
            at_point=since(session, hour, in_department, Evaluation.service_point == point.code),
            in_department=since(session, hour, in_department),
        )
    )


def since(session: Session, moment: datetime, *conditions: ColumnElement[bool]) -> int:
    """How many opinions of that sort there were from a moment on."""
    query = select(func.count()).select_from(Evaluation)
    return session.scalar(query.where(Evaluation.created_at > moment, *conditions)) or 0


def keep(
    session: Session, evaluation: Evaluation, opinion: Opinion, token: str, now: datetime
) -> None:
    """Fill the row, write it and move the kept figures of its department."""
    evaluation.outcome = opinion.outcome
    evaluation.ease = opinion.ease
    evaluation.satisfaction = opinion.satisfaction
    evaluation.comment = opinion.comment
    evaluation.purpose = opinion.purpose
    evaluation.aspects = list(opinion.aspects)
    evaluation.way = opinion.way
    evaluation.created_at = now
    evaluation.token_hash = token_hash(token)
    session.add(evaluation)
    session.flush()
    move_tallies(session, (), evaluation.tallies())


def lead_on(session: Session, evaluation: Evaluation, following: Following) -> None:
    """Keep the contact apart and open the review, where there is a reason for one.

    One set apart opens a review only for a person who left a contact.
    """
    if following.taken_by is not None:
        session.add(
            AuditEntry(
                at=evaluation.created_at,
                official_id=following.taken_by,
                action="evaluation_taken",
                petition_id=None,
                details={"evaluation": evaluation.id},
            )
        )
    if following.contact:
        session.add(
            EvaluationContact(
                evaluation_id=evaluation.id,
                contact=following.contact,
                notice=NOTICE,
                given_at=evaluation.created_at,
                language=following.language,
            )
        )
    reason = review_reason(
        evaluation.purpose,
        evaluation.outcome,
        evaluation.satisfaction,
        left_contact=bool(following.contact),
    )
    if reason is not None and (evaluation.set_apart is None or following.contact):
        open_review(session, evaluation, reason, following.office)
