"""Comunicar la actuación a terceros (CPACA art. 37): that it exists, its object and who asks.

An e-mail leaves with the case's other notices; what was taken to an address is written down; what
is published stands on the board too, until the case is answered. Who asks is named only where
`may_be_named`, and never on the board, which anybody reads.
"""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.note_third_party import Kept, keep, needed
from pqrs.acts.notify import write
from pqrs.acts.post_notice import PersonalDataError
from pqrs.law import (
    Refusal,
    ThirdMeans,
    ThirdPartyTold,
    cpaca,
    lawful_third_parties,
    local_day,
)
from pqrs.models import Petition, Petitioner, facts_of, known_person
from pqrs.models.public_answer import DOCUMENTS_OF_A_CHILD
from pqrs.office import Permission
from pqrs.office.discretion import may_be_named, may_be_public
from pqrs.office.notices import THIRD_PARTY
from pqrs.office.personal_data import KnownPerson, personal_data_in


@dataclass(frozen=True)
class Telling:
    """`place`: the e-mail, the address with its proof, or the medium. `on`: not of an e-mail."""

    means: ThirdMeans
    who: str
    place: str
    about: str
    on: date


def tell_third_party(session: Session, telling: Telling, **press: Unpack[Press]) -> Petition:
    """Raises `open_case`'s errors, the law's `Refusal` or `PersonalDataError`."""

    def decide(petition: Petition, at: datetime) -> ThirdPartyTold:
        on = day_of(telling, at)
        check(lawful_third_parties.tell(petition.standing(), on, local_day(at)))
        check_words(petition, telling)
        return ThirdPartyTold(
            at=at,
            means=telling.means,
            told_on=on,
            version=keep(session, petition, kept_of(telling), press["viewer"], at),
            named=bool(name_for(petition, telling.means)),
        )

    petition = act_on_case(session, Permission.TELL_THIRD_PARTIES, decide, **press)
    if telling.means is ThirdMeans.EMAIL:
        send(session, petition, telling)
    return petition


def day_of(telling: Telling, at: datetime) -> date:
    """What is sent by mail leaves now."""
    return local_day(at) if telling.means is ThirdMeans.EMAIL else telling.on


def check_words(petition: Petition, telling: Telling) -> None:
    """All that the law wants is said, and of who asked no more than the name, if that."""
    needed("third_object", telling.about)
    needed("third_where", telling.place)
    is_public = telling.means is ThirdMeans.PUBLISHED
    if is_public and not may_be_public(facts_of(petition), petition.timeline()[0]):
        raise Refusal("third_shielded", cpaca("37"))
    if found := personal_data_in(telling.about, kept_back(petition, telling.means)):
        raise PersonalDataError(found)


def kept_back(petition: Petition, means: ThirdMeans) -> KnownPerson:
    """What they are not told of who asked: art. 37 orders the name and nothing else."""
    person = known_person(petition.petitioner)
    return replace(person, name="", body_name="") if name_for(petition, means) else person


def name_for(petition: Petition, means: ThirdMeans) -> str:
    """Who asks, as it may be told by that means; "" when it may not."""
    return "" if means is ThirdMeans.PUBLISHED else name_told(petition)


def name_told(petition: Petition) -> str:
    """The petitioner's name, and the body's for which they ask; "" when it is not told."""
    person, filed = petition.petitioner, petition.timeline()[0]
    if person is None or is_child(person):
        return ""
    if not may_be_named(facts_of(petition), filed, petition.grounds):
        return ""
    return ", ".join(name for name in (person.name, person.body_name) if name)


def is_child(person: Petitioner) -> bool:
    """By the document; who said so without one is known by a ground of the case."""
    return person.document_type in DOCUMENTS_OF_A_CHILD


def kept_of(telling: Telling) -> Kept:
    """As the file keeps it."""
    is_mail = telling.means is ThirdMeans.EMAIL
    return Kept(
        who=telling.who,
        words=telling.about,
        email=telling.place if is_mail else "",
        place="" if is_mail else telling.place,
        is_public=telling.means is ThirdMeans.PUBLISHED,
    )


def send(session: Session, petition: Petition, telling: Telling) -> None:
    """Its letter says what the law orders, so it holds words and a name, as no other does.

    The outbox forgets both, and the address, once it has left: `erase_contacts`.
    """
    event = petition.timeline()[-1]
    more = {
        "version": petition.events[-1].payload["version"],
        "about": telling.about,
        "petitioner": name_told(petition),
    }
    write(session, petition, THIRD_PARTY, event, [telling.place], more)
    session.flush()
