"""What is counted alone is corrected by reading the texts again."""

from math import log

from pqrs.office.correcting import Reading, correct
from pqrs.office.learning import Lesson, learn

LABELS = ("asks", "tells")
EVEN = (log(0.5), log(0.5))
COUNTED = learn(
    [Lesson("asks", "cuando vienen"), Lesson("tells", "cuando vinieron")], look=str.split
)


def scores(readings, *seen):
    weights = correct(COUNTED, readings)
    return dict(zip(LABELS, weights.scores(dict.fromkeys(seen, 1.0)), strict=True))


def test_a_word_speaks_more_for_the_label_of_the_texts_that_have_it():
    readings = [Reading(("por", "favor"), "asks", EVEN)] * 5
    found = scores(readings, "favor")
    assert found["asks"] > 0 > found["tells"]


def test_what_was_expected_anyhow_teaches_less():
    known = [Reading(("favor",), "asks", (log(0.9), log(0.1)))] * 5
    surprising = [Reading(("favor",), "asks", (log(0.1), log(0.9)))] * 5
    assert scores(surprising, "favor")["asks"] > scores(known, "favor")["asks"] > 0


def test_what_was_seen_once_and_what_is_hardly_wrong_move_nothing():
    assert scores([], "cuando") == scores([Reading(("favor",), "asks", EVEN)], "cuando")
    sure = [Reading(("favor",), "asks", (log(0.99), log(0.01)))] * 5
    assert scores(sure, "favor") == {"asks": 0.0, "tells": 0.0}


def test_what_was_counted_stays_beside_it():
    found = scores([Reading(("por", "favor"), "tells", EVEN)] * 5, "vienen")
    assert found["asks"] > found["tells"] == 0.0
