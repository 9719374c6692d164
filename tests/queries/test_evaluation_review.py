"""Reviews as the desk, the person and the supervisor see them."""

from datetime import date

import pytest

from pqrs.acts.ask_again import answer_again
from pqrs.acts.evaluate import Following, Opinion, evaluate_answer
from pqrs.acts.review_evaluation import review_evaluation
from pqrs.law import IdentityLevel, Outcome
from pqrs.queries.evaluation_review import (
    open_reviews,
    read_id,
    review_counts,
    review_shown,
    reviewed,
)
from tests.acts.test_review_evaluation import WORDS, opened, press_of
from tests.build import a_petition, answered

TODAY = date(2026, 3, 17)


def of_a_case(session, office, *, outcome=Outcome.NO, contact="", **changes):
    """A review of Infraestructura about an answered case; the case."""
    petition = a_petition(session, office, **changes)
    answered(session, office, petition)
    opinion = Opinion(satisfaction=3, outcome=outcome, ease=3)
    following = Following(office=office, contact=contact)
    token = petition.number
    evaluate_answer(
        session, petition, opinion, token=token, clock=office.clock, following=following
    )
    return petition


@pytest.mark.parametrize(
    ("today", "left"),
    [(TODAY, 5), (date(2026, 3, 25), 0), (date(2026, 3, 26), -1), (date(2026, 3, 30), -3)],
)
def test_an_open_one_says_how_many_working_days_are_left(session, office, today, left):
    opened(session, office)

    (row,) = open_reviews(session, "DADM", today)
    assert (left, WORDS, "Ventanilla de atención al ciudadano") == (
        row.days_left,
        row.comment,
        row.point,
    )
    assert () == open_reviews(session, "HAC", today)


def test_of_another_department_it_does_not_exist(session, office):
    review = opened(session, office)

    assert review_shown(session, review.id, "HAC") is None
    assert WORDS == review_shown(session, review.id, "DADM").comment


def test_the_case_stays_unknown_unless_the_person_let_it_be_known(session, office):
    of_a_case(session, office)
    (row,) = open_reviews(session, "INFRA", TODAY)

    assert review_shown(session, row.id, "INFRA").case_number is None


def test_with_a_contact_the_case_is_known(session, office):
    petition = of_a_case(session, office, contact="a@b.co")
    (row,) = open_reviews(session, "INFRA", TODAY)

    shown = review_shown(session, row.id, "INFRA")
    assert (petition.number, "a@b.co") == (shown.case_number, shown.contact)


@pytest.mark.parametrize(
    "who",
    [
        {"identity": IdentityLevel.RESERVED},
        {"identity": IdentityLevel.ANONYMOUS, "person": None, "reply_by": "page"},
    ],
)
def test_the_case_of_who_gave_no_name_is_never_known(session, office, who):
    of_a_case(session, office, contact="a@b.co", **who)
    answer_again(
        session, of_a_case(session, office, outcome=Outcome.YES, **who), solved=False, office=office
    )

    numbers = [
        review_shown(session, row.id, "INFRA").case_number
        for row in open_reviews(session, "INFRA", TODAY)
    ]
    assert [None, None] == numbers


def test_who_says_it_is_no_longer_solved_lets_the_case_be_known(session, office):
    petition = of_a_case(session, office, outcome=Outcome.YES)
    answer_again(session, petition, solved=False, office=office)
    (row,) = open_reviews(session, "INFRA", TODAY)

    assert petition.number == review_shown(session, row.id, "INFRA").case_number


def test_the_person_reads_it_once_it_is_answered(session, office):
    review = opened(session, office)
    assert reviewed(session, review.id) is None
    review_evaluation(session, press_of(session, office, review), "Hecho.")

    found = reviewed(session, review.id)
    assert ("Secretaría de Desarrollo Administrativo", "Hecho.", None) == (
        found.department,
        found.done,
        found.number,
    )


def test_counts_by_department_the_most_late_first(session, office):
    review = opened(session, office)
    of_a_case(session, office)
    review_evaluation(session, press_of(session, office, review), "Hecho.")

    first, second = review_counts(session, date(2026, 4, 1))
    assert (1, 1, 0) == (first.open, first.late, first.answered)
    assert (0, 0, 1) == (second.open, second.late, second.answered)


@pytest.mark.parametrize("text", ["", "-1", "1e9", "9" * 10, "9" * 19, "٣", "x", "1.5"])
def test_what_is_no_row_is_none(text):
    assert read_id(text) is None


def test_the_longest_number_that_is_read_is_one_that_is_looked_up(session):
    largest = read_id("9" * 9)
    assert largest is not None
    assert (None, None) == (review_shown(session, largest, "HAC"), reviewed(session, largest))
