"""Write the answer's draft. Nothing is told to anyone until it is signed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.office import Office
from pqrs.acts.open_case import StaleError, open_case
from pqrs.law import lawful
from pqrs.models import Petition, ReplyText
from pqrs.office import Permission, Viewer


def draft_reply(  # noqa: PLR0913  each fact is named where it is called
    session: Session,
    *,
    number: str,
    body: str,
    viewer: Viewer,
    seen: int,
    draft_seen: str,
    office: Office,
) -> ReplyText:
    """Keep `body` as the draft in hand; a signed version is never touched, a new one begins.

    `draft_seen`: the mark of the answer that the person had read, "" when there was none.
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.DRAFT_REPLY,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    check(lawful.reply(petition.standing()))
    draft = reply_as_seen(session, petition, draft_seen)
    if draft is None or draft.signed_at is not None:
        draft = ReplyText(petition_id=petition.id, version=draft.version + 1 if draft else 1)
        session.add(draft)
    draft.body = body
    draft.drafted_by = viewer.official_id
    draft.drafted_at = office.clock()
    session.flush()
    return draft


def reply_as_seen(session: Session, petition: Petition, mark: str) -> ReplyText | None:
    """The newest version of the answer, if it is the one of `mark`; else raises `StaleError`."""
    found = latest_reply(session, petition)
    if mark != (found.mark if found else ""):
        raise StaleError(petition.number)
    return found


def mark_in_hand(session: Session, petition: Petition) -> str:
    """The mark of the answer as it stands, for whoever acts without a page."""
    found = latest_reply(session, petition)
    return found.mark if found else ""


def latest_reply(session: Session, petition: Petition) -> ReplyText | None:
    """The newest version of the answer, signed or not, read anew: the petition is locked by now.

    Read before the lock, it may have been another's to change in between.
    """
    return session.scalar(
        select(ReplyText)
        .where(ReplyText.petition_id == petition.id)
        .order_by(ReplyText.version.desc())
        .limit(1)
        .execution_options(populate_existing=True)
    )
