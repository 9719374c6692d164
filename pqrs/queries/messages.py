"""What a case's office and its petitioner wrote to each other, oldest first."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import OfficeWrote, PetitionerWrote
from pqrs.models import OfficialText, PetitionText, by_number, facts_of


@dataclass(frozen=True)
class Message:
    """One of them. `documents`: how many files came with it. Nobody's name is in it."""

    from_office: bool
    at: datetime
    body: str
    documents: int = 0


@dataclass(frozen=True)
class Dialogue:
    """`is_open`: a report, or a name kept back, so that this is the way to talk."""

    messages: tuple[Message, ...]
    is_open: bool

    @property
    def waits_for_person(self) -> bool:
        """Whether the office wrote last."""
        return bool(self.messages) and self.messages[-1].from_office

    @property
    def waits_for_office(self) -> bool:
        """Whether the person wrote last."""
        return bool(self.messages) and not self.messages[-1].from_office


def dialogue(session: Session, number: str) -> Dialogue:
    """At most three statements beyond the case's own."""
    petition = by_number(session, number)
    if petition is None:
        return Dialogue((), is_open=False)
    wrote = select(OfficialText.version, OfficialText.items)
    asked = dict(session.execute(wrote.where(OfficialText.petition_id == petition.id)).all())
    told = select(PetitionText.version, PetitionText.body)
    said = dict(session.execute(told.where(PetitionText.petition_id == petition.id)).all())
    messages = []
    for event in petition.timeline():
        if isinstance(event, OfficeWrote):
            body = "\n".join(asked.get(event.version or 0, ()))
            messages.append(Message(from_office=True, at=event.at, body=body))
        if isinstance(event, PetitionerWrote):
            body = said.get(event.version or 0, "")
            messages.append(
                Message(from_office=False, at=event.at, body=body, documents=event.documents)
            )
    return Dialogue(tuple(messages), is_open=facts_of(petition).is_discreet)
