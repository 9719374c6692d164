"""Two lists may hold the same stored value: each is said in its own words."""

import pytest

from pqrs.law import Channel, Decision, IdentityLevel, PauseGround, Phase, Remedy, Reserve
from pqrs.web.words import EVENTS, words


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (IdentityLevel.RESERVED, "Identidad reservada"),
        (Reserve.RESERVED, "Reservada: daña un interés público"),
        (Phase.TRANSFERRED, "Trasladada"),
        (Channel.TRANSFERRED, "Traslado de otra entidad"),
    ],
)
def test_equal_values_are_told_apart(value, said):
    assert said == str(words.of(value))


@pytest.mark.parametrize("closed", [Phase, Channel, IdentityLevel, Decision, Remedy, PauseGround])
def test_every_member_has_its_words(closed):
    assert all(str(words.of(member)) for member in closed)


def test_no_title_of_a_history_speaks_of_its_reader_as_somebody_else():
    """The petitioner reads the same titles as the desk."""
    assert [] == [said for said in map(str, EVENTS.values()) if "persona" in said]
