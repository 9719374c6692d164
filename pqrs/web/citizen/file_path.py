"""Which questions a person is asked, and in which order: what is known already is not asked."""

from collections.abc import Mapping
from typing import Any, Final

from flask import g

from pqrs.law import IdentityLevel, Kind
from pqrs.office.portions import suggest_by_matters
from pqrs.outside.now import today
from pqrs.web.citizen.file_steps import (
    ABOUT_THE_PERSON,
    CARE,
    PERSON,
    REPORT_STEPS,
    STEPS,
    TOPIC,
    Step,
    router_today,
)
from pqrs.web.citizen.file_who import has_own_page
from pqrs.web.citizen.report_form import is_report
from pqrs.web.pages import the_app

SURE_OF_TOPIC: Final = 0.7
"""Of the whole belief, in the topic and in who answers: under it the person is asked.

Of texts that the router was never taught, five to nine in ten are over it, and 96 to 100 % of those
have the topic that a person gave them (docs/routing.md)."""


def steps_for(answers: Mapping[str, Any]) -> tuple[Step, ...]:
    """The questions this person is asked."""
    is_anonymous = answers.get("identity") == IdentityLevel.ANONYMOUS
    path = path_of(answers)
    return tuple(step for step in path if not (is_anonymous and step in ABOUT_THE_PERSON))


def path_of(answers: Mapping[str, Any]) -> tuple[Step, ...]:
    """The questions in their order, named or not."""
    steps = REPORT_STEPS if is_report(answers) else STEPS
    return tuple(step for step in steps if is_called_for(step, answers))


def told_steps(answers: Mapping[str, Any]) -> tuple[Step, ...]:
    """The questions whose answers the summary shows, those that we found ourselves too."""
    steps = REPORT_STEPS if is_report(answers) else STEPS
    return tuple(step for step in steps if may_be_asked(step, answers))


def is_called_for(step: Step, answers: Mapping[str, Any]) -> bool:
    """Whether what was answered so far leaves this question open."""
    if step == CARE:
        return answers.get("kind") == Kind.REPORT
    if step == TOPIC:
        return not topic_read(answers)
    return step != PERSON or has_own_page(answers)


def may_be_asked(step: Step, answers: Mapping[str, Any]) -> bool:
    """What we read in the words is asked of nobody, and may be said by anybody."""
    return step in steps_for(answers) or (step == TOPIC and not is_report(answers))


def topic_read(answers: Mapping[str, Any]) -> str:
    """The topic that the words leave no doubt about; "" when the person says it, or should."""
    words = answers.get("text", "")
    if answers.get("topic") or not words or is_report(answers):
        return ""
    if g.get("topic_read", ("", ""))[0] != words:
        g.topic_read = (words, surest_topic(words))
    return str(g.topic_read[1])


def surest_topic(words: str) -> str:
    """What the router makes of them today, when it hardly doubts."""
    found = suggest_by_matters(router_today(), words, on=today())
    best = next(iter(found.alternatives.topics), None)
    unclear = the_app().office.pack.entity.unclear_topic
    if best is None or best.topic == unclear or min(best.share, found.confidence) < SURE_OF_TOPIC:
        return ""
    return best.topic
