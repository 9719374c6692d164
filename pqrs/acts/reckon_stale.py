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
    """Nothing when every open case has the newest rules.

    Each case is told every act that came after its own version.
    """
    newest = newest_version(session)
    behind = session.scalars(
        select(Petition.reckoned_with)
        .where(Petition.phase.in_(OPEN), Petition.reckoned_with < newest)
        .distinct()
        .order_by(Petition.reckoned_with)
    ).all()
    if not behind:
        return None
    total = Reckoning(newest)
    for known in behind:
        done = reckon(session, cause=cause_since(session, known), office=office, known=known)
        total.moved += done.moved
        total.told += done.told
        total.by_department.update(done.by_department)
    return total


def cause_since(session: Session, known: int) -> Cause:
    """Every act approved after that version, oldest first."""
    changes = session.scalars(
        select(RuleChange).where(RuleChange.version > known).order_by(RuleChange.version)
    ).all()
    causes = [Cause(change.act, change.to_change()) for change in changes]
    if len(causes) == 1:
        return causes[0]
    return Cause("; ".join(dict.fromkeys(cause.text.removesuffix(".") for cause in causes)))
