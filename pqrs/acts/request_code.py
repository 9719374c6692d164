"""Somebody says they lost the code of a petition, and names its e-mail.

The same row is written whatever is true, so that neither the answer nor its duration tells whether
number and address fit. The worker finds out (`answer_code_requests`).
"""

from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.models import CodeRequest
from pqrs.office.access_code import address_hash


def request_code(session: Session, *, number: str, email: str, office: Office) -> None:
    """Leave it for the worker; nothing of the address is kept but a keyed hash."""
    session.add(
        CodeRequest(
            number=number,
            address_hash=address_hash(office.code_key, number, email),
            asked_at=office.clock(),
            petition_id=None,
            sent_at=None,
            used_at=None,
            code_hash=None,
        )
    )
    session.flush()
