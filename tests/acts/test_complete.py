"""The petitioner completes or clarifies: the clock goes on the day after."""

import pytest

from pqrs.acts.complete import complete
from pqrs.acts.open_case import StaleError
from pqrs.law import Completed, Phase, Refusal
from tests.acts.own_case import WORDS, asked, letters, names, press, texts, unclear
from tests.build import a_kept_file, a_petition, later


def test_what_was_missing_arrives_and_the_clock_goes_on(session, office):
    petition = asked(session, office, a_petition(session, office))
    assert (Phase.WAITING, None) == (petition.phase, petition.due_on)

    assert complete(session, body=WORDS, **press(petition, later(office, days=10)))

    assert Phase.OPEN is petition.phase
    assert petition.due_on is not None
    assert Completed(petition.timeline()[-1].at, version=2) == petition.timeline()[-1]
    assert WORDS == texts(session, petition)[-1]
    assert ("completed", "department") in letters(session, petition)


def test_what_was_unclear_is_cleared_up(session, office):
    petition = unclear(session, office, a_petition(session, office))
    complete(session, body=WORDS, **press(petition, later(office, days=2)))

    assert Phase.OPEN is petition.phase


def test_a_document_alone_completes(session, office):
    petition = asked(session, office, a_petition(session, office))
    complete(session, body="", documents=(a_kept_file(office),), **press(petition, office))

    assert "completed" == names(petition)[-1]


def test_after_the_month_it_still_completes_until_the_act(session, office):
    petition = asked(session, office, a_petition(session, office))
    assert complete(session, body=WORDS, **press(petition, later(office, days=60)))


def test_the_same_press_twice_completes_once(session, office):
    petition = asked(session, office, a_petition(session, office))
    pressed = press(petition, office)

    assert [True, False] == [complete(session, body=WORDS, **pressed) for _ in range(2)]
    assert 1 == names(petition).count("completed")


@pytest.mark.parametrize(("body", "adds_file"), [("La calle 2.", False), (WORDS, True)])
def test_what_else_was_sent_is_not_taken_for_the_first(session, office, body, adds_file):
    petition = asked(session, office, a_petition(session, office))
    pressed = press(petition, office)
    complete(session, body=WORDS, **pressed)

    files = (a_kept_file(office),) if adds_file else ()
    with pytest.raises(StaleError):
        complete(session, body=body, documents=files, **pressed)


def test_nothing_completes_nothing(session, office):
    petition = asked(session, office, a_petition(session, office))
    with pytest.raises(Refusal, match="Escriba lo que faltaba"):
        complete(session, body="", **press(petition, office))


def test_what_nobody_asked_for_is_added_and_not_completed(session, office):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="artículo 17"):
        complete(session, body=WORDS, **press(petition, office))
