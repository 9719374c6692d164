"""Forget what was left for one letter, address and language, once it has left or cannot leave."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.review_evaluation import AUDIENCE
from pqrs.models import Notice, NoticeStatus

PERSONAL = {"language"}
"""In the details: what tells of the person, of whom nothing else is left."""


def erase_contacts(work: Callable[[], AbstractContextManager[Session]]) -> None:
    """Take them off the outbox; that it was sent stays (Ley 1581 de 2012, artículo 4)."""
    with work() as session:
        ended = select(Notice).where(
            Notice.audience == AUDIENCE,
            Notice.address.is_not(None),
            Notice.status != NoticeStatus.PENDING,
        )
        for notice in session.scalars(ended):
            notice.address = None
            notice.details = {
                name: notice.details[name] for name in notice.details.keys() - PERSONAL
            }
        session.flush()
