"""More time to complete: once, before the month ends, as much again."""

import pytest

from pqrs.acts.extend_completion import extend_completion
from pqrs.law import Refusal
from tests.acts.own_case import asked, letters, names, press
from tests.build import a_petition, later


def test_the_month_becomes_two(session, office):
    petition = asked(session, office, a_petition(session, office))
    before = petition.standing().respond_by

    assert extend_completion(session, **press(petition, later(office, days=5)))

    after = petition.standing().respond_by
    assert before
    assert after
    assert after > before
    assert ("completion_extended", "petitioner") in letters(session, petition)


def test_the_same_press_twice_asks_once(session, office):
    petition = asked(session, office, a_petition(session, office))
    pressed = press(petition, office)

    assert [True, False] == [extend_completion(session, **pressed) for _ in range(2)]
    assert 1 == names(petition).count("completion_extended")


def test_it_is_had_once(session, office):
    petition = asked(session, office, a_petition(session, office))
    extend_completion(session, **press(petition, office))
    with pytest.raises(Refusal, match="solo se amplía una vez"):
        extend_completion(session, **press(petition, office))


def test_after_the_month_it_is_late(session, office):
    petition = asked(session, office, a_petition(session, office))
    with pytest.raises(Refusal, match="terminó el"):
        extend_completion(session, **press(petition, later(office, days=60)))


def test_nothing_was_asked(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="artículo 17"):
        extend_completion(session, **press(petition, office))
