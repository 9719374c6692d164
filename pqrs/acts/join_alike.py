"""«A mí también»: who asks what an open petition already asks is counted with it.

Each keeps its own number, term and answer; what they share is a count that the desk sees.
"""

from sqlalchemy import and_
from sqlalchemy.orm import Session

from pqrs.law import Phase
from pqrs.models import (
    Adherence,
    Petition,
    alike_candidates,
    is_confidential,
    matter_of,
    who_of,
)
from pqrs.office.similarity import SEASON, is_same_person, is_same_request

MOST = 50
"""Texts that are compared while the number is held and everybody who files waits for it."""


def join_alike(session: Session, petition: Petition, text: str) -> None:
    """Count it with the first of its topic, place and season that is open and of somebody else.

    Of the newest fifty; an older one is found through those that were counted with it.
    Nothing happens to one that is confidential, or whose topic or place nobody knows.
    """
    if petition.topic is None or petition.place is None or is_confidential(petition):
        return
    mine, who = matter_of(petition, text), who_of(petition.petitioner)
    is_open = Petition.phase == Phase.OPEN
    is_same = and_(Petition.topic == petition.topic, Petition.place == petition.place)
    found = alike_candidates(session, petition, SEASON, is_open, is_same, most=MOST)
    for other, words, person in reversed(found):
        is_theirs = not is_same_person(who, who_of(person))
        if is_theirs and is_same_request(mine, matter_of(other, words)):
            joined = session.get(Adherence, other.id)
            first = joined.first_id if joined else other.id
            session.add(Adherence(petition_id=petition.id, first_id=first, at=petition.filed_at))
            return
