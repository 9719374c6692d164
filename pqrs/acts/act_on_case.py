"""The steps that acts on one case share: open it, ask the law, record the event, tell people."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypedDict, Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Event
from pqrs.models import Actor, OfficialText, Petition
from pqrs.office import Permission, Viewer


class Press(TypedDict):
    """What every act on a case is told; `seen`: the last event on the page it was done from."""

    number: str
    viewer: Viewer
    seen: int
    office: Office


def act_on_case(
    session: Session,
    permission: Permission,
    decide: Callable[[Petition, datetime], Event],
    **press: Unpack[Press],
) -> Petition:
    """Record what `decide` makes of the case at this moment, and tell whom it concerns.

    `decide` raises the law's `Refusal`. Raises `open_case`'s errors too.
    """
    office, viewer = press["office"], press["viewer"]
    petition = open_case(
        session,
        press["number"],
        viewer=viewer,
        permission=permission,
        seen=press["seen"],
        signer=office.pack.entity.signer,
    )
    event = decide(petition, office.clock())
    petition.record(event, actor=Actor("official", viewer.official_id))
    notify(session, petition, event, office.pack)
    session.flush()
    return petition


def keep_text(
    session: Session, petition: Petition, items: Sequence[str], viewer: Viewer, at: datetime
) -> int:
    """Keep what the entity writes in the case; returns the version that the event names."""
    before = session.scalar(
        select(func.max(OfficialText.version)).where(OfficialText.petition_id == petition.id)
    )
    text = OfficialText(
        petition_id=petition.id,
        version=(before or 0) + 1,
        items=list(items),
        written_by=viewer.official_id,
        at=at,
    )
    session.add(text)
    return text.version
