"""The outbox forgets the address that was left for one letter."""

from contextlib import contextmanager

import pytest
from sqlalchemy import select, update

from pqrs.acts.erase_contacts import erase_contacts
from pqrs.acts.review_evaluation import review_evaluation
from pqrs.models import Notice, NoticeStatus
from tests.acts.test_review_evaluation import opened, press_of
from tests.build import a_petition


def details_of(session, letter):
    return session.scalars(select(Notice.details).where(Notice.letter == letter)).one()


@pytest.mark.parametrize(
    ("status", "address"),
    [
        (NoticeStatus.PENDING, "a@b.co"),
        (NoticeStatus.SENT, None),
        (NoticeStatus.FAILED, None),
    ],
)
def test_once_it_has_left_or_cannot_leave(session, office, status, address):
    review = opened(session, office, contact="a@b.co")
    review_evaluation(session, press_of(session, office, review), "Hecho.")
    a_petition(session, office)
    session.execute(update(Notice).values(status=status))

    @contextmanager
    def work():
        yield session

    erase_contacts(work)

    session.expire_all()
    assert (address is not None) == ("language" in details_of(session, "evaluation_reviewed"))
    assert "language" in details_of(session, "receipt")
    left = dict(session.execute(select(Notice.letter, Notice.address)).all())
    assert (address, "persona@example.com") == (left["evaluation_reviewed"], left["receipt"])
