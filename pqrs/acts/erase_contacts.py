"""Forget what was left for one letter, address and language, once it has left or cannot leave."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.review_evaluation import AUDIENCE
from pqrs.models import Notice, NoticeStatus
from pqrs.office import Audience

AUDIENCES = (AUDIENCE, Audience.THIRD_PARTY)
"""Who left a contact with an opinion; third persons, whom the file of the case keeps apart."""

PERSONAL = {"language", "about", "petitioner"}
"""In the details: what tells of the person, of the case or of who asks."""


def erase_contacts(work: Callable[[], AbstractContextManager[Session]]) -> None:
    """Take them off the outbox; that it was sent stays (Ley 1581 de 2012, artículo 4)."""
    with work() as session:
        ended = select(Notice).where(
            Notice.audience.in_(AUDIENCES),
            Notice.address.is_not(None),
            Notice.status != NoticeStatus.PENDING,
        )
        for notice in session.scalars(ended):
            notice.address = None
            notice.details = {
                name: notice.details[name] for name in notice.details.keys() - PERSONAL
            }
        session.flush()
