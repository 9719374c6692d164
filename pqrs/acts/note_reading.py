"""Leave in the audit trail who looked at a case, or was kept from it. Kept whatever the answer."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Petition
from pqrs.office import Viewer

READ, REFUSED = "read_case", "read_case_refused"


def note_reading(
    session: Session, *, number: str, viewer: Viewer, at: datetime, action: str = READ
) -> None:
    """One entry a look; `action` is `READ` or `REFUSED`."""
    petition = session.scalar(select(Petition.id).where(Petition.number == number))
    entry = AuditEntry(
        at=at,
        official_id=viewer.official_id,
        action=action,
        petition_id=petition,
        details={},
    )
    session.add(entry)
    session.flush()
