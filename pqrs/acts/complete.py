"""Completar o aclarar: what was asked for arrives and the clock goes on (CPACA art. 17 and 19)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress, act_on_own_case, keep_own_text, sent
from pqrs.acts.assign import check
from pqrs.acts.attach import attach
from pqrs.law import Completed, Event, Refusal, cpaca, lawful
from pqrs.models import Petition
from pqrs.office.attachments import AttachedFile


def complete(
    session: Session,
    *,
    body: str,
    documents: tuple[AttachedFile, ...] = (),
    **press: Unpack[OwnPress],
) -> bool:
    """Also after the month, until the act that declares the withdrawal. False when done before."""

    def decide(petition: Petition, at: datetime) -> Completed:
        check(lawful.complete(petition.standing()))
        version = keep_own_text(session, petition, body, at)
        count = attach(session, petition, documents, store=press["office"].files, at=at)
        if version is None and not count:
            raise Refusal("nothing_completed", cpaca("17"))
        return Completed(at=at, version=version)

    def is_same(petition: Petition, event: Event) -> bool:
        return isinstance(event, Completed) and sent(
            session, petition, event.version, body, documents
        )

    return act_on_own_case(session, decide, is_same, **press)
