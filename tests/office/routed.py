"""Texts that were never taught, with what the router makes of each, and how often it is right."""

import csv
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pqrs.law import Kind
from pqrs.office.alarm import Alarm
from pqrs.office.evaluation import wilson
from pqrs.office.pack import Pack
from pqrs.office.portions import find_portions, suggest_by_matters
from pqrs.office.routing import Router, Suggestion
from tests.learnt import trained
from tests.office.packs import candelaria

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Routed:
    """One text with what would be right and what was suggested."""

    row: dict[str, str]
    right: str
    also: tuple[str, ...]
    kind: Kind
    found: Suggestion

    @property
    def is_department(self) -> bool:
        return self.found.competent == self.right

    @property
    def is_acceptable(self) -> bool:
        return self.found.competent in {self.right, *self.also}

    @property
    def is_among_three(self) -> bool:
        return self.right in self.found.alternatives.departments[:3]

    @property
    def is_topic(self) -> bool:
        return self.found.topic == self.row["topic"]

    @property
    def is_kind(self) -> bool:
        return self.found.kind is self.kind

    @property
    def is_sure(self) -> bool:
        return self.found.confidence >= candelaria().entity.threshold


def rows(file: str) -> list[dict[str, str]]:
    text = (HERE / file).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def router() -> Router:
    return Router(candelaria(), lambda _pack: trained())


def routed(texts: Iterable[dict[str, str]]) -> list[Routed]:
    return [route(row, candelaria()) for row in texts]


def route(row: dict[str, str], pack: Pack) -> Routed:
    place = row["place"] and pack.find_place(row["place"])
    code = place.code if place else None
    topic = pack.topic(row["topic"])
    rule = pack.rule_for(row["topic"], code)
    return Routed(
        row=row,
        right=rule.department if rule else topic.department,
        also=topic.also_involved,
        kind=Kind.from_code(row["kind"]) if row.get("kind") else topic.kind,
        found=suggest_by_matters(router(), row["text"], place=code),
    )


def share(found: Iterable[Routed], holds: Callable[[Routed], bool]) -> float:
    hits = [holds(each) for each in found]
    return sum(hits) / len(hits)


def danger(file: str, least: Alarm = Alarm.PERHAPS) -> tuple[float, float]:
    """Of the texts that tell of danger, the share found; of the others, the share of alarms."""
    alarms: dict[str, list[bool]] = {"yes": [], "no": []}
    for row in rows(file):
        alarms[row["danger"]].append(router().suggest(row["text"]).danger >= least)
    return tuple(sum(each) / len(each) for each in (alarms["yes"], alarms["no"]))  # type: ignore[return-value]


def interval(share_found: float, size: int) -> tuple[float, float]:
    """Wilson's, 95 %."""
    return wilson(round(share_found * size), size)


ONE_MATTER = ("held_out.csv", "fresh_held_out.csv", "unseen.csv", "danger_held_out.csv")


def single_matters() -> tuple[int, int]:
    """Texts of one matter, and how many of them would be parted all the same."""
    texts = [row for file in ONE_MATTER for row in rows(file) if row.get("style") != "two_things"]
    return len(texts), sum(bool(find_portions(router(), row["text"])) for row in texts)


def two_matters() -> tuple[int, int, int]:
    """Texts of two bodies' matters, how many are parted, and how many between the right two.

    None with a matter that is usually a report: such a text is left whole.
    """
    texts = [row for row in rows("two_matters.csv") if row["style"] != "same" and not accuses(row)]
    found = [
        (row, [one.suggestion.competent for one in portions])
        for row in texts
        if (portions := find_portions(router(), row["text"]))
    ]
    return len(texts), len(found), sum(bodies == bodies_of(row) for row, bodies in found)


def accuses(row: dict[str, str]) -> bool:
    """Whether one of its two matters is usually a report."""
    topics = (candelaria().topic(row[name]) for name in ("first", "second"))
    return any(topic.kind is Kind.REPORT for topic in topics)


def bodies_of(row: dict[str, str]) -> list[str]:
    """Who has to answer each of the two matters, where the text says it is."""
    pack, place = candelaria(), router().place_of(row["text"])
    rules = [(pack.rule_for(row[name], place), row[name]) for name in ("first", "second")]
    return [rule.department if rule else pack.topic(topic).department for rule, topic in rules]
