"""What else is owed on a petition, by whom and by when: every clock that runs at once.

It takes no today: a duty that only silence would create says so, and a page asks the standing
whether there was silence.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from pqrs.law.calendar import Calendar
from pqrs.law.citations import Citation
from pqrs.law.clocks import Clock, Deadline, Start, clock_named, run_clock
from pqrs.law.course import ONE_DAY, Course, StopGround
from pqrs.law.kinds import Kind
from pqrs.law.moments import BOGOTA
from pqrs.law.readings import Readings
from pqrs.law.standing import Standing

_DEFAULT_READINGS = Readings()
_APPEAL_WORKING_DAYS = 15


@dataclass(frozen=True, slots=True)
class Duty:
    """`owner`: entity or petitioner. `done_on`: met that day. `on_silence`: only if unanswered."""

    name: str
    owner: str
    label: str
    citation: Citation
    due_on: date | None
    due_at: datetime | None = None
    done_on: date | None = None
    on_silence: bool = False


def duties(
    standing: Standing, calendar: Calendar, readings: Readings = _DEFAULT_READINGS
) -> tuple[Duty, ...]:
    """Every duty that exists now, met or not, in order of date; those without date last."""
    found = [*_on_receipt(standing, calendar, readings)]
    if not standing.phase.is_final:
        found += _while_open(standing, calendar, readings)
    found += _on_answer(standing, calendar, readings)
    return tuple(sorted(found, key=lambda duty: (duty.due_on is None, duty.due_on or date.max)))


def transfer_clock(kind: Kind) -> Clock:
    """The days to pass a petition on: five, or two for a claim about personal data."""
    return clock_named("transfer_data_claim" if kind is Kind.DATA_CLAIM else "transfer")


def transfer_by(
    kind: Kind, received_on: date, calendar: Calendar, readings: Readings = _DEFAULT_READINGS
) -> date:
    """Until when whoever is not competent passes it on and tells the petitioner."""
    moment = datetime.combine(received_on, time.min, BOGOTA)
    deadline = run_clock(transfer_clock(kind), Start(moment), calendar, readings)
    return deadline.on or received_on


def _duty(
    name: str, deadline: Deadline, done_on: date | None = None, *, on_silence: bool = False
) -> Duty:
    clock = clock_named(name)
    return Duty(
        name=name,
        owner=clock.owner,
        label=clock.label,
        citation=clock.citation,
        due_on=deadline.on,
        due_at=deadline.at,
        done_on=done_on,
        on_silence=on_silence,
    )


def _on_receipt(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    start = Start(standing.received_at)
    number = run_clock(clock_named("acknowledge"), start, calendar, readings)
    yield _duty("acknowledge", number, standing.filed_at.astimezone(BOGOTA).date())
    yield Duty(
        name="answer",
        owner="entity",
        label="",
        citation=standing.term.citation,
        due_on=standing.due_on,
        done_on=standing.answered_on,
    )


def _while_open(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    start = Start(standing.received_at)
    claim = standing.kind is Kind.DATA_CLAIM
    if standing.replied_on is None:
        moving = transfer_clock(standing.kind)
        yield _duty(moving.name, run_clock(moving, start, calendar, readings))
        asking = "ask_data_completion" if claim else "ask_completion"
        yield _duty(asking, Deadline(standing.ask_completion_by), standing.completion_asked_on)
    if claim:
        mark = run_clock(clock_named("mark_data_claim"), start, calendar, readings)
        yield _duty("mark_data_claim", mark)
    yield from _of_petitioner(standing)
    silence = run_clock(clock_named("negative_silence"), start, calendar, readings)
    if not standing.term.positive_silence:
        yield _duty("negative_silence", silence, on_silence=True)
    elif standing.due_on is not None:
        yield _after_positive_silence(standing, standing.due_on, calendar, readings)


def _of_petitioner(standing: Standing) -> Iterator[Duty]:
    stop = standing.stop
    if stop is None or not standing.waits_for_petitioner:
        return
    name = "clarify" if stop.ground is StopGround.CLARIFICATION else "complete"
    if standing.kind is Kind.DATA_CLAIM and name == "complete":
        name = "data_withdrawn"
    yield _duty(name, Deadline(standing.respond_by))


def _after_positive_silence(
    standing: Standing, due_on: date, calendar: Calendar, readings: Readings
) -> Duty:
    """Copies three working days after the term; a utility's effects within 72 hours of it."""
    if standing.term.kind is Kind.PUBLIC_UTILITY:
        ends = datetime.combine(due_on, time.max, BOGOTA)
        granted = run_clock(clock_named("grant_utility"), Start(ends), calendar, readings)
        return _duty("grant_utility", granted, on_silence=True)
    copies = copies_deadline(standing, calendar, readings)
    return _duty("hand_copies", copies, on_silence=True)


def copies_deadline(standing: Standing, calendar: Calendar, readings: Readings) -> Deadline:
    """Three working days more than the term (artículo 14.1; from when, is the reading 13.20)."""
    course, days = standing.course, clock_named("hand_copies").amount
    if readings.silence_copies_from == "art_84":
        course = Course(course.begins_after - ONE_DAY, course.stops)
    return Deadline(course.end(standing.total_days + days, calendar), course=course)


def _on_answer(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    """Notification of what was signed, the person's appeal, its decision (art. 86 and 13.15)."""
    if standing.replied_on is not None:
        summon = run_clock(clock_named("summon"), _day(standing.replied_on), calendar, readings)
        yield _duty("summon", summon, standing.answered_on)
    if standing.answered_on is not None:
        appeal = run_clock(
            clock_named("file_appeal"), _day(standing.answered_on), calendar, readings
        )
        yield _duty("file_appeal", appeal, standing.appealed_on)
    if standing.appealed_on is not None:
        if readings.appeal_decision_target == "15_bd":
            last = calendar.add_working_days(standing.appealed_on, _APPEAL_WORKING_DAYS)
            yield _duty("appeal_silence", Deadline(last))
            return
        silence = run_clock(
            clock_named("appeal_silence"), _day(standing.appealed_on), calendar, readings
        )
        yield _duty("appeal_silence", silence)


def _day(day: date) -> Start:
    return Start(datetime.combine(day, time.min, BOGOTA))
