"""What was withdrawn and the entity goes on with of its own motion (Ley 1437, artículo 18).

Its dates, counted by hand, are T52 to T61 and R39 to R43 of `own.csv`.
"""

from datetime import date

import pytest

from pqrs.law import (
    Breached,
    Completed,
    CompletionRequested,
    ContinuedOfficially,
    Decision,
    Delivered,
    Extended,
    Kind,
    PartsSettled,
    Paused,
    PauseGround,
    Phase,
    Readings,
    Reclassified,
    Remedy,
    Replied,
    Resumed,
    Returned,
    Withdrawn,
    duties,
    explain,
    ways_of,
)
from tests.law.histories import CALENDAR, filed, moment, stand

WITHDRAWN = Withdrawn(moment("2026-02-09T10:00"), tacitly=False)
SOON = ContinuedOfficially(moment("2026-02-12T10:00"), "es de todos", "Resolución 14")
LATER = ContinuedOfficially(moment("2026-03-09T10:00"), "es de todos", "Resolución 14")
ASKED = CompletionRequested(moment("2026-02-06T09:00"))
LAPSED = date(2026, 3, 10)
"""The first working day after LATER."""


def without_effect(*events):
    return [one.rule for _on, one in stand(*events).without_effect]


def due(name, *events, kind=Kind.PRIVATE_INTEREST, **readings):
    found = stand(*events, kind=kind, **readings)
    told = (filed(kind), *events)
    (on,) = [
        one.due_on
        for one in duties(found, told, CALENDAR, Readings(**readings))
        if one.name == name
    ]
    return on


def test_it_is_open_again_with_its_date():
    closed, found = stand(WITHDRAWN), stand(WITHDRAWN, SOON)

    assert closed.is_withdrawn
    assert (Phase.CLOSED, date(2026, 2, 9)) == (closed.phase, closed.closed_on)
    assert (Phase.OPEN, None, date(2026, 2, 23)) == (found.phase, found.closed_on, found.due_on)
    assert (date(2026, 2, 9), date(2026, 2, 12)) == (found.withdrawn_on, found.continued_on)
    assert not found.is_withdrawn


def test_each_part_whose_days_ran_out_meanwhile_is_owed_the_day_after_and_no_breach_is_made_up():
    """The others keep theirs: information ten days, a claim fifteen, a consultation thirty."""
    parts = (Kind.INFORMATION, Kind.CLAIM, Kind.CONSULTATION)
    found = stand(WITHDRAWN, LATER, kind=Kind.MIXED, parts=parts)

    assert [LAPSED, LAPSED, date(2026, 3, 16)] == [part.due_on for part in found.parts]
    assert () == found.unrecorded_breaches(date(2026, 3, 10))
    assert [LAPSED] == [on for on, _kinds in found.unrecorded_breaches(date(2026, 3, 11))]


def test_what_was_late_before_stays_so():
    late = Withdrawn(moment("2026-02-25T10:00"), tacitly=False)
    breach = Breached(moment("2026-02-24T00:05"), date(2026, 2, 23))
    found = stand(breach, late, LATER)

    assert (date(2026, 2, 23), (date(2026, 2, 23),)) == (found.due_on, found.breaches)


@pytest.mark.parametrize("stop", [ASKED, Returned(moment("2026-02-06T09:00"))])
def test_nothing_is_waited_for_any_more_from_whoever_withdrew(stop):
    found = stand(stop, WITHDRAWN, SOON)

    assert (None, None, Phase.OPEN) == (found.stop, found.respond_by, found.phase)
    assert date(2026, 2, 27) == found.due_on
    assert "ask_completion" not in {one.name for one in duties(found, (filed(),), CALENDAR)}


def test_what_others_have_to_decide_is_still_waited_for():
    paused = Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT)
    resumed = Resumed(moment("2026-03-12T10:00"))

    assert (Phase.WAITING, None) == stand(paused, WITHDRAWN, LATER)[0:8:7]
    assert date(2026, 3, 31) == stand(paused, WITHDRAWN, LATER, resumed).due_on


def test_an_extension_told_before_its_days_ran_out_is_of_the_same_days():
    extended = Extended(moment("2026-02-06T10:00"), 20)
    assert LAPSED == stand(extended, WITHDRAWN, LATER).due_on


def test_another_kind_after_it_makes_no_date_that_nobody_could_meet():
    then = moment("2026-03-09T15:00")
    extended = Extended(moment("2026-03-10T10:00"), 30)
    changed = Reclassified(moment("2026-03-11T15:00"), Kind.CLAIM, "reclama")

    assert LAPSED == stand(WITHDRAWN, LATER, Reclassified(then, Kind.INFORMATION, "")).due_on
    consulted = stand(WITHDRAWN, LATER, Reclassified(then, Kind.CONSULTATION, ""))
    assert date(2026, 3, 16) == consulted.due_on
    owed = stand(WITHDRAWN, LATER, extended).due_on
    assert date(2026, 3, 31) == owed == stand(WITHDRAWN, LATER, extended, changed).due_on


def test_copies_after_a_silence_that_came_after_it():
    found = stand(WITHDRAWN, LATER, kind=Kind.DOCUMENTS)

    assert not found.deemed_granted(LAPSED)
    assert found.deemed_granted(date(2026, 3, 11))
    assert date(2026, 3, 13) == due("hand_copies", WITHDRAWN, LATER, kind=Kind.DOCUMENTS)


def test_copies_are_owed_three_whole_days_after_a_term_that_ended_while_it_stood_still():
    paused = Paused(moment("2026-02-16T10:00"), PauseGround.IMPEDIMENT)
    resumed = Resumed(moment("2026-03-09T10:00"))

    assert LAPSED == stand(paused, resumed, kind=Kind.DOCUMENTS).due_on
    assert date(2026, 3, 13) == due("hand_copies", paused, resumed, kind=Kind.DOCUMENTS)


