"""From lessons to weights, and weights to bytes and back."""

import pytest

from pqrs.office.learning import Lesson, features, learn
from pqrs.office.weights import UnreadableWeightsError, from_bytes

LESSONS = [
    Lesson("street", "hueco en la calle", 2.0),
    Lesson("bridge", "puente caído"),
    Lesson("water", "no hay agua"),
]
FAMILIES = {"street": "works", "bridge": "works"}


def test_a_word_speaks_for_its_label_and_less_for_the_family():
    weights = learn(LESSONS, FAMILIES)
    scores = dict(zip(weights.labels, weights.scores({"uek": 1.0}), strict=True))
    assert scores["street"] > scores["bridge"] > scores["water"] == 0


def test_a_rare_word_speaks_louder_than_one_that_all_use():
    weights = learn([*LESSONS, Lesson("bridge", "calle"), Lesson("water", "calle")])
    street = weights.labels.index("street")
    assert weights.scores({"uek": 1.0})[street] > weights.scores({"cay": 1.0, "kay": 1.0})[street]


def test_what_was_hardly_taught_is_forgotten():
    assert "uek" in learn(LESSONS, rarest=2.0).slots
    assert "agu" not in learn(LESSONS, rarest=2.0).slots


def test_the_same_lessons_make_the_same_bytes_in_any_order():
    one, other = learn(LESSONS, FAMILIES), learn(LESSONS[::-1], FAMILIES)
    assert one.to_bytes() == other.to_bytes()


def test_weights_survive_the_way_through_bytes():
    weights = learn(LESSONS, FAMILIES)
    again = from_bytes(weights.to_bytes())
    assert weights == again
    assert weights.scores({"uek": 1.0, "agu": 0.5}) == again.scores({"uek": 1.0, "agu": 0.5})


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _data: b"",
        lambda _data: b"{}\n",
        lambda _data: b"[1]\n",
        lambda data: data[:-1],
        lambda data: data[:-8],
        lambda data: data + b"x",
        lambda data: data.replace(b'"format":', b'"format":9', 1),
        lambda data: b"\xff\xfe" + data,
    ],
    ids=["empty", "keys", "list", "byte", "values", "longer", "format", "encoding"],
)
def test_broken_bytes_are_refused(spoil):
    with pytest.raises(UnreadableWeightsError):
        from_bytes(spoil(learn(LESSONS).to_bytes()))


def test_what_was_kept_finds_each_feature_at_its_place():
    learnt = learn(LESSONS)
    kept = from_bytes(learnt.to_bytes())
    assert dict(learnt.slots) == dict(kept.slots)
    assert len(learnt.slots) == len(kept.slots)
    for unknown in ("", "zzz", "~<ñ"):
        assert unknown not in kept.slots
    assert learnt.scores(features("no hay agua")) == kept.scores(features("no hay agua"))
