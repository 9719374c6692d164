"""For whom invented people ask, why some go first, and what a few of them say of themselves.

Drawn from the token of the case and not from the city's own chance: a city of the same seed stays
the same city when one more thing is known of its people.
"""

from dataclasses import replace
from datetime import datetime
from hashlib import sha256
from random import Random
from typing import Final

from sqlalchemy.orm import Session

from pqrs.acts.count_population import count_population
from pqrs.acts.file_petition import Filing
from pqrs.law import Capacity, IdentityLevel, Kind, PriorityGround
from pqrs.office.population import ANSWERS, WITHHELD, Question

ASKS_FOR_OTHERS: Final = 0.05
GOES_FIRST: Final = 0.06
TELLS: Final = 0.35
WITHHOLDS: Final = 0.15
FOR_WHOM: Final = (
    (Capacity.NEIGHBOUR, "Vecina Inventada", None),
    (Capacity.GUARDIAN, "A. B.", None),
    (Capacity.ORGANISATION, None, "Junta de Acción Comunal Inventada"),
    (Capacity.COMPANY, None, "Comercial Inventada S. A. S."),
    (Capacity.JOURNALIST, None, "Radio Inventada"),
)
STATED: Final = (
    PriorityGround.OLDER,
    PriorityGround.DISABILITY,
    PriorityGround.PREGNANCY,
    PriorityGround.ABOUT_CHILD,
    PriorityGround.VICTIM,
)


def chance_of(token: str) -> Random:
    """The same for the same case; nothing here is a secret."""
    return Random(sha256(token.encode()).digest())  # noqa: S311


def known_of(filing: Filing, token: str) -> Filing:
    """The same petition, with for whom it asks and why it goes first."""
    chance, person = chance_of(token), filing.person
    if person is None or filing.kind is Kind.REPORT:
        return filing
    if chance.random() < GOES_FIRST:
        filing = replace(filing, grounds=(chance.choice(STATED),))
    if chance.random() < ASKS_FOR_OTHERS:
        capacity, represented, body = chance.choice(FOR_WHOM)
        person = replace(person, represented_name=represented, body_name=body)
        filing = replace(filing, capacity=capacity, person=person)
    return filing


def tell_of_themselves(session: Session, filing: Filing, token: str, at: datetime) -> None:
    """A third of those who may be asked answer, and leave some questions alone."""
    chance = chance_of(f"{token} población")
    is_asked = filing.identity is not IdentityLevel.ANONYMOUS and filing.kind is not Kind.REPORT
    if not is_asked or chance.random() >= TELLS:
        return
    answers = {
        question: WITHHELD if chance.random() < WITHHOLDS else chance.choice(ANSWERS[question])
        for question in Question
    }
    count_population(session, answers, at, token=token)
