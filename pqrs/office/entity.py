"""What a pack consists of: the entity, its departments, topics, rules… as frozen values.

How a pack is put together is `pack.py`; how places are named is `places.py`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pqrs.law import Kind
from pqrs.office.evaluation_policy import EvaluationPolicy
from pqrs.office.guide import Guide

CONTROL = "control_interno"
"""What packs call the kind of office that watches the others."""
# Under this confidence, from 0 to 1, a person decides; a pack may say another.
DEFAULT_THRESHOLD = 0.5


@dataclass(frozen=True, slots=True)
class EmergencyLine:
    name: str
    number: str


@dataclass(frozen=True, slots=True)
class LegalLink:
    title: str
    url: str


@dataclass(frozen=True, slots=True)
class Entity:
    """The entity's own facts; an empty text drops the sentence that would use it."""

    name: str
    citizen_service: str
    municipality: str = ""
    region: str = ""
    dane_code: str = ""
    nit: str = ""
    address: str = ""
    website: str = ""
    phone: str = ""
    email: str = ""
    hours: str = ""
    closing_time: str = ""
    duty_contact: str = ""
    signer: str = "head"
    threshold: float = DEFAULT_THRESHOLD
    unclear_topic: str = ""
    report_topic: str = ""
    exit_url: str = ""
    emergency_lines: tuple[EmergencyLine, ...] = ()
    legal_links: tuple[LegalLink, ...] = ()
    readings: Mapping[str, Any] = field(default_factory=dict)
    evaluation: EvaluationPolicy = field(default_factory=EvaluationPolicy)
    guide: Guide = field(default_factory=Guide)
    english: Mapping[str, str] = field(default_factory=dict)

    def in_english(self, text: str) -> str:
        """What the entity says in Spanish, in English where it gave that too."""
        return self.english.get(text, text)


@dataclass(frozen=True, slots=True)
class Department:
    """An office of the entity, or, when not internal, a body to which a case is transferred."""

    code: str
    name: str
    kind: str
    internal: bool
    generic_kind: str = ""
    parent: str = ""
    functions: str = ""
    aliases: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A matter people write about, the body competent for it and the words they use."""

    topic_id: str
    group: str
    tema: str
    subtema: str
    department: str
    kind: Kind
    also_involved: tuple[str, ...] = ()
    urgent: bool = False
    risk: str = ""
    sensitive_data: bool = False
    keywords: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_until: date | None = None


@dataclass(frozen=True, slots=True)
class RoutingRule:
    """In this place and below it, this body is competent for the topic."""

    topic: str
    place: str
    department: str
    reason: str


@dataclass(frozen=True, slots=True)
class RoutingExample:
    """A text of ours that teaches the router its topic, and its kind when it is not the topic's.

    `style` says how it is written ("misspelt", "rural"…), so that fairness can be measured.
    """

    text: str
    topic: str
    place: str = ""
    style: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class RoutingWords:
    """More words and turns of phrase of a topic than its `keywords`, only for the router."""

    topic: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ServicePoint:
    code: str
    name: str
    department: str
    place: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Commitment:
    """A public promise; `target` is empty until the administration sets one."""

    code: str
    text: str
    axis: str
    indicator: str
    target: str = ""


def is_in_force(thing: Department | Topic, on: date | None) -> bool:
    """Whether it exists that day; without a day, whatever the pack lists does."""
    if on is None:
        return True
    has_begun = thing.valid_from is None or thing.valid_from <= on
    return has_begun and (thing.valid_until is None or on <= thing.valid_until)
