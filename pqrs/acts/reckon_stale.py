"""Move to the newest rules the open cases that a change passed by. The worker's.

On PostgreSQL a petition filed while a change was being approved was not there to be moved.
"""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.reckon import Cause, Reckoning, reckon
from pqrs.models import Petition, RuleChange, newest_version
from pqrs.models.reckoning import OPEN


def reckon_stale(session: Session, office: Office) -> Reckoning | None:
    """Nothing when every open case has the newest rules."""
    version = newest_version(session)
    stale = session.scalars(
        select(Petition.id).where(Petition.phase.in_(OPEN), Petition.reckoned_with < version)
    ).all()
    if not stale:
        return None
    change = session.scalar(select(RuleChange).where(RuleChange.version == version))
    cause = Cause(change.act, change.to_change()) if change else Cause("")
    only = stale if len(stale) < _MANY else None
    return reckon(session, cause=cause, office=office, only=only)


_MANY = 500
"""As many as one statement may name; more are all of them."""
