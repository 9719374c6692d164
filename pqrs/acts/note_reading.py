"""Leave in the audit trail who looked at a case, or was kept from it. Kept whatever the answer."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import AuditEntry, Petition
from pqrs.office import Viewer

READ, REFUSED, LISTED = "read_case", "read_case_refused", "read_list"


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


def note_list(session: Session, *, numbers: Sequence[str], viewer: Viewer, at: datetime) -> None:
    """One entry for a list that shows the words of several cases."""
    session.add(
        AuditEntry(
            at=at,
            official_id=viewer.official_id,
            action=LISTED,
            petition_id=None,
            details={"numbers": list(numbers)},
        )
    )
    session.flush()
