"""Put on record the due dates that went by unmet in cases nobody touched since. The worker's.

It asks for the state and never for the day: after a week without the worker nothing is missed.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, selectinload

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import Kind, local_day
from pqrs.models import Petition
from pqrs.models.reckoning import OPEN

BATCH = 200
Work = Callable[[], AbstractContextManager[Session]]


def note_breaches(work: Work, office: Office) -> int:
    """How many breaches were written down; some cases a transaction, so that others may write."""
    noted, last = 0, 0
    while True:
        with work() as session:
            found = next_overdue(session, office, last)
            noted += sum(note_breaches_of(session, petition, office) for petition in found)
        if len(found) < BATCH:
            return noted
        last = found[-1].id


def note_breaches_of(session: Session, petition: Petition, office: Office) -> int:
    """Those of one case; its department is told of each."""
    count = petition.record_breaches(office.clock())
    for event in petition.timeline()[len(petition.events) - count :]:
        notify(session, petition, event, office.pack)
    return count


def next_overdue(session: Session, office: Office, after: int) -> list[Petition]:
    """The next cases past a date whose breach is not on record.

    `due_on` is the first of a mixed petition: whether a later part is late is asked of its events.
    """
    return list(
        session.scalars(
            select(Petition)
            .where(
                Petition.phase.in_(OPEN),
                Petition.due_on < local_day(office.clock()),
                or_(
                    Petition.breached_on.is_(None),
                    Petition.breached_on < Petition.due_on,
                    Petition.kind == Kind.MIXED,
                ),
                Petition.id > after,
            )
            .order_by(Petition.id)
            .limit(BATCH)
            .options(selectinload(Petition.events))
            .with_for_update(of=Petition)
        )
    )
