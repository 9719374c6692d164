"""Anotar lo que dijo un tercero: it is part of the file, and weighed like the rest of it."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.note_third_party import Kept, keep, needed
from pqrs.law import ThirdPartyHeard, lawful_third_parties, local_day
from pqrs.models import Petition
from pqrs.office import Permission


def hear_third_party(
    session: Session, *, who: str, on: date, body: str, **press: Unpack[Press]
) -> Petition:
    """`on`: the day they said it. `body`: their words or, of a paper, what it says."""

    def decide(petition: Petition, at: datetime) -> ThirdPartyHeard:
        check(lawful_third_parties.hear(petition.standing(), on, local_day(at)))
        needed("third_words", body)
        version = keep(session, petition, Kept(who, body), press["viewer"], at)
        return ThirdPartyHeard(at=at, heard_on=on, version=version)

    return act_on_case(session, Permission.TELL_THIRD_PARTIES, decide, **press)
