"""One reminder, by state: late or twice makes no difference, and a no is a no."""

from contextlib import contextmanager

import pytest
from sqlalchemy import select, update

from pqrs.acts.evaluate import Opinion, evaluate_answer
from pqrs.acts.invite_evaluation import decline_invitation, invite_evaluation
from pqrs.law import IdentityLevel
from pqrs.models import EvaluationInvitation, Notice, NoticeStatus
from tests.build import a_petition, answered, later


@pytest.fixture
def work(session):
    """The test's own session, as a transaction of the worker."""

    @contextmanager
    def begun():
        yield session
        session.flush()

    return begun


@pytest.fixture
def petition(session, office):
    """Answered, its first letter sent."""
    return sent(session, office, a_petition(session, office))


def sent(session, office, petition):
    answered(session, office, petition)
    session.execute(
        update(Notice)
        .where(Notice.status == NoticeStatus.PENDING)
        .values(status=NoticeStatus.SENT, sent_at=office.clock())
    )
    return petition


def reminders(session):
    return list(session.scalars(select(Notice).where(Notice.letter == "evaluate_reminder")))


@pytest.mark.parametrize(("days", "asked"), [(6, 0), (7, 1), (30, 1), (61, 0)])
@pytest.mark.usefixtures("petition")
def test_after_a_week_and_not_after_two_months(session, office, work, days, asked):
    assert asked == invite_evaluation(work, later(office, days=days))
    assert asked == len(reminders(session))


@pytest.mark.usefixtures("petition")
def test_once(session, office, work):
    for days in (8, 8, 30):
        invite_evaluation(work, later(office, days=days))

    (notice,) = reminders(session)
    assert ("persona@example.com", NoticeStatus.PENDING) == (notice.address, notice.status)


def test_not_who_evaluated(session, office, work, petition):
    opinion = Opinion(satisfaction=5)
    evaluate_answer(session, petition, opinion, token="t", clock=office.clock)

    assert 0 == invite_evaluation(work, later(office, days=8))


def test_not_who_said_no(session, office, work, petition):
    for _ in range(2):
        decline_invitation(session, petition, now=office.clock())

    assert 0 == invite_evaluation(work, later(office, days=8))
    assert 1 == len(list(session.scalars(select(EvaluationInvitation))))


@pytest.mark.parametrize(
    "changes",
    [
        {"identity": IdentityLevel.ANONYMOUS, "person": None, "reply_by": "page"},
        {"reply_by": "page"},
    ],
)
def test_not_who_has_no_address(session, office, work, changes):
    sent(session, office, a_petition(session, office, **changes))

    assert 0 == invite_evaluation(work, later(office, days=8))


def test_not_before_the_first_letter_has_left(session, office, work):
    answered(session, office, a_petition(session, office))

    assert 0 == invite_evaluation(work, later(office, days=8))
