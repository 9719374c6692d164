"""What must hold for every lawful history: each is drawn by asking `lawful` what may follow."""

import os
import subprocess
import sys
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from pqrs.law import (
    BOGOTA,
    Calendar,
    Channel,
    Completed,
    CompletionExtended,
    CompletionRequested,
    Delivered,
    Extended,
    Filed,
    Kind,
    Paused,
    PauseGround,
    Phase,
    Readings,
    Reclassified,
    Replied,
    Resumed,
    Returned,
    Withdrawn,
    disputed,
    event_from_plain,
    explain,
    lawful,
    standing,
)

NATION = Calendar()
ONE_KIND = [kind for kind in Kind if kind is not Kind.MIXED]
DAYS = st.dates(date(1984, 1, 2), date(2099, 6, 30))
LAWFUL_DAYS = st.dates(date(2019, 1, 2), date(2098, 12, 31))
BOOKS = settings(max_examples=100, deadline=None)


CALENDARS = [
    Calendar(
        {date(2026, 1, 1) + timedelta(days=place * step): "Decreto" for place in range(8)}, works
    )
    for step in (1, 7, 11, 31)
    for works in (False, True)
]


def calendars():
    """A few, because each makes its table the first time it is asked."""
    return st.sampled_from([NATION, *CALENDARS])


@st.composite
def readings(draw):
    chosen = {
        point.law_name: draw(st.sampled_from(sorted(point.values)))
        for point in disputed()
        if point.values and draw(st.booleans())
    }
    return Readings.from_plain(chosen)


def possible(now, today, chosen, draw):
    """The events that may lawfully follow, with drawn details."""
    at = datetime(today.year, today.month, today.day, draw(st.integers(0, 23)), 30, tzinfo=BOGOTA)
    total = draw(st.integers(1, 90))
    kind = draw(st.sampled_from(ONE_KIND))
    found = []
    for refusal, event in (
        (lawful.extend(now, today, total, chosen), Extended(at, total)),
        (lawful.request_completion(now, today, chosen), CompletionRequested(at)),
        (lawful.extend_completion(now, today), CompletionExtended(at)),
        (lawful.complete(now), Completed(at)),
        (lawful.return_unclear(now, today), Returned(at)),
        (lawful.pause(now, today), Paused(at, PauseGround.IMPEDIMENT)),
        (lawful.resume(now), Resumed(at)),
        (lawful.reclassify(now, kind), Reclassified(at, kind, "")),
        (lawful.reply(now), Replied(at, 1)),
        (lawful.deliver(now), Delivered(at, "opened")),
        (lawful.withdraw(now), Withdrawn(at, tacitly=False)),
    ):
        if refusal is None:
            found.append(event)
    return found


@st.composite
def histories(draw):
    """A filing and up to eight lawful events, each some days later."""
    calendar, chosen = draw(calendars()), draw(readings())
    day = draw(LAWFUL_DAYS | st.dates(date(2026, 1, 2), date(2026, 12, 1)))
    hour, minute = draw(st.integers(0, 23)), draw(st.integers(0, 59))
    at = datetime(day.year, day.month, day.day, hour, minute, tzinfo=BOGOTA)
    kind = draw(st.sampled_from(Kind))
    parts = st.lists(st.sampled_from(ONE_KIND), min_size=1, max_size=3)
    events = [Filed(at, at, kind, Channel.WEB, tuple(draw(parts)) if kind is Kind.MIXED else ())]
    for _ in range(draw(st.integers(0, 8))):
        day += timedelta(days=draw(st.integers(0, 12)))
        options = possible(standing(events, calendar, chosen), day, chosen, draw)
        if options:
            events.append(draw(st.sampled_from(options)))
    return tuple(events), calendar, chosen


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


@given(histories())
@BOOKS
def test_a_due_date_is_a_working_day(history):
    events, calendar, chosen = history
    found = standing(events, calendar, chosen)
    assert all(part.due_on is None or calendar.is_working(part.due_on) for part in found.parts)


@given(histories())
@BOOKS
def test_what_comes_later_never_changes_what_stood_before(history):
    events, calendar, chosen = history
    before = [standing(events[:size], calendar, chosen) for size in range(1, len(events) + 1)]
    again = [standing(events[:size], calendar, chosen) for size in range(len(events), 0, -1)]
    assert before == again[::-1]


@given(histories())
@BOOKS
def test_a_lawful_history_has_nothing_without_effect(history):
    events, calendar, chosen = history
    assert () == standing(events, calendar, chosen).without_effect


@given(histories())
@BOOKS
def test_an_extension_never_shortens_nor_passes_the_most(history):
    events, calendar, chosen = history
    for size in range(2, len(events) + 1):
        if isinstance(events[size - 1], Extended):
            before = standing(events[: size - 1], calendar, chosen)
            after = standing(events[:size], calendar, chosen)
            for old, new in zip(before.parts, after.parts, strict=True):
                assert old.total_days <= new.total_days <= new.term.longest(chosen)
                if old.due_on and new.due_on:
                    assert old.due_on <= new.due_on


@given(DAYS, st.integers(0, 8), st.integers(0, 60), st.sampled_from(PauseGround))
@BOOKS
def test_a_stopped_clock_costs_no_days(day, used, stopped, ground):
    """Resumed, it has as many working days left as when it stopped."""
    kind = Kind.COMPLAINT
    at = datetime(day.year, day.month, day.day, 10, tzinfo=BOGOTA)
    pause_on = NATION.add_working_days(day, used) if used else day
    until = pause_on + timedelta(days=stopped)

    def noon(one):
        return datetime(one.year, one.month, one.day, 12, tzinfo=BOGOTA)

    filed = Filed(at, at, kind, Channel.WEB)
    events = (filed, Paused(noon(pause_on), ground), Resumed(noon(until)))
    plain, found = standing((filed,), NATION), standing(events, NATION)
    assert plain.due_on
    assert found.due_on
    left = NATION.count_working_days(pause_on, plain.due_on)
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


@given(histories())
@BOOKS
def test_what_ended_stays_ended(history):
    events, calendar, chosen = history
    ended = False
    for size in range(1, len(events) + 1):
        phase = standing(events[:size], calendar, chosen).phase
        assert not ended or phase in {Phase.CLOSED, Phase.TRANSFERRED, Phase.ANNULLED}
        ended = phase.is_final


ROOT = Path(__file__).parents[2]
PROGRAM = """
from datetime import date
from pqrs.law import Calendar, Readings, read_moment, work_out
case = work_out("QUEJA", read_moment("2026-02-02T23:59:59"), [], Calendar(), Readings())
print(case.due_on, case.summary)
"""


def test_nothing_depends_on_the_machines_zone_or_language():
    told = {
        subprocess.run(
            [sys.executable, "-X", "utf8", "-c", PROGRAM],
            env={
                **os.environ,
                "TZ": zone,
                "LC_ALL": language,
                "PYTHONPATH": os.pathsep.join(sys.path),
            },
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for zone, language in (("Asia/Tokyo", "C"), ("America/Bogota", "C.UTF-8"), ("UTC", "POSIX"))
    }
    assert 1 == len(told)
