"""A routing rule that errs: it points at something that is not there, or leads round in a circle.

Routing goes on without it, by the topic's own department; whoever administers is told.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pqrs.office.entity import RoutingRule, is_in_force
from pqrs.office.pack import Pack


class RuleFault(StrEnum):
    """Why a rule cannot be followed; the words are stored."""

    NO_TOPIC = "no_topic"
    NO_PLACE = "no_place"
    NO_BODY = "no_body"
    RETIRED_BODY = "retired_body"
    CIRCLE = "circle"


def fault_of(rule: RoutingRule, pack: Pack, on: date) -> RuleFault | None:
    """What is wrong with it that day; None for a rule that can be followed."""
    topic = pack.topics_by_id.get(rule.topic)
    if topic is None or not is_in_force(topic, on):
        return RuleFault.NO_TOPIC
    if rule.place and pack.known_place(rule.place) is None:
        return RuleFault.NO_PLACE
    return _fault_of_body(rule.department, pack, on)


def without_faults(rules: Iterable[RoutingRule], pack: Pack, on: date) -> tuple[RoutingRule, ...]:
    """The rules that can be followed that day."""
    return tuple(rule for rule in rules if fault_of(rule, pack, on) is None)


def _fault_of_body(code: str, pack: Pack, on: date) -> RuleFault | None:
    """A retired body is followed to whoever has its work now, if somebody does."""
    seen: set[str] = set()
    while code not in seen:
        seen.add(code)
        body = pack.departments_by_code.get(code)
        if body is None:
            return RuleFault.NO_BODY
        if is_in_force(body, on):
            return None
        if not body.successor:
            return RuleFault.RETIRED_BODY
        code = body.successor
    return RuleFault.CIRCLE
