"""What must hold for every lawful history: each is drawn by asking `lawful` what may follow."""

from collections.abc import Callable
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from pqrs.law import (
    BOGOTA,
    Channel,
    Completed,
    CompletionRequested,
    ContinuedOfficially,
    Event,
    EvidenceClosed,
    Extended,
    Filed,
    InsistenceInterrupted,
    Kind,
    Paused,
    PauseGround,
    Phase,
    Remedy,
    Resumed,
    Returned,
    event_from_plain,
    explain,
    explain_contest,
    local_day,
    standing,
)
from tests.law.drawn import (
    DAYS,
    EVERY_READING,
    LAWFUL_DAYS,
    NATION,
    ONE_KIND,
    calendars,
    contested,
    histories,
)

BOOKS = settings(max_examples=100, deadline=None)
FEW = settings(max_examples=8, deadline=None)
MANY = settings(max_examples=150, deadline=None)

STOPPING: dict[str, tuple[Callable[[datetime], Event], Callable[[datetime], Event]]] = {
    "completion": (CompletionRequested, Completed),
    "clarification": (Returned, Completed),
    "impediment": (lambda at: Paused(at, PauseGround.IMPEDIMENT), Resumed),
    "conflict": (lambda at: Paused(at, PauseGround.COMPETENCE_CONFLICT), Resumed),
}


def noon(day):
    return datetime(day.year, day.month, day.day, 12, tzinfo=BOGOTA)


@given(DAYS, st.integers(1, 300), calendars())
@BOOKS
def test_adding_then_counting_gives_back_the_number(day, number, calendar):
    end = calendar.add_working_days(day, number)
    assert calendar.is_working(end)
    assert number == calendar.count_working_days(day, end)
    assert -number == calendar.count_working_days(end, day)


@given(DAYS, st.integers(1, 40))
@BOOKS
def test_adding_is_the_same_as_walking(day, number):
    left, walked = number, day
    while left:
        walked += timedelta(days=1)
        left -= NATION.is_working(walked)
    assert walked == NATION.add_working_days(day, number)


@given(DAYS, st.integers(1, 30))
@BOOKS
def test_going_back_undoes_going_on_from_a_working_day(day, number):
    start = NATION.working_day_from(day)
    assert start == NATION.add_working_days(NATION.add_working_days(start, number), -number)


# ── What holds for a history, each said once and asked of all, of each kind, of each reading ──────


class Life:
    """A history, and where it stood after each event."""

    def __init__(self, history):
        self.events, self.calendar, self.chosen = history
        self.stood = [
            (event, standing(self.events[: place + 1], self.calendar, self.chosen))
            for place, event in enumerate(self.events)
        ]

    def steps(self):
        """Each event but the first, with the standing before it and after it."""
        for (_event, before), (event, after) in pairwise(self.stood):
            yield event, before, after


def a_due_date_is_a_working_day(life):
    due = [part.due_on for _event, found in life.stood for part in found.parts]
    assert all(life.calendar.is_working(day) for day in due if day)


def what_comes_later_never_changes_what_stood_before(life):
    """Asked again it is the same, and what was established stays in what follows.

    Only the annulment of a number gives a case that had ended another end, and only an act that
    goes on with what was withdrawn takes its end away.
    """
    assert life.stood[0][1] == standing(life.events[:1], life.calendar, life.chosen)
    for event, before, after in life.steps():
        assert before.received_on == after.received_on
        assert before.breaches == after.breaches[: len(before.breaches)]
        assert before.without_effect == after.without_effect[: len(before.without_effect)]
        for fact in ("replied_on", "answered_on", "completion_asked_on"):
            assert getattr(before, fact) in {None, getattr(after, fact)}
        is_again = after.phase is Phase.ANNULLED or isinstance(event, ContinuedOfficially)
        assert before.closed_on in {None, after.closed_on} or is_again
        assert before.silent <= after.silent
        assert {*ended_stops(before)} <= {*ended_stops(after)}


def ended_stops(found):
    """Every time the clock stood still and went on, in all the runs of the term."""
    runs = (*found.earlier, found.course)
    return [stop for run in runs for stop in run.stops if stop.until]


def what_went_by_unmet_stays(life):
    """Whatever was done after a missed date, a breach from then on is on record."""
    for event, before, after in life.steps():
        missed = before.is_overdue(local_day(event.at))
        assert not missed or before.due_on <= after.breached_on


def a_lawful_history_has_nothing_without_effect(life):
    assert () == life.stood[-1][1].without_effect


def an_extension_never_shortens_nor_passes_the_most(life):
    for event, before, after in life.steps():
        if isinstance(event, Extended):
            for old, new in zip(before.parts, after.parts, strict=True):
                assert old.total_days <= new.total_days
                assert new.total_days <= max(old.total_days, new.term.longest(life.chosen))
                if old.due_on and new.due_on:
                    assert old.due_on <= new.due_on


