"""A department's opinions: those set apart on their own, what was done, what was missing."""

from datetime import date

import pytest

from pqrs.acts.evaluate import Following, Opinion, evaluate_point
from pqrs.acts.review_evaluation import review_evaluation
from pqrs.models import ServicePoint
from pqrs.office.evaluation import SetApart
from pqrs.queries.evaluations import PAGE_SIZE, department_evaluations, missing_aspects
from tests.acts.test_review_evaluation import opened, press_of


def say(session, office, token, *, from_device=0, aspects=()):
    point = session.get_one(ServicePoint, "VENTANILLA")
    opinion = Opinion(satisfaction=4, aspects=aspects)
    following = Following(office=office, from_device=from_device)
    evaluate_point(session, point, opinion, token=token, clock=office.clock, following=following)


def test_those_set_apart_are_another_list(session, office):
    say(session, office, "a")
    say(session, office, "b", from_device=99)

    usual = department_evaluations(session, "DADM", page=1)
    apart = department_evaluations(session, "DADM", page=1, apart=True)
    assert [(1, 1, None), (1, 1, SetApart.ONE_DEVICE)] == [
        (found.total, found.apart, found.rows[0].set_apart) for found in (usual, apart)
    ]


def test_an_opinion_shows_what_was_done(session, office):
    review = opened(session, office)
    assert ((),) == tuple(row.done for row in department_evaluations(session, "DADM", page=1).rows)
    review_evaluation(session, press_of(session, office, review), "Hecho.")

    (row,) = department_evaluations(session, "DADM", page=1).rows
    assert ("Hecho.",) == row.done


@pytest.mark.parametrize(("page", "shown"), [(-1, 25), (1, 25), (2, 1), (99, 1)])
def test_pages(session, office, page, shown):
    for number in range(PAGE_SIZE + 1):
        say(session, office, f"{number}")

    assert shown == len(department_evaluations(session, "DADM", page=page).rows)


def test_what_was_missing_the_most_often_first(session, office):
    for token, aspects in (("a", ("time", "respect")), ("b", ("time",)), ("c", ())):
        say(session, office, token, aspects=aspects)

    assert (("time", 2), ("respect", 1)) == missing_aspects(session, "DADM", date(2026, 1, 1))
    assert () == missing_aspects(session, "DADM", date(2026, 4, 1))
    assert () == missing_aspects(session, "HAC", date(2026, 1, 1))
