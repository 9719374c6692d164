"""A case worked out from plain data: kinds and clocks by code, what happened as plain records.

What an office could not lawfully do (an extension told too late, or above the double) moves no
date: the steps say so and `Case.objections` holds it. What cannot have happened is refused.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from pqrs.law import lawful
from pqrs.law.calendar import Calendar
from pqrs.law.chain import Link
from pqrs.law.citations import COUNTING, HOURS, Citation
from pqrs.law.clocks import Clock, Deadline, Start, clock_named, first_day, is_clock, run_clock
from pqrs.law.duties import copies_deadline
from pqrs.law.events import Event, Extended
from pqrs.law.explain import CountedDay, PartDays, Step, count_days, named_days, step, stop_steps
from pqrs.law.happenings import (
    history,
    more_asked_on,
    read_happenings,
    settings_of,
    stops_of,
    suspended_days,
)
from pqrs.law.kinds import Kind
from pqrs.law.moments import local_day
from pqrs.law.readings import Readings
from pqrs.law.refusals import Refusal
from pqrs.law.rules import Rules
from pqrs.law.terms import Terms, nation_terms
from pqrs.law.wording import say

_COPIES = "hand_copies"


@dataclass(frozen=True, slots=True)
class Case:
    """`due_on` is None while the clock stands still or nothing is due any more; `steps` say which.

    `due_at`: the minute, for clocks of hours. `objections`: day and reason of what could not
    lawfully be done to a petition, and so had less effect than was asked, or none. `chain` and
    `parts` as in `Explanation`.
    """

    code: str
    due_on: date | None
    due_at: datetime | None
    steps: tuple[Step, ...]
    days: tuple[CountedDay, ...]
    citation: Citation
    objections: tuple[tuple[date, Refusal], ...] = ()
    chain: tuple[Link, ...] = ()
    parts: tuple[PartDays, ...] = ()

    @property
    def summary(self) -> str:
        return " ".join(str(one) for one in self.steps)


def work_out(
    code: str,
    received_at: datetime,
    happenings: object,
    calendar: Calendar,
    readings: Readings,
    terms: Terms | None = None,
) -> Case:
    """Work out one case. `happenings`: a list of records. Raises LawError with rule and norm."""
    told = read_happenings(happenings)
    chosen = settings_of(told)
    calendar = calendar.with_closures(suspended_days(told, say("unnamed_act", {})))
    readings = readings.changed(chosen)
    if "saturday_is_business" in chosen:
        calendar = calendar.with_saturdays(worked=readings.saturday_is_business)
    if code == clock_named(_COPIES).code:
        events = history(Kind.DOCUMENTS, received_at, told)
        return _copies(code, events, Rules(calendar, readings, terms or nation_terms()))
    if is_clock(code):
        start = Start(received_at, stops_of(told, calendar, readings), more_asked_on(told))
        return _other_clock(clock_named(code), start, calendar, readings)
    events = history(Kind.from_code(code), received_at, told)
    return _petition(code, events, Rules(calendar, readings, terms or nation_terms()))


def _petition(code: str, events: Sequence[Event], rules: Rules) -> Case:
    found = rules.explain(events)
    refused, is_over = tuple(_objections(events, rules)), rules.standing(events).is_withdrawn
    return Case(
        code=code,
        due_on=None if is_over else found.due_on,
        due_at=None,
        steps=found.steps,
        days=found.days,
        citation=found.term.citation,
        objections=refused,
        chain=found.chain,
        parts=found.parts,
    )


def _objections(events: Sequence[Event], rules: Rules) -> Iterator[tuple[date, Refusal]]:
    for on, one in rules.standing(events).without_effect:
        yield on, Refusal(one.rule, one.citation, **dict(one.params))
    for place, event in enumerate(events):
        if isinstance(event, Extended):
            before, on = rules.standing(events[:place]), local_day(event.at)
            refusal = lawful.extend(before, on, event.total_days, rules.readings)
            if refusal is not None and refusal.rule == "extension_above":
                yield on, refusal


def _copies(code: str, events: Sequence[Event], rules: Rules) -> Case:
    """Positive silence on documents: the term, and three days more (artículo 14.1)."""
    clock = clock_named(_COPIES)
    deadline = copies_deadline(rules.standing(events), rules.calendar, rules.readings)
    return _told(code, clock, deadline, rules.explain(events).steps[:-1], rules.calendar)


def _other_clock(clock: Clock, start: Start, calendar: Calendar, readings: Readings) -> Case:
    deadline = run_clock(clock, start, calendar, readings)
    on = first_day(clock, start, calendar, readings)
    begins = step(on, "step.clock_starts", None, day=on, start=clock.start)
    stopped = stop_steps(one for one in start.stops if one.on <= (deadline.on or one.on))
    return _told(clock.code, clock, deadline, (begins, *stopped), calendar)


def _told(
    code: str, clock: Clock, deadline: Deadline, before: Sequence[Step], calendar: Calendar
) -> Case:
    on = before[-1].on
    unit = "one_month" if (clock.unit, clock.amount) == ("month", 1) else clock.unit
    rule = step(on, f"clock.{unit}", clock.citation, label=clock.label, amount=clock.amount)
    rules = (rule,) if clock.is_confirmed else (rule, step(on, "clock.to_confirm"))
    if deadline.on is None:
        still = () if clock.unit == "undated" else (step(on, "step.stopped"),)
        steps = (*before, *rules, *still)
        return Case(code, None, None, steps, (), clock.citation)
    days: tuple[CountedDay, ...] = ()
    if deadline.course is not None:
        days = tuple(count_days(deadline.course, deadline.on, calendar))
    if deadline.at is None:
        end = step(deadline.on, "step.due", COUNTING, day=deadline.on)
    else:
        end = step(deadline.on, "step.due_at", HOURS, day=deadline.on, hour=f"{deadline.at:%H:%M}")
    steps = (*before, *rules, *named_days(deadline.on, days), end)
    return Case(code, deadline.on, deadline.at, steps, days, clock.citation)