def a_stopped_clock_costs_no_days(life):
    """The days that count until the last one are those of the term, whenever it stood still.

    Stopped on its last day, the answer is owed on the first working day after.
    """
    calendar = life.calendar
    for _event, found in life.stood:
        part = found.part
        if part.due_on is None:
            continue
        course = found.course_of(part)
        days = course.days(part.due_on)
        counted = sum(calendar.is_working(day) for day, stop in days if stop is None)
        spent = any(
            calendar.count_working_days(found.course.begins_after, stop.last_counted)
            >= part.total_days
            for stop in course.stops
        )
        assert counted == part.total_days or (spent and counted > part.total_days)


def what_ended_stays_ended(life):
    for event, before, after in life.steps():
        is_open = isinstance(event, ContinuedOfficially) and before.is_withdrawn
        assert is_open or not before.phase.is_final or after.phase.is_final


def nobody_was_late_while_it_was_withdrawn(life):
    """What was withdrawn in time has no date to miss before the entity went on with it."""
    for event, before, after in life.steps():
        if isinstance(event, ContinuedOfficially):
            on = local_day(event.at)
            assert all(due_on <= before.withdrawn_on for due_on in after.breaches)
            assert () == after.unrecorded_breaches(on)
            for part in after.parts:
                assert part.due_on is None or not after.withdrawn_on <= part.due_on < on


PROMISES = (
    a_due_date_is_a_working_day,
    what_comes_later_never_changes_what_stood_before,
    what_went_by_unmet_stays,
    a_lawful_history_has_nothing_without_effect,
    an_extension_never_shortens_nor_passes_the_most,
    a_stopped_clock_costs_no_days,
    what_ended_stays_ended,
    nobody_was_late_while_it_was_withdrawn,
)


def everything_holds(history):
    life = Life(history)
    for promise in PROMISES:
        promise(life)


@given(histories())
@MANY
def test_everything_holds(history):
    everything_holds(history)


@given(contested())
@MANY
def test_everything_holds_of_what_is_contested(history):
    everything_holds(history)
    life = Life(history)
    rules = life.calendar, life.chosen
    for event, before, after in life.steps():
        if isinstance(event, EvidenceClosed):
            asked = [one.contest(event.remedy).deadline(*rules).on for one in (before, after)]
            assert asked[1] <= asked[0], "what was gathered early never gives more days"
        if isinstance(event, InsistenceInterrupted):
            judged = [one.contest(Remedy.INSISTENCE) for one in (before, after)]
            asked = [one.next_deadline(*rules).on for one in judged]
            assert None in asked or asked[0] < asked[1], "an interruption never takes days away"
    for _event, found in life.stood:
        assert found.is_contested is any(one.notified_on is None for one in found.contests)
        for one in found.contests:
            due_on = one.next_deadline(*rules).on
            assert due_on is None or due_on >= one.on
            assert all("{" not in str(step) for step in explain_contest(one, *rules))
    for event in life.events:
        assert event == event_from_plain(event.name, event.at, event.to_plain())


@pytest.mark.parametrize("kind", Kind)
@given(st.data())
@FEW
def test_everything_holds_for_each_kind(kind, data):
    everything_holds(data.draw(histories(kind=kind)))


@pytest.mark.parametrize(("name", "value"), EVERY_READING)
@given(st.data())
@FEW
def test_everything_holds_for_each_value_of_each_reading(name, value, data):
    everything_holds(data.draw(histories(pinned=((name, value),))))


@pytest.mark.parametrize("kind", ONE_KIND)
@given(LAWFUL_DAYS, st.integers(0, 8), st.integers(0, 60), st.sampled_from(sorted(STOPPING)))
@FEW
def test_resumed_it_has_the_days_it_had_left(kind, day, used, stopped, how):
    """Stopped by whoever may, it goes on with as many working days as when it stopped."""
    stop, go_on = STOPPING[how]
    stop_on = NATION.add_working_days(day, used) if used else day
    until = stop_on + timedelta(days=stopped)
    filed = Filed(noon(day), noon(day), kind, Channel.WEB)
    plain = standing((filed,), NATION)
    found = standing((filed, stop(noon(stop_on)), go_on(noon(until))), NATION)
    assert plain.due_on
    assume(stop_on < plain.due_on)
    assume(how != "completion" or stop_on <= plain.ask_completion_by)
    assert found.due_on
    left = NATION.count_working_days(stop_on, plain.due_on)
    assert left == NATION.count_working_days(until, found.due_on)


@given(histories())
@BOOKS
def test_the_payload_of_every_event_survives(history):
    for event in history[0]:
        assert event == event_from_plain(event.name, event.at, event.to_plain())


@given(histories())
@BOOKS
def test_the_explanation_agrees_with_the_standing(history):
    events, calendar, chosen = history
    found, told = standing(events, calendar, chosen), explain(events, calendar, chosen)
    assert found.due_on == told.due_on
    assert "{" not in told.summary
    if found.due_on and told.days:
        assert found.due_on == told.days[-1].day
        assert all(day.norm or day.counted for day in told.days)
        ordered = [day.day for day in told.days]
        assert ordered == sorted(set(ordered))
