"""Which case another system had under the number that somebody typed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Petition


def number_of_imported(session: Session, typed: str) -> str | None:
    """The number that an imported case has here, or None. Letters may be large or small."""
    known = " ".join(typed.split())
    query = select(Petition.number).where(
        Petition.external_number.in_((known, known.upper(), known.lower()))
    )
    return session.scalar(query.order_by(Petition.id).limit(1))
