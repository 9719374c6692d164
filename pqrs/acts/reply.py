"""Sign the answer: it gets its letter number, the petitioner is told. Late is still a reply."""

from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.draft_reply import reply_as_seen
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Replied, denial_from_plain, lawful, lawful_matters, local_day
from pqrs.models import Actor, ReplyText
from pqrs.models.counter import next_value
from pqrs.office import Permission, Viewer

LETTERS = "S"
"""The series of outgoing letters, apart from that of petitions."""


class NothingToSignError(Exception):
    """There is no draft, or it was signed already."""


def reply(
    session: Session, *, number: str, viewer: Viewer, seen: int, draft_seen: str, office: Office
) -> ReplyText:
    """Sign the draft in hand. Raises `NothingToSignError`, `open_case`'s errors or a `Refusal`.

    `draft_seen`: the mark of what the signer read; another draft in its place is a `StaleError`.
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.SIGN_REPLY,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    standing = petition.standing()
    check(lawful_matters.sign(standing))
    draft = reply_as_seen(session, petition, draft_seen)
    if draft is None or draft.signed_at is not None:
        raise NothingToSignError(number)
    denial = denial_from_plain(draft.denial)
    check(lawful.decide(standing, local_day(office.clock()), draft.decision, denial))
    year, sequence, moment = next_value(session, LETTERS, office.clock)
    draft.letter_number = f"{LETTERS}-{year}-{sequence:06}"
    draft.signed_by = viewer.official_id
    draft.signed_at = moment
    event = Replied(
        at=moment, version=draft.version, decision=draft.decision, refers_to=draft.refers_to
    )
    petition.record(event, actor=Actor("official", viewer.official_id))
    notify(session, petition, event, office.pack)
    session.flush()
    return draft
