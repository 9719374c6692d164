"""The steps that the petitioner's acts share: the case, the same press before, the law, telling.

No account and no permission: whoever holds number and code acts, and the doors see to that.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.open_case import StaleError, UnknownCaseError
from pqrs.acts.shield import shield
from pqrs.law import Event
from pqrs.models import CITIZEN, Document, Petition, PetitionText, by_number
from pqrs.office.attachments import AttachedFile


class OwnPress(TypedDict):
    """`seen`: the last event on the page it was done from."""

    number: str
    seen: int
    office: Office


def act_on_own_case(
    session: Session,
    decide: Callable[[Petition, datetime], Event],
    is_same: Callable[[Petition, Event], bool],
    **press: Unpack[OwnPress],
) -> bool:
    """Record what `decide` makes of the case at this moment, and tell whom it concerns.

    True when it was done now; False when this press had done it before: `is_same` knows its
    event by all that it carries, so that nothing else that was sent is taken for it.
    Raises the law's `Refusal`, `UnknownCaseError`, or `StaleError` when anything else happened.
    """
    office = press["office"]
    petition = by_number(session, press["number"], for_change=True)
    if petition is None:
        raise UnknownCaseError(press["number"])
    later = petition.events[press["seen"] :]
    if any(row.actor == CITIZEN.kind and is_same(petition, row.to_event()) for row in later):
        return False
    if later:
        raise StaleError(petition.number)
    event = decide(petition, office.clock())
    petition.record(event, actor=CITIZEN)
    version = getattr(event, "version", None)
    if version is not None:
        shield(session, petition, office, version=version)
    notify(session, petition, event, office.pack)
    session.flush()
    return True


def keep_own_text(session: Session, petition: Petition, body: str, at: datetime) -> int | None:
    """Keep what the petitioner wrote; the version that the event names, None for no words."""
    if not body.strip():
        return None
    before = session.scalar(
        select(func.max(PetitionText.version)).where(PetitionText.petition_id == petition.id)
    )
    text = PetitionText(petition_id=petition.id, version=(before or 0) + 1, body=body, at=at)
    session.add(text)
    return text.version


def sent(
    session: Session,
    petition: Petition,
    version: int | None,
    body: str,
    files: tuple[AttachedFile, ...],
) -> bool:
    """Whether exactly these words are that version, and each of these files is in the case."""
    query = select(Document.sha256).where(Document.petition_id == petition.id)
    arrived = {file.sha256 for file in files} <= set(session.scalars(query))
    return arrived and wrote(session, petition, version, body)


def wrote(session: Session, petition: Petition, version: int | None, body: str) -> bool:
    """Whether that version of the petitioner's words is exactly these."""
    if version is None:
        return not body.strip()
    query = select(PetitionText.body).where(
        PetitionText.petition_id == petition.id, PetitionText.version == version
    )
    return session.scalar(query) == body
