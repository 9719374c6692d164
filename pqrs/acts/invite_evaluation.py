"""Ask once more who got an answer and has not said how it went; never again, never who said no.

The first letter goes out with the answer's arrival. This looks at a state and not at a date: run
late or twice, it leaves the same. Who filed without an address is never asked.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from pqrs.acts.notify import details_of, petitioner_address
from pqrs.acts.office import Office
from pqrs.models import Evaluation, EvaluationInvitation, Notice, NoticeStatus, Petition
from pqrs.office import Audience

Work = Callable[[], AbstractContextManager[Session]]

FIRST_LETTER, REMINDER = "evaluate", "evaluate_reminder"
TOO_LATE = timedelta(days=60)
"""A letter that nobody answered for so long gets no reminder: the person may not remember."""


def invite_evaluation(work: Work, office: Office) -> int:
    """Write the reminders that are due, each in a transaction of its own; how many."""
    now = office.clock()
    with work() as session:
        found = session.scalars(unanswered(now, office)).all()
    return sum(remind(work, petition, now) for petition in found if petition)


def unanswered(now: datetime, office: Office) -> Select[int | None]:
    """Petitions whose first letter left some days ago and that nobody evaluated since."""
    wait = timedelta(days=office.pack.entity.evaluation.remind_after_days)
    return (
        select(Notice.petition_id)
        .outerjoin(Evaluation, Evaluation.petition_id == Notice.petition_id)
        .outerjoin(EvaluationInvitation, EvaluationInvitation.petition_id == Notice.petition_id)
        .where(
            Notice.letter == FIRST_LETTER,
            Notice.status == NoticeStatus.SENT,
            Notice.sent_at.between(now - TOO_LATE, now - wait),
            Evaluation.id.is_(None),
            EvaluationInvitation.reminded_at.is_(None),
            EvaluationInvitation.declined_at.is_(None),
        )
        .distinct()
        .order_by(Notice.petition_id)
    )


def remind(work: Work, petition: int, now: datetime) -> bool:
    """One reminder, unless the person was reminded, evaluated or said no in between."""
    with work() as session:
        row = session.get_one(Petition, petition, with_for_update=True)
        invitation = invitation_of(session, row)
        if invitation.reminded_at or invitation.declined_at or is_evaluated(session, row):
            return False
        invitation.reminded_at = now
        write_letter_to(session, row, REMINDER, now)
        return True


def decline_invitation(session: Session, petition: Petition, *, now: datetime) -> None:
    """The person does not want to be asked: nothing more is sent about the evaluation."""
    invitation = invitation_of(session, petition)
    invitation.declined_at = invitation.declined_at or now
    session.flush()


def invitation_of(session: Session, petition: Petition) -> EvaluationInvitation:
    """The row of this petition, made when first needed."""
    invitation = session.get(EvaluationInvitation, petition.id)
    if invitation is None:
        invitation = EvaluationInvitation(petition_id=petition.id)
        session.add(invitation)
        session.flush()
    return invitation


def is_evaluated(session: Session, petition: Petition) -> bool:
    """Whether there is an opinion on it."""
    query = select(Evaluation.id).where(Evaluation.petition_id == petition.id)
    return session.scalar(query) is not None


def write_letter_to(session: Session, petition: Petition, letter: str, now: datetime) -> None:
    """One letter to the petitioner about their own case."""
    address = petitioner_address(petition)
    session.add(
        Notice(
            petition_id=petition.id,
            letter=letter,
            audience=Audience.PETITIONER,
            address=address,
            details=details_of(petition) | {"language": petition.language},
            urgent=False,
            status=NoticeStatus.PENDING if address else NoticeStatus.NO_CHANNEL,
            created_at=now,
            next_try_at=now,
            sent_at=None,
            trouble=None,
        )
    )
    session.flush()
