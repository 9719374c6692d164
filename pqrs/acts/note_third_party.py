"""Dejar anotado que la decisión puede afectar a terceros: from then on they are to be told.

Here too is what the acts about third persons share: the row that their event names.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Unpack

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import Refusal, ThirdPartyNoted, cpaca, lawful_third_parties
from pqrs.models import Petition, ThirdPerson
from pqrs.office import Permission, Viewer


def note_third_party(session: Session, *, who: str, **press: Unpack[Press]) -> Petition:
    """`who`: as far as it is known. Nothing is refused later because of it: the page warns."""

    def decide(petition: Petition, at: datetime) -> ThirdPartyNoted:
        check(lawful_third_parties.tell(petition.standing()))
        version = keep(session, petition, Kept(who), press["viewer"], at)
        return ThirdPartyNoted(at=at, version=version)

    return act_on_case(session, Permission.TELL_THIRD_PARTIES, decide, **press)


@dataclass(frozen=True)
class Kept:
    """`who`: a person or, if nobody knows them, a group. The rest as in `ThirdPerson`."""

    who: str
    words: str = ""
    email: str = ""
    place: str = ""
    is_public: bool = False


def keep(session: Session, petition: Petition, kept: Kept, viewer: Viewer, at: datetime) -> int:
    """Returns the version that the event names. Raises the `Refusal` for a row without a who."""
    needed("third_who", kept.who)
    before = session.scalar(
        select(func.max(ThirdPerson.version)).where(ThirdPerson.petition_id == petition.id)
    )
    row = ThirdPerson(
        petition_id=petition.id,
        version=(before or 0) + 1,
        who=kept.who,
        email=kept.email or None,
        place=kept.place or None,
        words=kept.words,
        is_public=kept.is_public,
        written_by=viewer.official_id,
        at=at,
    )
    session.add(row)
    return row.version


def needed(rule: str, words: str) -> None:
    """Blanks say nothing."""
    if not words.strip():
        raise Refusal(rule, cpaca("37"))
