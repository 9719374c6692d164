"""Whom the service reaches, of a quarter that is over: each question by itself, small rows merged.

The rest is settled on all the quarters of the year that are over, so that no table is what is left
of two others. Questions are never crossed with each other nor with anything else.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.models import PopulationCount
from pqrs.office.measures import SMALL_CELL_SENSITIVE, Group, grouped, members_to_merge
from pqrs.office.population import ANSWERS, FORMS, WITHHELD, Question
from pqrs.queries.periods import QUARTERS, Period


@dataclass(frozen=True)
class Population:
    """`forms`: how many said something, None under ten. `tables`: by question, largest first."""

    period: Period
    forms: int | None
    tables: Mapping[Question, tuple[Group, ...]]


def population(session: Session, year: int, today: date) -> tuple[Population, ...]:
    """Each quarter of the year that is over, newest first. One statement."""
    counts = read_counts(session, year)
    quarters = [Period(year, number) for number in QUARTERS]
    over = [quarter for quarter in quarters if quarter.is_over(today)]
    tables = {
        question: [answers_of(counts[quarter.code], question) for quarter in over]
        for question in Question
    }
    rests = {
        question: members_to_merge(each, SMALL_CELL_SENSITIVE) for question, each in tables.items()
    }
    found = []
    for place, quarter in enumerate(over):
        forms = counts[quarter.code][FORMS, ""]
        shown = {
            question: tuple(grouped(each[place], rests[question], SMALL_CELL_SENSITIVE))
            for question, each in tables.items()
        }
        is_enough = forms >= SMALL_CELL_SENSITIVE
        found.append(Population(quarter, forms if is_enough else None, shown if is_enough else {}))
    return tuple(reversed(found))


def read_counts(session: Session, year: int) -> dict[str, Counter[tuple[str, str]]]:
    """By quarter, how many gave each answer, whatever the notice they read."""
    counts: dict[str, Counter[tuple[str, str]]] = {
        Period(year, number).code: Counter() for number in QUARTERS
    }
    rows = session.execute(
        select(
            PopulationCount.quarter,
            PopulationCount.question,
            PopulationCount.answer,
            func.sum(PopulationCount.count),
        )
        .where(PopulationCount.quarter.in_(counts))
        .group_by(PopulationCount.quarter, PopulationCount.question, PopulationCount.answer)
    )
    for quarter, question, answer, count in rows:
        counts[quarter][question, answer] = int(count)
    return counts


def answers_of(counts: Counter[tuple[str, str]], question: Question) -> Mapping[str, int]:
    """How many gave each answer to it, and how many none."""
    return {answer: counts[question, answer] for answer in (*ANSWERS[question], WITHHELD)}
