"""What interrupts the judge's ten days: the judge asks for something, or the section is asked."""

from datetime import date

import pytest

from pqrs.law import (
    InsistenceArrived,
    InsistenceInterrupted,
    InterruptionEnd,
    InterruptionEnded,
    InterruptionGround,
    Readings,
    Stage,
    explain_contest,
    lawful_contests,
)
from tests.law.histories import CALENDAR
from tests.law.test_contests import (
    INSISTENCE,
    READINGS,
    REPOSITION,
    RULED,
    SENT,
    at,
    contest,
    owed,
    rule,
)

DOCUMENTS, SECTION = InterruptionGround
RECEIVED, DECLINED, TAKEN_OVER = InterruptionEnd
ARRIVED = InsistenceArrived(at("03-04"), date(2026, 3, 4))
GOES_ON = Readings(insistence_interruption="resume")
TODAY = date(2026, 3, 31)


def asked(ground, day="03-10", on=date(2026, 3, 10)):
    return InsistenceInterrupted(at(day), ground, on, "Auto 12")


def ended(ending, day):
    return InterruptionEnded(at(f"03-{day}"), ending, date(2026, 3, day))


def with_judge(*events):
    return contest(INSISTENCE, SENT, ARRIVED, *events)


def said(found, readings=READINGS):
    return " ".join(map(str, explain_contest(found, CALENDAR, readings)))


@pytest.mark.parametrize(
    ("events", "anew", "goes_on", "words"),
    [
        # The court has it on the 4th: the 10th is the fourth day. The 23rd is San José.
        ((), date(2026, 3, 18), date(2026, 3, 18), "llegó al juzgado"),
        ((asked(DOCUMENTS),), None, None, "el juez pidió documentos o información"),
        ((asked(DOCUMENTS), ended(RECEIVED, 16)), date(2026, 3, 31), date(2026, 3, 25),
         "Después del lunes 16 de marzo de 2026"),
        ((asked(SECTION),), date(2026, 4, 1), date(2026, 3, 26),
         "tiene hasta el martes 17 de marzo de 2026 para decidirlo"),
        ((asked(SECTION), ended(DECLINED, 12)), date(2026, 3, 27), date(2026, 3, 20),
         "Después del jueves 12 de marzo de 2026"),
        ((asked(SECTION), ended(TAKEN_OVER, 13)), None, None, "asumió el asunto"),
        ((asked(DOCUMENTS), ended(DECLINED, 16)), None, None, "mientras los recibe"),
        ((asked(DOCUMENTS), ended(RECEIVED, 16), ended(RECEIVED, 20)), date(2026, 3, 31),
         date(2026, 3, 25), "Después del lunes 16"),
    ],
)  # fmt: skip
def test_the_judges_days_wait_and_are_counted_anew_or_go_on(events, anew, goes_on, words):
    found = with_judge(*events)
    assert Stage.WITH_JUDGE is found.stage
    assert anew == found.next_deadline(CALENDAR, READINGS).on
    assert goes_on == found.next_deadline(CALENDAR, GOES_ON).on
    assert words in said(found)
    assert anew == owed(INSISTENCE, SENT, ARRIVED, *events)["decide_insistence"][0]


def test_the_explanation_says_which_reading_it_follows():
    found = with_judge(asked(DOCUMENTS), ended(RECEIVED, 16))
    assert "se cuentan de nuevo" in said(found)
    assert "siguen donde iban" in said(found, GOES_ON)
    assert "Ley 1437 de 2011, artículo 26, numeral 1" in said(found)


def test_the_section_that_takes_it_over_keeps_it():
    found = with_judge(asked(SECTION), ended(TAKEN_OVER, 13))
    assert date(2026, 3, 13) == found.taken_over_on
    assert (True, False) == (with_judge(asked(SECTION)).is_interrupted, found.is_interrupted)
    refusal = lawful_contests.interrupt_insistence(found, CALENDAR)
    assert "insistence_taken_over" == rule(refusal)
    assert None is lawful_contests.rule_insistence(found, date(2026, 3, 20), TODAY)


