"""Before and after learning from corrected cases, on what neither was taught."""

from dataclasses import replace

from pqrs.law import Kind
from pqrs.office.entity import RoutingExample
from pqrs.office.retraining import Score, Trial, is_apart, try_lessons
from pqrs.office.teaching import ConfirmedCase
from tests.office.packs import villa

WORDS = "el zanjon de la quebrada se desbordo otra vez"
APART = [str(number) for number in range(100) if is_apart(str(number), 5)]
TAUGHT = [str(number) for number in range(100) if not is_apart(str(number), 5)]


def a_case(number):
    return ConfirmedCase(number, WORDS, "", "CONTROL", None, Kind.COMPLAINT)


def test_a_key_is_always_apart_or_never():
    assert 10 < len(APART) < 30


def test_what_people_corrected_is_learnt_and_measured_apart():
    lessons = {key: RoutingExample(text=WORDS, topic="T-TRATO") for key in TAUGHT[:9]}
    asked = "el hueco de la calle sigue ahi"
    texts = tuple(RoutingExample(text=f"{asked} {place}", topic="T-CALLE") for place in range(40))
    pack = replace(villa(), examples=(*villa().examples, *texts))

    trial = try_lessons(pack, {}, lessons, [a_case(key) for key in (*TAUGHT[:9], *APART[:4])])

    assert trial.texts_before == trial.texts_after
    assert trial.texts_before.texts == trial.texts_before.department > 0
    assert (0, 4) == (trial.cases_before.department, trial.cases_after.department)
    assert not trial.is_worse


def test_a_case_kept_apart_is_never_taught():
    lessons = {key: RoutingExample(text=WORDS, topic="T-TRATO") for key in APART[:4]}

    trial = try_lessons(villa(), {}, lessons, [a_case(APART[0])])

    assert trial.cases_before == trial.cases_after


def test_a_petition_of_private_interest_counts_as_the_one_kind_of_petition_that_is_guessed():
    text = RoutingExample(WORDS, "T-TRATO", kind=Kind.PRIVATE_INTEREST)
    case = replace(a_case(APART[0]), kind=Kind.PRIVATE_INTEREST)

    trial = try_lessons(villa(), {}, dict.fromkeys(TAUGHT[:9], text), [case])

    assert (0, 1) == (trial.cases_before.kind, trial.cases_after.kind)


def test_fewer_right_on_either_part_is_worse():
    many, few = Score(9, 9, 9), Score(9, 8, 9)
    assert Trial(many, few, many, many).is_worse
    assert Trial(many, many, many, few).is_worse
