"""Levantar la constancia: what an official writes down of a petition that somebody says or brings.

It is written in the transaction that gives the number, so that neither exists without the other.
"""

from sqlalchemy.orm import Session

from pqrs.models import Actor, Petition, Reception
from pqrs.office.reception import TakenDown


def take_down(session: Session, petition: Petition, taken: TakenDown, actor: Actor) -> None:
    """Keep it with the petition just filed; nobody changes it afterwards."""
    session.add(
        Reception(
            petition_id=petition.id,
            taken_by=actor.official_id,
            **vars(taken.kept_for(petition.identity)),
        )
    )
    session.flush()