def test_each_duty_has_its_owner_and_its_day():
    waiting = owed(INSISTENCE, SENT, ARRIVED, asked(DOCUMENTS), asked(SECTION))
    assert (None, None) == waiting["hand_to_judge"]
    assert (date(2026, 3, 17), None) == waiting["take_over_insistence"]
    events = (asked(DOCUMENTS), asked(SECTION), ended(RECEIVED, 16), ended(DECLINED, 12))
    done = owed(INSISTENCE, SENT, ARRIVED, *events)
    assert (None, date(2026, 3, 16)) == done["hand_to_judge"]
    assert (date(2026, 3, 17), date(2026, 3, 12)) == done["take_over_insistence"]
    ruled = owed(INSISTENCE, SENT, asked(DOCUMENTS), RULED)
    assert ruled["decide_insistence"][1] == ruled["hand_to_judge"][1]


@pytest.mark.parametrize(
    ("found", "ground", "day", "expected"),
    [
        (with_judge(), DOCUMENTS, date(2026, 3, 4), None),
        (with_judge(), None, None, None),
        (with_judge(), SECTION, date(2026, 3, 18), None),
        (with_judge(), DOCUMENTS, date(2026, 3, 19), "interruption_late"),
        (with_judge(), DOCUMENTS, date(2026, 3, 3), "contest_day"),
        (with_judge(asked(SECTION)), SECTION, date(2026, 3, 11), "interruption_open"),
        (with_judge(asked(SECTION)), SECTION, date(2026, 3, 17), "interruption_open"),
        (with_judge(asked(SECTION)), SECTION, None, "interruption_open"),
        # Its five days went by in silence on the 17th, and the judge's run again.
        (with_judge(asked(SECTION)), SECTION, date(2026, 3, 18), None),
        (with_judge(asked(SECTION)), DOCUMENTS, date(2026, 3, 11), None),
        (with_judge(asked(DOCUMENTS)), SECTION, date(2026, 4, 1), "contest_day"),
        (contest(INSISTENCE, SENT), DOCUMENTS, date(2026, 3, 2), None),
        (contest(INSISTENCE), None, None, "insistence_not_sent"),
        (contest(INSISTENCE, SENT, RULED), None, None, "contest_decided"),
        (contest(REPOSITION), None, None, "contest_none"),
        (None, None, None, "contest_none"),
    ],
)
def test_they_are_interrupted_while_they_run(found, ground, day, expected):
    refusal = lawful_contests.interrupt_insistence(found, CALENDAR, READINGS, ground, day, TODAY)
    assert expected == rule(refusal)


@pytest.mark.parametrize(
    ("found", "ending", "day", "expected"),
    [
        (with_judge(asked(DOCUMENTS)), RECEIVED, date(2026, 3, 10), None),
        (with_judge(asked(DOCUMENTS)), None, None, None),
        (with_judge(asked(DOCUMENTS)), RECEIVED, date(2026, 3, 9), "contest_day"),
        (with_judge(asked(DOCUMENTS)), RECEIVED, date(2026, 4, 1), "contest_day"),
        (with_judge(asked(DOCUMENTS)), DECLINED, date(2026, 3, 12), "interruption_none"),
        (with_judge(asked(SECTION)), TAKEN_OVER, date(2026, 3, 12), None),
        (with_judge(), None, None, "interruption_none"),
        (with_judge(RULED), None, None, "contest_decided"),
        (None, None, None, "contest_none"),
    ],
)
def test_an_interruption_ends_once(found, ending, day, expected):
    assert expected == rule(lawful_contests.end_interruption(found, ending, day, TODAY))


def test_the_section_asked_again_after_its_silence_answers_the_last_time():
    found = with_judge(asked(SECTION), asked(SECTION, "03-24", date(2026, 3, 24)))
    assert date(2026, 3, 24) == found.interruption(SECTION).on
    refusal = lawful_contests.end_interruption(found, DECLINED, date(2026, 3, 20), TODAY)
    assert "contest_day" == rule(refusal)


@pytest.mark.parametrize(
    ("found", "day", "expected"),
    [
        (contest(INSISTENCE, SENT, asked(DOCUMENTS), ended(RECEIVED, 16)), 10, None),
        (contest(INSISTENCE, SENT, asked(DOCUMENTS), ended(RECEIVED, 16)), 11, "contest_day"),
        # It is the entity that asks the section, and it may while the file is on its way.
        (contest(INSISTENCE, SENT, asked(SECTION), ended(DECLINED, 16)), 17, None),
    ],
)
def test_a_judge_who_asked_for_something_had_the_file(found, day, expected):
    refusal = lawful_contests.receive_insistence(found, date(2026, 3, day), TODAY)
    assert expected == rule(refusal)
