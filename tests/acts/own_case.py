"""Cases at the moments at which their petitioners act, and a press from the page they see."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.draft_reply import draft_reply
from pqrs.acts.office import Office
from pqrs.acts.reply import reply
from pqrs.acts.request_completion import request_completion
from pqrs.acts.return_unclear import return_unclear
from pqrs.law import Decision, Denial, Reserve
from pqrs.models import Notice, Petition, PetitionText
from pqrs.office import Role
from tests.build import an_official

DENIAL = Denial("Ley 1712 de 2014, artículo 18", Reserve.CLASSIFIED, "a", "b", "c", gives_rest=True)
WORDS = "La foto es de la otra esquina."


def press(petition: Petition, office: Office, seen: int | None = None) -> OwnPress:
    """From the page as it is now, unless told otherwise."""
    last = petition.last_sequence if seen is None else seen
    return OwnPress(number=petition.number, seen=last, office=office)


def asked(session: Session, office: Office, petition: Petition, **more: Any) -> Petition:
    """The entity asked for what is missing."""
    viewer = an_official(session, Role.OFFICIAL, petition.department)
    facts: dict[str, Any] = {
        "number": petition.number,
        "seen": petition.last_sequence,
        "office": office,
    }
    return request_completion(session, items=["La dirección"], viewer=viewer, **facts, **more)


def unclear(session: Session, office: Office, petition: Petition) -> Petition:
    """The entity could not tell what it asks."""
    viewer = an_official(session, Role.OFFICIAL, petition.department)
    facts: dict[str, Any] = {
        "number": petition.number,
        "seen": petition.last_sequence,
        "office": office,
    }
    return return_unclear(session, items=["¿Qué pide?"], viewer=viewer, **facts)


def signed(
    session: Session,
    office: Office,
    petition: Petition,
    decision: Decision = Decision.RESPONDED,
) -> Petition:
    """Answered so, and not yet opened."""
    writer = an_official(session, Role.OFFICIAL, petition.department)
    signer = an_official(session, Role.HEAD, petition.department)
    facts: dict[str, Any] = {
        "number": petition.number,
        "seen": petition.last_sequence,
        "office": office,
    }
    denial = DENIAL if decision.denies else None
    draft = draft_reply(
        session,
        **facts,
        body="No se puede.",
        viewer=writer,
        draft_seen="",
        decision=decision,
        denial=denial,
    )
    reply(session, **facts, viewer=signer, draft_seen=draft.mark)
    return petition


def names(petition: Petition) -> list[str]:
    return [event.name for event in petition.timeline()]


def texts(session: Session, petition: Petition) -> list[str]:
    query = select(PetitionText).where(PetitionText.petition_id == petition.id)
    return [row.body for row in session.scalars(query.order_by(PetitionText.version))]


def letters(session: Session, petition: Petition) -> set[tuple[str, str]]:
    query = select(Notice.letter, Notice.audience).where(Notice.petition_id == petition.id)
    return {(letter, audience) for letter, audience in session.execute(query)}
