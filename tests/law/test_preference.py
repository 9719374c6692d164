"""Who asks, and what follows: another term, another place in the queue, always with its norm."""

import pytest

from pqrs.law import (
    Capacity,
    Kind,
    Priority,
    PriorityGround,
    grounds_for,
    kind_for,
    norm_of,
    priority_for,
    rank_for,
)


@pytest.mark.parametrize(
    ("kind", "capacity", "runs"),
    [
        (Kind.INFORMATION, Capacity.AUTHORITY, Kind.AUTHORITY_INFORMATION),
        (Kind.DOCUMENTS, Capacity.AUTHORITY, Kind.AUTHORITY_INFORMATION),
        (Kind.GENERAL_INTEREST, Capacity.AUTHORITY, Kind.AUTHORITY_OTHER),
        (Kind.CONSULTATION, Capacity.AUTHORITY, Kind.CONSULTATION),
        (Kind.REPORT, Capacity.AUTHORITY, Kind.REPORT),
        (Kind.INFORMATION, Capacity.JOURNALIST, Kind.PRESS_INFORMATION),
        (Kind.DOCUMENTS, Capacity.JOURNALIST, Kind.DOCUMENTS),
        (Kind.INFORMATION, Capacity.ATTORNEY, Kind.INFORMATION),
    ],
)
def test_an_authority_has_ten_days_and_a_journalist_goes_first(kind, capacity, runs):
    assert runs is kind_for(kind, capacity), "Ley 1437 de 2011, artículos 20 y 30"


def test_every_ground_has_its_norm():
    assert all(str(norm_of(ground)) for ground in PriorityGround)
    assert "Decreto 19 de 2012, artículo 12" == str(norm_of(PriorityGround.CHILD))
    assert "Decreto 19 de 2012, artículo 13" == str(norm_of(PriorityGround.VETERAN))
    assert "Ley 1437 de 2011, artículo 20" == str(norm_of(PriorityGround.RIGHT))
    assert "Ley 1437 de 2011, artículo 5, numeral 6" == str(norm_of(PriorityGround.ABOUT_CHILD))


def test_grounds_are_stated_or_follow_from_who_asks_and_what_is_told():
    assert (PriorityGround.OLDER, PriorityGround.PRESS) == grounds_for(
        [PriorityGround.OLDER], Capacity.JOURNALIST, Priority.NORMAL
    )
    assert (PriorityGround.LIFE,) == grounds_for([], Capacity.SELF, Priority.URGENT)
    assert () == grounds_for([], Capacity.AUTHORITY, Priority.NORMAL)


def test_life_then_children_then_whom_the_law_prefers_then_the_rest():
    pairs = [
        (PriorityGround.VICTIM, PriorityGround.LIFE),
        (PriorityGround.OLDER, PriorityGround.CHILD),
        (PriorityGround.PREGNANCY,),
        (PriorityGround.ABOUT_CHILD,),
        (),
    ]

    assert [0, 1, 2, 2, 3] == [rank_for(grounds) for grounds in pairs]
    assert [Priority.URGENT, *[Priority.NORMAL] * 4] == [priority_for(one) for one in pairs]
