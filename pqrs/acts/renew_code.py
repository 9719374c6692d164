"""Give a petition a new access code, by the link that was sent to its e-mail. The old one stops.

The code is derived from the link and never kept: what stays is its keyed hash, which is the lock
from then on.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.answer_code_requests import LIVES
from pqrs.acts.office import Office
from pqrs.models import AuditEntry, CodeRequest
from pqrs.office.access_code import code_from_token, keyed_hash, new_code_token

REPEATS = timedelta(minutes=2)
"""A second press of the same button shows the same code; after that the link is used up."""


@dataclass(frozen=True)
class RenewedCode:
    """What the person is shown, once."""

    number: str
    access_code: str


class LinkOverError(Exception):
    """The link was used, ended, or never was."""


def is_open(request: CodeRequest | None, at: datetime) -> bool:
    """Whether the link still gives a code."""
    if request is None or request.sent_at is None or at - request.sent_at > LIVES:
        return False
    return request.used_at is None or at - request.used_at <= REPEATS


def is_replaced(session: Session, request: CodeRequest) -> bool:
    """Whether another link was pressed after this one: its code is not the lock any more."""
    query = (
        select(CodeRequest.id)
        .where(CodeRequest.petition_id == request.petition_id, CodeRequest.used_at.is_not(None))
        .order_by(CodeRequest.used_at.desc(), CodeRequest.id.desc())
        .limit(1)
    )
    return request.used_at is not None and session.scalar(query) != request.id


def renew_code(session: Session, request_id: int, *, office: Office) -> RenewedCode:
    """Raises `LinkOverError`."""
    request = session.get(CodeRequest, request_id, with_for_update=True)
    if request is None or not is_open(request, office.clock()) or is_replaced(session, request):
        raise LinkOverError
    code = code_from_token(office.code_key, new_code_token(office.code_key, request_id))
    if request.used_at is None:
        request.used_at = office.clock()
        request.code_hash = keyed_hash(office.code_key, request.number, code)
        session.add(
            AuditEntry(
                at=request.used_at,
                official_id=None,
                action="renew_code",
                petition_id=request.petition_id,
                details={},
            )
        )
        session.flush()
    return RenewedCode(request.number, code)
