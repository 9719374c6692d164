"""Whoever reports writes to the office, with number and code alone: any number of times."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress, act_on_own_case, keep_own_text, sent
from pqrs.acts.assign import check
from pqrs.acts.attach import attach
from pqrs.law import Event, PetitionerWrote, Refusal, cpaca, lawful
from pqrs.models import Petition
from pqrs.office.attachments import AttachedFile


def write_to_office(
    session: Session,
    *,
    body: str,
    documents: tuple[AttachedFile, ...] = (),
    **press: Unpack[OwnPress],
) -> bool:
    """`body` may be empty when there are files. False when the same press had sent it before."""

    def decide(petition: Petition, at: datetime) -> PetitionerWrote:
        check(lawful.converse(petition.standing()))
        version = keep_own_text(session, petition, body, at)
        count = attach(session, petition, documents, store=press["office"].files, at=at)
        if version is None and not count:
            raise Refusal("nothing_added", cpaca("15"))
        return PetitionerWrote(at=at, version=version, documents=count)

    def is_same(petition: Petition, event: Event) -> bool:
        return isinstance(event, PetitionerWrote) and sent(
            session, petition, event.version, body, documents
        )

    return act_on_own_case(session, decide, is_same, **press)
