"""A month after a "yes, you answered what I asked": is it still solved? A "no" opens a review.

It looks at a state and not at a date: run late or twice, it asks once.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pqrs.acts.invite_evaluation import TOO_LATE, invitation_of, write_letter_to
from pqrs.acts.notify import petitioner_address
from pqrs.acts.office import Office
from pqrs.acts.review_evaluation import open_review
from pqrs.law import Outcome
from pqrs.models import Evaluation, EvaluationInvitation, Notice, NoticeStatus, Petition
from pqrs.models.evaluation import solved_tallies
from pqrs.models.tally import move_tallies
from pqrs.office.evaluation import ReviewReason

Work = Callable[[], AbstractContextManager[Session]]
LETTER = "still_solved"
BOGOTA = ZoneInfo("America/Bogota")


def ask_again(work: Work, office: Office) -> int:
    """Write the questions that are due, each in a transaction of its own; how many."""
    now = office.clock()
    with work() as session:
        found = session.scalars(satisfied(now, office)).all()
    return sum(ask(work, petition, now) for petition in found if petition)


def satisfied(now: datetime, office: Office) -> Select[int | None]:
    """Petitions whose person was written to, said "yes" a month ago and was not asked again."""
    wait = timedelta(days=office.pack.entity.evaluation.ask_again_after_days)
    told = select(Notice.petition_id).where(
        Notice.letter == "evaluate", Notice.status == NoticeStatus.SENT
    )
    return (
        select(Evaluation.petition_id)
        .outerjoin(EvaluationInvitation, EvaluationInvitation.petition_id == Evaluation.petition_id)
        .where(
            Evaluation.petition_id.in_(told),
            Evaluation.outcome == Outcome.YES,
            Evaluation.created_at.between(now - wait - TOO_LATE, now - wait),
            EvaluationInvitation.asked_again_at.is_(None),
            EvaluationInvitation.declined_at.is_(None),
        )
        .order_by(Evaluation.petition_id)
    )


def ask(work: Work, petition: int, now: datetime) -> bool:
    """One question, unless it was asked in between or nobody can be reached."""
    with work() as session:
        row = session.get_one(Petition, petition, with_for_update=True)
        invitation = invitation_of(session, row)
        if invitation.asked_again_at or invitation.declined_at or not petitioner_address(row):
            return False
        invitation.asked_again_at = now
        write_letter_to(session, row, LETTER, now)
        return True


def answer_again(session: Session, petition: Petition, *, solved: bool, office: Office) -> bool:
    """Keep the answer, once. False when there was one already, or nothing was evaluated.

    "No" makes it the task of the department that answered.
    """
    invitation = invitation_of(session, petition)
    query = select(Evaluation).where(Evaluation.petition_id == petition.id)
    evaluation = session.scalar(query)
    if evaluation is None or invitation.is_still_solved is not None:
        return False
    invitation.is_still_solved = solved
    invitation.told_again_at = office.clock()
    session.flush()
    move_tallies(session, (), solved_tallies(evaluation, invitation))
    if not solved:
        open_review(session, evaluation, ReviewReason.NOT_SOLVED, office)
    return True
