"""Write the numbers a crash kept from the witness: committed, but never witnessed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.models import Petition
from pqrs.outside.witness import IssuedNumber, Witness

LATEST = 2000
"""Petitions looked at together: far more than can be in flight at a crash."""


def complete_witness(session: Session, witness: Witness, latest: int = LATEST) -> int:
    """Add the missing lines, oldest first; says how many. The database is only read.

    Looks from the newest back until `latest` in a row are all there: a crash costs one look, and
    a witness that is new, or was lost, is written whole.
    """
    query = select(Petition.number, Petition.filed_at, Petition.content_hash)
    rows = session.execute(query.order_by(Petition.id.desc()).execution_options(yield_per=latest))
    known = {issued.number for issued, _linked in witness.lines()}
    missing: list[IssuedNumber] = []
    for part in rows.partitions():
        lacking = [IssuedNumber(*row) for row in part if row[0] not in known]
        if not lacking:
            break
        missing += lacking
    rows.close()
    witness.append(reversed(missing))
    return len(missing)
