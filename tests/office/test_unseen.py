"""How often the router is right on texts it was not taught with.

`tuning` texts were looked at while the constants were chosen; `held_out` ones were written
afterwards and never tuned on. Both were written by us: real texts will be harder.
"""

import csv
from pathlib import Path

import pytest

from pqrs.law import Priority
from pqrs.office.entity import RoutingExample
from pqrs.office.routing import Router, Suggestion
from pqrs.office.words import stems
from tests.office.packs import candelaria

TEXTS = (Path(__file__).parent / "unseen.csv").read_text(encoding="utf-8")
ROWS = list(csv.DictReader(TEXTS.splitlines()))


@pytest.fixture(scope="module")
def suggested() -> list[tuple[dict[str, str], Suggestion]]:
    router = Router(candelaria())
    held_out = [row for row in ROWS if row["part"] == "held_out"]
    return [(row, router.suggest(row["text"], place=row["place"] or None)) for row in held_out]


def share(hits: list[bool]) -> float:
    return sum(hits) / len(hits)


def test_the_department_is_usually_right(suggested):
    right = [row["department"] == each.department for row, each in suggested]
    assert share(right) >= 0.80


def test_the_department_is_nearly_always_among_three(suggested):
    assert 0.95 <= share(
        [row["department"] in each.alternatives.departments[:3] for row, each in suggested]
    )


def test_when_the_router_is_sure_it_is_rarely_wrong(suggested):
    sure = [(row, each) for row, each in suggested if each.confidence >= 0.5]
    assert share([row["department"] == each.department for row, each in sure]) >= 0.85
    assert len(sure) / len(suggested) >= 0.75


def test_the_kind_is_usually_right(suggested):
    kinds = [candelaria().topic(row["topic"]).kind is each.kind for row, each in suggested]
    assert share(kinds) >= 0.75


def test_danger_to_life_is_found_with_few_false_alarms(suggested):
    urgent: dict[bool, list[bool]] = {True: [], False: []}
    for row, each in suggested:
        topic = candelaria().topic(row["topic"])
        if topic.risk == "critica" or not topic.urgent:
            urgent[topic.urgent].append(each.priority is Priority.URGENT)
    assert share(urgent[True]) >= 0.9
    assert share(urgent[False]) <= 0.03


def test_no_unseen_text_is_taught():
    taught = [set(stems(example.text)) for example in candelaria().examples]
    for row in ROWS:
        seen = set(stems(row["text"]))
        assert not [known for known in taught if len(seen & known) / len(seen | known) > 0.6]


def test_no_two_lessons_are_the_same_sentence():
    examples: tuple[RoutingExample, ...] = candelaria().examples
    sets = [frozenset(stems(example.text)) for example in examples]
    assert len(sets) == len(set(sets))