@pytest.mark.parametrize("reading", ["goes_on", "suspended"])
def test_withdrawn_and_continued_on_its_last_day_leaves_that_day(reading):
    gone = Withdrawn(moment("2026-02-23T10:00"), tacitly=False)
    back = ContinuedOfficially(moment("2026-02-23T15:00"))

    found = stand(gone, back, continuation_term=reading)
    assert (date(2026, 2, 23), ()) == (found.due_on, found.away)


EARLY = Withdrawn(moment("2026-02-03T10:00"), tacitly=False)
MATTERS = PartsSettled(moment("2026-02-02T11:00"), ("GOB", "CVC"), 2, ("CVC",))


@pytest.mark.parametrize(
    ("name", "told", "kind", "dates"),
    [
        ("transfer", (), Kind.CLAIM, (LAPSED, date(2026, 3, 13))),
        ("transfer_data_claim", (), Kind.DATA_CLAIM, (LAPSED, LAPSED)),
        ("mark_data_claim", (), Kind.DATA_CLAIM, (LAPSED, LAPSED)),
        ("transfer_part", (MATTERS,), Kind.CLAIM, (LAPSED, date(2026, 3, 13))),
    ],
)
def test_the_clocks_beside_the_answer_wait_as_it_does(name, told, kind, dates):
    for reading, on in zip(("goes_on", "suspended"), dates, strict=True):
        assert on == due(name, *told, EARLY, LATER, kind=kind, continuation_term=reading)


def test_an_impediment_is_sent_when_it_can_be():
    paused = Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT)
    assert LAPSED == due("send_impediment", paused, WITHDRAWN, LATER)


def test_what_has_no_effect_is_said():
    again = Withdrawn(moment("2026-03-12T10:00"), tacitly=False)
    twice = ContinuedOfficially(moment("2026-03-12T10:00"))
    answered = (
        Replied(moment("2026-02-05T10:00"), 1),
        Delivered(moment("2026-02-06T10:00"), "opened"),
    )

    assert ["continued"] == without_effect(WITHDRAWN, LATER, again)
    said = explain((filed(), WITHDRAWN, LATER, again), CALENDAR).summary
    assert 1 == said.count("la persona la retiró")
    assert "no cambió el plazo" in said
    assert Phase.OPEN is stand(WITHDRAWN, LATER, again).phase
    assert ["continue_not_withdrawn"] == without_effect(LATER)
    assert ["continue_not_withdrawn"] == without_effect(WITHDRAWN, LATER, twice)
    assert ["continue_not_withdrawn"] == without_effect(*answered, WITHDRAWN, LATER)
    asked, done = CompletionRequested(moment("2026-02-13T10:00")), Completed(twice.at)
    assert ["continued", "completion_not_asked"] == without_effect(WITHDRAWN, SOON, asked, done)


def test_the_silence_that_counts_as_a_denial_waits_while_it_was_withdrawn():
    told, day = (filed(), WITHDRAWN, LATER), date(2026, 5, 20)
    found = stand(*told[1:])
    (silence,) = [one for one in duties(found, told, CALENDAR) if one.name == "negative_silence"]

    assert date(2026, 6, 1) == silence.due_on, "2 May and the 28 days that it was withdrawn"
    assert () == ways_of(told, found, day, CALENDAR)
    assert ways_of(told, found, date(2026, 6, 2), CALENDAR)


def test_what_was_signed_before_is_contested_as_the_answer_it_is():
    told = (
        filed(),
        Replied(moment("2026-02-06T10:00"), 1, Decision.DENIED),
        WITHDRAWN,
        SOON,
        Delivered(moment("2026-02-13T10:00"), "opened"),
    )
    found = stand(*told[1:])

    assert (Phase.CLOSED, date(2026, 2, 13)) == (found.phase, found.answered_on)
    ways = ways_of(told, found, date(2026, 2, 16), CALENDAR)
    assert Remedy.RECONSIDERATION in {way.remedy for way in ways}


@pytest.mark.parametrize(
    ("act", "reading", "last", "says", "away"),
    [
        (SOON, "goes_on", date(2026, 2, 23), "como si no se hubiera retirado", 0),
        (SOON, "suspended", date(2026, 2, 26), "no cuentan", 3),
        (LATER, "goes_on", LAPSED, "terminó mientras estaba retirada", 14),
        (LATER, "suspended", date(2026, 3, 24), "no cuentan", 28),
    ],
)
def test_the_chain_and_the_table_say_what_happened(act, reading, last, says, away):
    found = explain((filed(), WITHDRAWN, act), CALENDAR, Readings(continuation_term=reading))

    assert [("filed", date(2026, 2, 23)), ("withdrawn", None), ("continued", last)] == [
        (link.key.removeprefix("chain."), link.due_on) for link in found.chain
    ]
    assert "la persona la retiró (Ley 1437 de 2011, artículo 18)" in found.summary
    assert "decidió seguir de oficio" in found.summary
    assert says in found.summary
    assert last == found.days[-1].day
    assert away == sum(day.key == "day.withdrawal" for day in found.days)


def test_it_is_in_the_chain_also_where_the_clock_stood_still():
    paused = Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT)
    found = explain((filed(), paused, WITHDRAWN, SOON), CALENDAR)

    assert ["filed", "paused", "withdrawn", "continued"] == [
        link.key.removeprefix("chain.") for link in found.chain
    ]


def test_what_stays_withdrawn_says_that_it_ended():
    found = explain((filed(), WITHDRAWN), CALENDAR)

    assert "Terminó el lunes 9 de febrero de 2026" in found.summary
    assert "Vence" not in found.summary
