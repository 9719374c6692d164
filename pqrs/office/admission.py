"""What an anonymous report still lacks to be looked into.

Norm: Ley 962 de 2005, artículo 81. An anonymous report sets nothing in motion by itself unless its
truth is shown at least summarily, or it refers concretely to identifiable facts or persons. It is
filed and answered all the same; whether it is enough is decided by a person, never by this list.
"""

from dataclasses import dataclass

PEOPLE = "involved"
DAY = "happened_on"
PLACE = "place"
PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Told:
    """Which concrete things a report has."""

    people: bool
    day: bool
    place: bool
    proof: bool


def lacking(told: Told) -> tuple[str, ...]:
    """What would make it concrete; nothing when it has people, a fact in time and place, or proof.

    Keys of `web/words.py` MISSING.
    """
    if told.people or told.proof or (told.day and told.place):
        return ()
    there = ((PEOPLE, told.people), (DAY, told.day), (PLACE, told.place), (PROOF, told.proof))
    return tuple(what for what, is_there in there if not is_there)
