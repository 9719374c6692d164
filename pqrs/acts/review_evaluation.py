"""A person of the department looks into an unhappy opinion, and writes what was done about it.

One that asks for something, or complains about an official, becomes a petition in one press: it is
filed like any other, and nothing in it is a reason to refuse it (CPACA, artículos 13 and 15).
"""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.file_petition import Filing, file_petition
from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import Channel, IdentityLevel, Kind, local_day
from pqrs.models import (
    Actor,
    AuditEntry,
    Evaluation,
    EvaluationContact,
    EvaluationReview,
    Notice,
    NoticeStatus,
    ReviewStatus,
    ServicePoint,
    by_number,
    rules_for,
)
from pqrs.office import Permission, Viewer, allowed
from pqrs.office.evaluation import Purpose, ReviewReason

AUDIENCE = "evaluator"
"""Who left a contact: the outbox forgets the address once the letter has left."""

KINDS = {Purpose.COMPLAINT: Kind.COMPLAINT, Purpose.RECOMMENDATION: Kind.SUGGESTION}


class AnsweredBeforeError(Exception):
    """Somebody answered this review already."""


class UnknownReviewError(Exception):
    """No such review, or none of this person's department: the two look the same."""


class WithoutWordsError(Exception):
    """An opinion without a comment asks for nothing: there is nothing to file."""


@dataclass(frozen=True, kw_only=True)
class ReviewPress:
    """Who pressed, on which review, in which office."""

    review: int
    viewer: Viewer
    office: Office


def open_review(
    session: Session, evaluation: Evaluation, reason: ReviewReason, office: Office
) -> None:
    """Make it the task of the opinion's department, due in the entity's working days."""
    now = office.clock()
    today = local_day(now)
    days = office.pack.entity.evaluation.review_days
    session.add(
        EvaluationReview(
            evaluation_id=evaluation.id,
            department=evaluation.department,
            reason=reason,
            opened_at=now,
            due_on=rules_for(session, today).calendar.add_working_days(today, days),
            status=ReviewStatus.OPEN,
            done="",
        )
    )
    session.flush()


def review_evaluation(session: Session, press: ReviewPress, done: str) -> None:
    """Close it with what was done; whoever left an e-mail is told where to read it."""
    review = open_for(session, press)
    close(session, review, press, done)


def review_evaluation_by_filing(session: Session, press: ReviewPress, done: str) -> str:
    """File its words as a petition and close the review; the petition's number."""
    review = open_for(session, press)
    evaluation = session.get_one(Evaluation, review.evaluation_id)
    if not evaluation.comment.strip():
        raise WithoutWordsError
    filing = filing_of(session, evaluation)
    actor = Actor("official", press.viewer.official_id)
    token = review_token(review.id)
    receipt = file_petition(session, filing, token=token, office=press.office, actor=actor)
    petition = by_number(session, receipt.number)
    review.petition_id = petition.id if petition else None
    close(session, review, press, done)
    return receipt.number


def review_token(review: int) -> str:
    """What the petition of a review is filed under; a second press finds the first petition."""
    return f"review {review}"


def filing_of(session: Session, evaluation: Evaluation) -> Filing:
    """The opinion as it was written, without a person.

    A contact was left to talk about the opinion and is erased with the review: it only serves to
    tell the number, and no petition keeps it (Ley 1581 de 2012, artículo 4).
    """
    point = session.get(ServicePoint, evaluation.service_point or "")
    return Filing(
        text=evaluation.comment,
        kind=KINDS.get(evaluation.purpose),
        location=point.name if point else "",
        identity=IdentityLevel.ANONYMOUS,
        person=None,
        reply_by="page",
        channel=Channel.EVALUATION,
        received_at=evaluation.created_at,
    )


def note_contact_read(session: Session, review: int, viewer: Viewer, at: datetime) -> None:
    """Leave in the audit trail who saw how to reach the person."""
    session.add(
        AuditEntry(
            at=at,
            official_id=viewer.official_id,
            action="read_contact",
            petition_id=None,
            details={"review": review},
        )
    )
    session.flush()


def open_for(session: Session, press: ReviewPress) -> EvaluationReview:
    """The review, locked, when this person answers for its department.

    Raises `UnknownReviewError`, `NotAllowedError`, `AnsweredBeforeError`.
    """
    query = select(EvaluationReview).where(EvaluationReview.id == press.review)
    review = session.scalar(
        query.with_for_update(of=EvaluationReview).execution_options(populate_existing=True)
    )
    if review is None or review.department != press.viewer.department:
        raise UnknownReviewError(press.review)
    if not allowed(Permission.REVIEW_EVALUATION, press.viewer):
        raise NotAllowedError(Permission.REVIEW_EVALUATION)
    if review.status is not ReviewStatus.OPEN:
        raise AnsweredBeforeError(press.review)
    return review


def close(session: Session, review: EvaluationReview, press: ReviewPress, done: str) -> None:
    """Write what was done, by whom and when, and tell whoever asked to be told."""
    now = press.office.clock()
    review.done = done
    review.answered_by = press.viewer.official_id
    review.answered_at = now
    review.status = ReviewStatus.ANSWERED
    tell_the_person(session, review, now)
    session.flush()


def tell_the_person(session: Session, review: EvaluationReview, now: datetime) -> None:
    """A letter with a link, to an e-mail that was left; the contact itself is erased."""
    contact = session.get(EvaluationContact, review.evaluation_id)
    if contact is None:
        return
    if "@" in contact.contact:
        session.add(
            Notice(
                petition_id=None,
                letter="evaluation_reviewed",
                audience=AUDIENCE,
                address=contact.contact,
                details={
                    "review": review.id,
                    "department": review.department,
                    "language": contact.language,
                },
                urgent=False,
                status=NoticeStatus.PENDING,
                created_at=now,
                next_try_at=now,
                sent_at=None,
                trouble=None,
            )
        )
    session.delete(contact)
