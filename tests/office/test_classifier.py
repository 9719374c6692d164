"""Ranking topics by words."""

import pytest

from pqrs.office.classifier import Classifier
from pqrs.office.learning import Lesson, features, learn

LESSONS = [
    Lesson("street", "hueco en la calle"),
    Lesson("street", "pavimento dañado"),
    Lesson("water", "no hay agua"),
    Lesson("water", "llave seca"),
    Lesson("light", "lámpara apagada en la calle"),
]


@pytest.fixture(scope="module")
def classifier() -> Classifier:
    return Classifier(learn(LESSONS))


def test_the_topic_that_shares_the_rarest_words_comes_first(classifier):
    assert classifier.rank("hay un hueco en mi calle")[0].topic == "street"
    assert classifier.rank("la lampara de la calle")[0].topic == "light"


@pytest.mark.parametrize(
    ("text", "topic"),
    [("el pabimento danado", "street"), ("una yabe zeka", "water"), ("la lanpara apagda", "light")],
)
def test_a_misspelt_word_is_still_recognised(classifier, text, topic):
    assert classifier.rank(text)[0].topic == topic


def test_shares_add_up_to_at_most_one_best_first(classifier):
    ranked = classifier.rank("no hay agua en la calle")
    assert 0 < sum(each.share for each in ranked) < 1.0 + 1e-9
    assert ranked == sorted(ranked, key=lambda each: -each.share)


@pytest.mark.parametrize("text", ["", "xyz", "\0\0", "你好", "...!!!"])
def test_a_text_that_shares_nothing_has_no_ranking(classifier, text):
    assert classifier.rank(text) == []


def test_a_faint_resemblance_is_not_certainty(classifier):
    assert classifier.rank("el niño llora y la señora canta")[0].share < 0.5


def test_a_classifier_without_lessons_knows_nothing():
    assert Classifier(learn([])).rank("no hay agua") == []


def test_of_a_very_long_text_beginning_and_end_are_read():
    long = f"hueco {'x y ' * 20_000} agua"
    assert {"uek", "agu"} <= set(features(long))
    assert len(features(long)) < 50


def test_evidence_is_the_words_that_spoke_most(classifier):
    text = "En la CALLE hay un hueco y el pavimento está dañado"
    assert set(classifier.evidence(text, "street")) == {"hueco", "pavimento", "dañado"}
    assert classifier.evidence("no hay agua", "light") == ()
