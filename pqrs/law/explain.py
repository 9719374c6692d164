"""Why is it due on that day? A standing as dated steps, and every day, counted or not.

The same steps serve the citizen's page, the desk, the letter and a failing test.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from pqrs.law.calendar import Calendar, DayReason
from pqrs.law.chain import Link, chain_of
from pqrs.law.citations import COUNTING, Citation, cpaca
from pqrs.law.clocks import UNCONFIRMED
from pqrs.law.corrections import corrected
from pqrs.law.course import ONE_DAY, Course, Stop, StopGround
from pqrs.law.events import (
    Breached,
    ContinuedOfficially,
    Event,
    Extended,
    Filed,
    Reckoned,
    Reclassified,
    Withdrawn,
)
from pqrs.law.fold import standing
from pqrs.law.moments import local_day
from pqrs.law.parts import Part
from pqrs.law.readings import Readings
from pqrs.law.refusals import sentence
from pqrs.law.standing import Standing
from pqrs.law.terms import Term, Terms, Unit
from pqrs.law.wording import SENTENCES, Param, say

_DEFAULT_READINGS = Readings()
STOP_NORMS = {
    StopGround.COMPLETION: cpaca("17"),
    StopGround.CLARIFICATION: cpaca("19"),
    StopGround.IMPEDIMENT: cpaca("12"),
    StopGround.COMPETENCE_CONFLICT: cpaca("39"),
    StopGround.EVIDENCE: cpaca("86"),
    StopGround.JUDGE_ASKED: cpaca("26, numeral 1"),
    StopGround.SECTION_ASKED: cpaca("26, numeral 2"),
    StopGround.WITHDRAWAL: cpaca("18"),
}
RECEIPT_NORM = cpaca("15, parágrafo 1")


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One calendar day: whether it counts, why, by which norm, and how many so far."""

    day: date
    counted: bool
    why: str
    norm: str
    total: int
    key: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that shaped the date. `key` and `params` let a door translate the sentence."""

    on: date
    key: str
    params: tuple[tuple[str, Param], ...]
    citation: Citation | None

    @property
    def text(self) -> str:
        return say(self.key, dict(self.params))

    def __str__(self) -> str:
        return sentence(self.text, self.citation)


@dataclass(frozen=True, slots=True)
class PartDays:
    """One part of a petition: its term as it stands, and each day until it is due."""

    part: Part
    days: tuple[CountedDay, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """`days`: from the first after reception to the due date, or to where the clock stands still.

    `due_on` is None while it stands still, or when nothing is due. `chain`: every date it had.
    `parts`: of a mixed petition, each with its own days; empty for any other.
    """

    summary: str
    steps: tuple[Step, ...]
    days: tuple[CountedDay, ...]
    term: Term
    due_on: date | None
    chain: tuple[Link, ...] = ()
    parts: tuple[PartDays, ...] = ()


def explain(
    events: Sequence[Event],
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    terms: Terms | None = None,
) -> Explanation:
    """Fold the history and show its working. Raises LawError as `standing` does."""
    told = corrected(events)
    stood = [standing(told[:count], calendar, readings, terms) for count in range(1, len(told) + 1)]
    found = stood[-1]
    days = tuple(_days(found, found.part, calendar))
    steps = tuple(_steps(stood, told, days))
    return Explanation(
        summary=" ".join(str(step) for step in steps),
        steps=steps,
        days=days,
        term=found.term,
        due_on=found.due_on,
        chain=chain_of(told, stood) if found.term.unit is not Unit.NONE else (),
        parts=_parts(found, calendar),
    )


def _parts(found: Standing, calendar: Calendar) -> tuple[PartDays, ...]:
    if len(found.parts) == 1:
        return ()
    own = found.own_parts
    return tuple(PartDays(part, tuple(_days(found, part, calendar))) for part in own)


# ── Day by day ───────────────────────────────────────────────────────────────────────────────


def _days(found: Standing, part: Part, calendar: Calendar) -> Iterator[CountedDay]:
    if part.term.unit is Unit.NONE:
        return
    yield from _before_receipt(found)
    for course, following in pairwise((*found.earlier, found.course)):
        yield from count_days(course, following.begins_after, calendar)
    yield from count_days(found.course_of(part), _last_day(found, part), calendar)


def _before_receipt(found: Standing) -> Iterator[CountedDay]:
    """Days between arrival and the day the law takes as that of reception, itself included."""
    reason = DayReason("day.before_receipt", norm=str(cpaca("54")))
    for day, _ in Course(found.arrived_on).days(found.received_on):
        yield _day(day, reason, 0, counted=False)


def _last_day(found: Standing, part: Part) -> date:
    if part.due_on is not None:
        return part.due_on
    stop = found.stop
    return stop.on if stop else found.received_on


def count_days(course: Course, until: date, calendar: Calendar) -> Iterator[CountedDay]:
    """Each day of a run. A stopped day says so even on a Sunday: the stop is what has to end.

    After an interruption the running total begins again at nothing.
    """
    total = 0
    for day, stop in course.days(until):
        counted = stop is None and calendar.is_working(day)
        total = 0 if stop is not None and stop.anew else total + counted
        reason = _stop_reason(stop) if stop else calendar.reason(day)
        yield _day(day, reason, total, counted=counted)


def _stop_reason(stop: Stop) -> DayReason:
    return DayReason(f"day.{stop.ground.value}", norm=str(STOP_NORMS[stop.ground]))


def _day(day: date, reason: DayReason, total: int, *, counted: bool) -> CountedDay:
    return CountedDay(day, counted, reason.text, reason.norm, total, reason.key, reason.name)


# ── In words ─────────────────────────────────────────────────────────────────────────────────


def step(on: date, key: str, citation: Citation | None = None, **params: Param) -> Step:
    return Step(on, key, tuple(params.items()), citation)


def _steps(
    stood: Sequence[Standing], told: Sequence[Event], days: Sequence[CountedDay]
) -> Iterator[Step]:
    found = stood[-1]
    yield from _beginning(found, told)
    middle = [*_changes(stood, told), *_stops(found), *_without_effect(found)]
    yield from sorted(middle, key=lambda step: step.on)
    yield from named_days(found.received_on, days)
    yield from _end(found)


def _beginning(found: Standing, told: Sequence[Event]) -> Iterator[Step]:
    filed = told[0]
    yield step(found.arrived_on, "step.received", RECEIPT_NORM, day=found.arrived_on)
    if isinstance(filed, Filed) and filed.posted_on:
        post = Citation("Decreto 2150 de 1995", "25")
        yield step(filed.posted_on, "step.posted", post, day=filed.posted_on)
    if isinstance(filed, Filed) and filed.elsewhere_on:
        yield step(filed.elsewhere_on, "step.elsewhere", cpaca("21"), day=filed.elsewhere_on)
    if found.received_on != found.arrived_on:
        yield step(found.received_on, "step.deemed_received", cpaca("54"), day=found.received_on)
    yield _term_step(found)
    if found.term.status in UNCONFIRMED:
        yield step(found.received_on, "clock.to_confirm")


def _term_step(found: Standing) -> Step:
    term, on = found.term, found.received_on
    if term.unit is Unit.NONE:
        return step(on, "step.no_term", term.citation)
    first = (found.earlier or (found.course,))[0]
    key = "step.term_from_receipt" if first.begins_after < on else "step.term"
    return step(on, "step.part" if len(found.parts) > 1 else key, term.citation, amount=term.amount)


def _changes(stood: Sequence[Standing], told: Sequence[Event]) -> Iterator[Step]:
    """Extensions and changes of kind that had an effect, breaches, and dates reckoned anew."""
    for event, (before, found) in zip(told[1:], pairwise(stood), strict=True):
        on = local_day(event.at)
        if isinstance(event, Reclassified):
            yield step(on, "step.reclassified", cpaca("13"), day=on)
        elif isinstance(event, Extended) and found.parts != before.parts:
            norm = cpaca("14, parágrafo") if found.term.extra == 0 else found.term.citation
            total = max(part.total_days for part in found.parts)
            yield step(on, "step.extended", norm, day=on, amount=total)
        elif isinstance(event, Breached):
            yield step(on, "step.breached", COUNTING, day=event.due_on)
        elif isinstance(event, Reckoned) and event.before and event.after:
            days = {"before": event.before, "after": event.after}
            yield step(on, "step.reckoned", None, day=on, cause=event.cause, **days)
        elif isinstance(event, Withdrawn | ContinuedOfficially):
            yield from _taken_back(on, before, found)


def _taken_back(on: date, before: Standing, found: Standing) -> Iterator[Step]:
    """It was withdrawn, or the entity went on, and what became of its days (artículo 18)."""
    norm = STOP_NORMS[StopGround.WITHDRAWAL]
    if found.withdrawn_on != before.withdrawn_on:
        yield step(on, "step.stopped_withdrawal", norm, day=on)
    elif found.continued_on != before.continued_on:
        yield step(on, "step.continued", norm, day=on)
        stood_still = any(one.ground is StopGround.WITHDRAWAL for one in found.course.stops)
        how = "suspended" if stood_still and found.due_on != before.due_on else "goes_on"
        if any(part.lapse for part in found.own_parts):
            how = "lapsed"
        yield step(on, f"step.continued_{how}")


def _stops(found: Standing) -> Iterator[Step]:
    for course in found.earlier:
        again = course is found.earlier[-1] and not found.course.stops
        yield from stop_steps(course.stops, again=again)
    yield from stop_steps(found.course.stops)


def stop_steps(stops: Iterable[Stop], *, again: bool = False) -> Iterator[Step]:
    """What stopped a clock, and whether it went on or began anew after it."""
    for stop in stops:
        if stop.ground is StopGround.WITHDRAWAL:  # told by its events
            continue
        norm = STOP_NORMS[stop.ground]
        yield step(stop.on, f"step.stopped_{stop.ground.value}", norm, day=stop.on)
        if stop.until is not None:
            key = "step.restarted" if again or stop.anew else "step.resumed"
            yield step(stop.until, key, norm, day=stop.until)


def _without_effect(found: Standing) -> Iterator[Step]:
    for on, objection in found.without_effect:
        yield step(on, "step.no_effect", None, day=on)
        yield Step(on, objection.rule, objection.params, objection.citation)


def named_days(on: date, days: Sequence[CountedDay]) -> Iterator[Step]:
    """Weekends go without saying; a holiday or a closure is named, with its norm."""
    named = [day for day in days if day.key in {"day.holiday", "day.closure"}]
    if named:
        written = "; ".join(f"{day.day.day}/{day.day.month}: {_named(day)}" for day in named)
        yield step(on, "step.not_counted", None, days=written)


def _named(day: CountedDay) -> str:
    return f"{day.name or SENTENCES[day.key]}, {day.norm}"


def _end(found: Standing) -> Iterator[Step]:
    if found.is_withdrawn and found.closed_on:
        yield step(found.closed_on, "step.closed", cpaca("18"), day=found.closed_on)
    elif found.due_on is not None:
        yield step(found.due_on, "step.due", COUNTING, day=found.due_on)
    elif found.stop is not None:
        yield step(found.stop.on + ONE_DAY, "step.stopped", STOP_NORMS[found.stop.ground])
