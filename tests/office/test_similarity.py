"""Whether two petitions ask the same, and whether two people are one."""

import pytest

from pqrs.office.similarity import (
    Matter,
    Who,
    is_same_matter,
    is_same_person,
    is_same_request,
    likeness,
    words_of_matter,
)
from tests.office.packs import villa

HOLE = "Hay un hueco muy grande en la calle frente al parque"
SAME = "en la caye del parke ai un ueko grande, ya van dos caidos"
AKIN = "Hueco por la panadería"
OTHER = "Me cobraron dos veces el impuesto de la casa"


def same(mine, theirs, *, topics=("T-CALLE", "T-CALLE"), places=("LA-LOMA", "LA-LOMA")):
    one, other = (
        Matter(topic, place, words_of_matter(text))
        for topic, place, text in zip(topics, places, (mine, theirs), strict=True)
    )
    return is_same_matter(one, other, villa()), is_same_matter(other, one, villa())


@pytest.mark.parametrize(
    ("theirs", "facts", "is_same"),
    [
        (SAME, {}, True),
        (AKIN, {}, True),
        (OTHER, {}, False),
        (SAME, {"topics": (None, "T-CALLE")}, True),
        (AKIN, {"topics": (None, "T-CALLE")}, False),
        (HOLE, {"topics": ("T-AGUA", "T-CALLE")}, True),
        (AKIN, {"topics": ("T-AGUA", "T-CALLE")}, False),
        (SAME, {"places": ("LOMA-SAN-JOSE", "LA-LOMA")}, True),
        (HOLE, {"places": ("LA-VEGA", "LA-LOMA")}, False),
        (HOLE, {"places": (None, "LA-LOMA")}, False),
        (HOLE, {"places": (None, None)}, True),
    ],
)
def test_one_matter(theirs, facts, is_same):
    assert (is_same, is_same) == same(HOLE, theirs, **facts)


@pytest.mark.parametrize(
    ("theirs", "topic", "place", "is_same"),
    [
        ("Un hueco en la calle 5 con carrera 3 dañó mi moto", "T-CALLE", "LA-LOMA", True),
        ("Hay un hueco en la calle por la escuela", "T-CALLE", "LA-LOMA", True),
        ("Hay un hueco en la calle 9 con carrera 4", "T-CALLE", "LA-LOMA", False),
        ("La vía está destapada", "T-CALLE", "LA-LOMA", False),
        ("Hay un hueco en la calle 5", "T-CALLE", "LOMA-SAN-JOSE", False),
        ("Hay un hueco en la calle 5", "T-AGUA", "LA-LOMA", False),
    ],
)
def test_one_request_is_narrower(theirs, topic, place, is_same):
    hole = words_of_matter("Hay un hueco en la calle 5 con carrera 3")
    other = Matter(topic, place, words_of_matter(theirs))

    assert is_same is is_same_request(Matter("T-CALLE", "LA-LOMA", hole), other)
    assert not is_same_request(Matter(None, "LA-LOMA", hole), other)


def test_nothing_is_like_nothing():
    assert 0.0 == likeness(frozenset(), words_of_matter("de la el"))
    assert 1.0 == likeness(words_of_matter(HOLE), words_of_matter(HOLE.upper()))


@pytest.mark.parametrize(
    ("mine", "theirs", "is_same"),
    [
        (Who(document="31456789"), Who(document=" 31456789 "), True),
        (Who(email="ANA@example.com"), Who(document="1", email="ana@example.com"), True),
        (Who(phone="315 000 0000"), Who(phone="3150000000"), True),
        (Who(document="1"), Who(document="2"), False),
        (Who(), Who(), False),
    ],
)
def test_one_person(mine, theirs, is_same):
    assert is_same is is_same_person(mine, theirs)
