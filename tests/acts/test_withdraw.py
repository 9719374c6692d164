"""The petitioner takes it back: it ends, nothing is deleted."""

import pytest

from pqrs.acts.open_case import StaleError
from pqrs.acts.withdraw import withdraw
from pqrs.law import Phase, Refusal
from tests.acts.own_case import asked, letters, names, press, texts
from tests.build import POTHOLE, a_petition, answered


def test_it_ends_and_everything_stays(session, office):
    petition = a_petition(session, office)

    assert withdraw(session, **press(petition, office))

    assert Phase.CLOSED is petition.phase
    assert [POTHOLE] == texts(session, petition)
    assert {("withdrawn", "petitioner"), ("withdrawn_internal", "department")} <= letters(
        session, petition
    )


def test_also_while_it_waits(session, office):
    petition = asked(session, office, a_petition(session, office))
    assert withdraw(session, **press(petition, office))


def test_the_same_press_twice_withdraws_once(session, office):
    petition = a_petition(session, office)
    pressed = press(petition, office)

    assert [True, False] == [withdraw(session, **pressed) for _ in range(2)]
    assert 1 == names(petition).count("withdrawn")


def test_what_was_answered_is_not_withdrawn(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)
    with pytest.raises(Refusal, match="terminó el"):
        withdraw(session, **press(petition, office))


def test_an_old_page_does_not_end_what_moved_on(session, office):
    petition = a_petition(session, office)
    pressed = press(petition, office)
    asked(session, office, petition)
    with pytest.raises(StaleError):
        withdraw(session, **pressed)
