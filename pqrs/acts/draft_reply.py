"""Write the answer's draft. Nothing is told to anyone until it is signed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import lawful
from pqrs.models import Petition, ReplyText
from pqrs.office import Permission, Viewer


def draft_reply(
    session: Session, *, number: str, body: str, viewer: Viewer, seen: int, office: Office
) -> ReplyText:
    """Keep `body` as the draft in hand; a signed version is never touched, a new one begins."""
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.DRAFT_REPLY,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    check(lawful.reply(petition.standing()))
    draft = latest_reply(session, petition)
    if draft is None or draft.signed_at is not None:
        draft = ReplyText(petition_id=petition.id, version=draft.version + 1 if draft else 1)
        session.add(draft)
    draft.body = body
    draft.drafted_by = viewer.official_id
    draft.drafted_at = office.clock()
    session.flush()
    return draft


def latest_reply(session: Session, petition: Petition) -> ReplyText | None:
    """The newest version of the answer, signed or not."""
    return session.scalar(
        select(ReplyText)
        .where(ReplyText.petition_id == petition.id)
        .order_by(ReplyText.version.desc())
        .limit(1)
    )
