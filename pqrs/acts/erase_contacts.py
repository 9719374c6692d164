"""Forget the addresses that were left for one letter, once that letter has left or cannot leave."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import update
from sqlalchemy.orm import Session

from pqrs.acts.review_evaluation import AUDIENCE
from pqrs.models import Notice, NoticeStatus


def erase_contacts(work: Callable[[], AbstractContextManager[Session]]) -> None:
    """Take the address off the outbox; that it was sent stays (Ley 1581 de 2012, artículo 4)."""
    with work() as session:
        session.execute(
            update(Notice)
            .where(
                Notice.audience == AUDIENCE,
                Notice.address.is_not(None),
                Notice.status != NoticeStatus.PENDING,
            )
            .values(address=None)
            .execution_options(synchronize_session=False)
        )
