"""Write the answer's draft. Nothing is told to anyone until it is signed."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.office import Office
from pqrs.acts.open_case import StaleError, open_case
from pqrs.law import Decision, Denial, Refusal, cpaca, lawful, local_day
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
    decision: Decision = Decision.RESPONDED,
    denial: Denial | None = None,
    refers_to: str = "",
) -> ReplyText:
    """Keep `body` as the draft in hand; a signed version is never touched, a new one begins.

    `draft_seen`: the mark of the answer that the person had read, "" when there was none.
    `refers_to`: number of another petition, already answered, on the same matter (art. 19).
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.DRAFT_REPLY,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    standing, at = petition.standing(), office.clock()
    check(lawful.reply(standing) or lawful.decide(standing, local_day(at), decision, denial))
    check_earlier(session, petition, refers_to)
    draft = reply_as_seen(session, petition, draft_seen)
    if draft is None or draft.signed_at is not None:
        draft = ReplyText(petition_id=petition.id, version=draft.version + 1 if draft else 1)
        session.add(draft)
    draft.body = body
    draft.decision = decision
    draft.denial = denial.to_plain() if denial and decision.denies else None
    draft.refers_to = refers_to
    draft.drafted_by = viewer.official_id
    draft.drafted_at = at
    session.flush()
    return draft


def check_earlier(session: Session, petition: Petition, number: str) -> None:
    """Raise the law's `Refusal` unless it is another petition that was answered, or nothing."""
    if not number:
        return
    signed = session.scalar(
        select(ReplyText.id)
        .join(Petition, Petition.id == ReplyText.petition_id)
        .where(Petition.number == number, Petition.id != petition.id)
        .where(ReplyText.signed_at.is_not(None))
        .limit(1)
    )
    if signed is None:
        raise Refusal("earlier_unknown", cpaca("19"), number=number)


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
