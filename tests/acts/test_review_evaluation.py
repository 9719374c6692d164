"""A head writes what was done, once; or the words become a petition."""

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from pqrs.acts.evaluate import Following, Opinion, evaluate_point
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.review_evaluation import (
    AnsweredBeforeError,
    ReviewPress,
    UnknownReviewError,
    WithoutWordsError,
    note_contact_read,
    review_evaluation,
    review_evaluation_by_filing,
)
from pqrs.law import Channel, IdentityLevel, Kind
from pqrs.models import (
    AuditEntry,
    EvaluationContact,
    EvaluationReview,
    Notice,
    PetitionText,
    ReviewStatus,
    ServicePoint,
    by_number,
)
from pqrs.office import Role
from pqrs.office.evaluation import Purpose
from tests.build import an_official, later

WORDS = "El funcionario de la ventanilla me gritó y no me recibió los papeles."


def opened(session, office, *, contact="", comment=WORDS, purpose=Purpose.COMPLAINT):
    """A review of the citizens' window."""
    opinion = Opinion(satisfaction=1, comment=comment, purpose=purpose)
    following = Following(office=office, contact=contact)
    point = session.get_one(ServicePoint, "VENTANILLA")
    evaluate_point(session, point, opinion, token=comment, clock=office.clock, following=following)
    return session.scalars(select(EvaluationReview)).one()


def press_of(session, office, review, role=Role.HEAD, department="DADM"):
    viewer = an_official(session, role, department)
    return ReviewPress(review=review.id, viewer=viewer, office=office)


def test_what_was_done_stays_with_who_did_it(session, office):
    review = opened(session, office)
    press = press_of(session, later(office, days=2), review)
    review_evaluation(session, press, "Se habló con la persona de la ventanilla.")

    assert (ReviewStatus.ANSWERED, press.viewer.official_id) == (review.status, review.answered_by)
    assert press.office.clock() == review.answered_at


def test_it_is_answered_once_and_never_changed(session, office):
    review = opened(session, office)
    review_evaluation(session, press_of(session, office, review), "Primero.")

    with pytest.raises(AnsweredBeforeError):
        review_evaluation(session, press_of(session, office, review), "Segundo.")
    review.done = "Otra cosa."
    with pytest.raises(DatabaseError):
        session.flush()


@pytest.mark.parametrize(
    ("role", "department", "error"),
    [
        (Role.OFFICIAL, "DADM", NotAllowedError),
        (Role.HEAD, "HAC", UnknownReviewError),
        (Role.SUPERVISOR, None, UnknownReviewError),
    ],
)
def test_only_the_head_of_its_department(session, office, role, department, error):
    review = opened(session, office)

    with pytest.raises(error):
        review_evaluation(session, press_of(session, office, review, role, department), "x")


def test_an_unknown_one(session, office):
    press = ReviewPress(review=99, viewer=an_official(session, Role.HEAD, "DADM"), office=office)

    with pytest.raises(UnknownReviewError):
        review_evaluation(session, press, "x")


def test_who_left_an_email_is_told_and_the_contact_is_erased(session, office):
    review = opened(session, office, contact="a@b.co")
    review_evaluation(session, press_of(session, office, review), "Hecho.")

    notice = session.scalars(select(Notice)).one()
    assert ("evaluation_reviewed", "a@b.co", None) == (
        notice.letter,
        notice.address,
        notice.petition_id,
    )
    assert [] == list(session.scalars(select(EvaluationContact)))


def test_a_telephone_is_erased_and_nothing_is_sent(session, office):
    review = opened(session, office, contact="300 123 4567")
    review_evaluation(session, press_of(session, office, review), "Se llamó.")

    assert [] == list(session.scalars(select(Notice)))
    assert [] == list(session.scalars(select(EvaluationContact)))


def test_filed_in_one_press_from_the_day_it_arrived(session, office):
    review = opened(session, office)
    after = later(office, days=3)
    number = review_evaluation_by_filing(session, press_of(session, after, review), "Se radicó.")

    petition = by_number(session, number)
    assert (Channel.EVALUATION, Kind.COMPLAINT, IdentityLevel.ANONYMOUS) == (
        petition.channel,
        petition.kind,
        petition.identity,
    )
    assert (office.clock().date(), after.clock()) == (petition.received_on, petition.filed_at)
    assert WORDS == session.scalar(select(PetitionText.body))
    assert (petition.id, ReviewStatus.ANSWERED) == (review.petition_id, review.status)


@pytest.mark.parametrize(
    ("purpose", "kind"),
    [(Purpose.RECOMMENDATION, Kind.SUGGESTION), (Purpose.COMPLAINT, Kind.COMPLAINT)],
)
def test_with_an_email_the_person_is_told_of_the_petition(session, office, purpose, kind):
    review = opened(session, office, contact="a@b.co", purpose=purpose)
    number = review_evaluation_by_filing(session, press_of(session, office, review), "Se radicó.")

    petition = by_number(session, number)
    assert kind is petition.kind
    letters = list(session.scalars(select(Notice.letter).where(Notice.address == "a@b.co")))
    assert ["evaluation_reviewed"] == letters, "its link shows the number and the code"


@pytest.mark.parametrize("contact", ["a@b.co", "300 123 4567"])
def test_no_contact_becomes_a_petitioner(session, office, contact):
    review = opened(session, office, contact=contact)
    number = review_evaluation_by_filing(session, press_of(session, office, review), "Se radicó.")

    petition = by_number(session, number)
    assert (IdentityLevel.ANONYMOUS, None) == (petition.identity, petition.petitioner)
    assert [] == list(session.scalars(select(EvaluationContact)))


def test_without_words_there_is_nothing_to_file(session, office):
    review = opened(session, office, comment="")

    with pytest.raises(WithoutWordsError):
        review_evaluation_by_filing(session, press_of(session, office, review), "x")
    assert ReviewStatus.OPEN is review.status


def test_seeing_a_contact_leaves_a_trace(session, office):
    head = an_official(session, Role.HEAD, "DADM")
    note_contact_read(session, 7, head, office.clock())

    entry = session.scalars(select(AuditEntry)).one()
    assert ("read_contact", {"review": 7}) == (entry.action, entry.details)
