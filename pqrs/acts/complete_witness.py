"""Write the numbers a crash kept from the witness: committed, but never witnessed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Petition
from pqrs.outside.witness import IssuedNumber, Witness

LATEST = 2000
"""How many of the newest petitions are looked at: far more than can be in flight at a crash."""


def complete_witness(session: Session, witness: Witness) -> int:
    """Add the missing lines, oldest first; says how many. The database is only read."""
    rows = session.execute(
        select(Petition.number, Petition.filed_at, Petition.content_hash)
        .order_by(Petition.id.desc())
        .limit(LATEST)
    ).all()
    known = {issued.number for issued, _linked in witness.lines()} if rows else set()
    missing = [IssuedNumber(*row) for row in reversed(rows) if row[0] not in known]
    witness.append(missing)
    return len(missing)
