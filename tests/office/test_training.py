"""What a pack teaches, and that what was kept of it is known again."""

import csv
import re
from collections import Counter
from dataclasses import replace

import pytest

from pqrs.law import Kind
from pqrs.office.classifier import Ranked
from pqrs.office.entity import RoutingExample
from pqrs.office.training import (
    Trained,
    digest,
    is_calm,
    is_grave,
    train,
    trained_from_bytes,
)
from pqrs.office.weights import UnreadableWeightsError
from pqrs.office.words import heard, is_common, spoken_words
from tests.office.packs import CANDELARIA, candelaria, villa
from tests.office.routed import rows

FEWEST_TEXTS = 25
MEASURING = (
    "held_out.csv",
    "fresh_held_out.csv",
    "last_held_out.csv",
    "outside_held_out.csv",
    "outside_danger_held_out.csv",
    "later_held_out.csv",
    "later_danger_held_out.csv",
    "unseen.csv",
    "danger_held_out.csv",
    "fresh_danger_held_out.csv",
)
MOST_ALIKE = 0.5
MOST_ALIKE_HELD_OUT = 0.6
PERSONAL = re.compile(r"[\w.]+@[\w.]+|\b3\d{9}\b|\b\d{6,}\b")


@pytest.fixture(scope="module")
def small() -> Trained:
    return train(villa())


def telling(text: str) -> frozenset[str]:
    return frozenset(one for one in map(heard, spoken_words(text)) if not is_common(one))


class Known:
    """Texts by their stems: a new one is compared only with those that share a stem."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self.by_stem: dict[str, list[int]] = {}

    def add(self, stems: frozenset[str]) -> None:
        for stem in stems:
            self.by_stem.setdefault(stem, []).append(len(self.sizes))
        self.sizes.append(len(stems))

    def most_alike(self, stems: frozenset[str]) -> float:
        """Shared stems of all stems of the two, for the nearest text."""
        shared = Counter(place for stem in stems for place in self.by_stem.get(stem, ()))
        size = len(stems)
        return max((n / (size + self.sizes[place] - n) for place, n in shared.items()), default=0)


def test_learning_twice_gives_the_same_bytes(small):
    assert small.to_bytes("d") == train(villa()).to_bytes("d")


def test_what_was_kept_is_read_again(small):
    assert small == trained_from_bytes(small.to_bytes("d"), "d")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda _data: b"",
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data.replace(b"d ", b"e ", 1),
        lambda data: data.replace(b" ", b" x", 1),
        lambda _data: b"d\n",
    ],
    ids=["empty", "shorter", "longer", "digest", "lengths", "nothing"],
)
def test_what_is_broken_or_of_another_pack_is_refused(small, spoil):
    with pytest.raises(UnreadableWeightsError):
        trained_from_bytes(spoil(small.to_bytes("d")), "d")


def test_another_lesson_is_another_digest():
    pack = villa()
    assert digest(pack) == digest(villa())
    more = replace(pack, topics=(replace(pack.topics[0], keywords=("otra",)), *pack.topics[1:]))
    assert digest(pack) != digest(more)
    assert digest(pack) != digest(replace(pack, examples=()))


def test_every_topic_of_candelaria_has_texts_enough():
    taught = Counter(example.topic for example in candelaria().examples)
    assert {topic.topic_id for topic in candelaria().topics} == set(taught)
    assert not {topic: count for topic, count in taught.items() if count < FEWEST_TEXTS}


def test_no_two_texts_of_a_topic_are_nearly_the_same():
    by_topic: dict[str, Known] = {}
    for example in candelaria().examples:
        known = by_topic.setdefault(example.topic, Known())
        stems = telling(example.text)
        assert known.most_alike(stems) <= MOST_ALIKE, example.text
        known.add(stems)


def test_no_text_that_measures_is_taught():
    taught = Known()
    for example in candelaria().examples:
        taught.add(telling(example.text))
    texts = [row["text"] for file in MEASURING for row in rows(file)]
    assert not [text for text in texts if taught.most_alike(telling(text)) > MOST_ALIKE_HELD_OUT]


def test_no_text_carries_a_number_or_address_of_a_person():
    texts = [example.text for example in candelaria().examples]
    assert not [text for text in texts if PERSONAL.search(text)]


def test_the_words_of_kinds_and_danger_are_whole():
    data = CANDELARIA.parent
    kinds = list(csv.DictReader((data / "kind_words.csv").read_text("utf-8").splitlines()))
    assert all(Kind.from_code(row["kind"]) and row["words"] for row in kinds)
    for file in ("danger_words.csv", "danger_examples.csv"):
        found = list(csv.DictReader((data / file).read_text("utf-8").splitlines()))
        assert {"yes", "no"} == {row["danger"] for row in found}


def test_the_usual_kinds_of_a_topic_are_those_of_its_texts():
    pack = villa()
    topic = pack.topics[0]
    other = Kind.PRAISE
    texts = tuple(RoutingExample("gracias", topic.topic_id, kind=other) for _ in range(9))
    plain = train(replace(pack, examples=())).usual_kinds([Ranked(topic.topic_id, 1.0)])
    taught = train(replace(pack, examples=texts)).usual_kinds([Ranked(topic.topic_id, 1.0)])
    assert plain[topic.kind] == 1.0
    assert taught[other] == pytest.approx(0.75)
    assert sum(taught.values()) == pytest.approx(1.0)


def test_a_topic_of_private_interest_has_the_one_kind_of_petition_that_is_guessed():
    topic = replace(villa().topics[0], kind=Kind.PRIVATE_INTEREST)
    learnt = train(replace(villa(), topics=(topic,), examples=()))
    usual = learnt.usual_kinds([Ranked(topic.topic_id, 1.0)])
    assert usual == {Kind.GENERAL_INTEREST: 1.0}


def test_a_topic_is_grave_calm_or_neither():
    pack = candelaria()
    assert is_grave(pack.topic("SP-GAS-01"))
    assert is_calm(pack.topic("SP-ALU-01"))
    between = pack.topic("GO-SEG-01")
    assert not is_grave(between)
    assert not is_calm(between)
