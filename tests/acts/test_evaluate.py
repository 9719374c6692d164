"""An opinion counts once, reaches its department, moves the figures, and leads to somebody."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from pqrs.acts.evaluate import (
    Following,
    NotAnsweredError,
    Opinion,
    evaluate_answer,
    evaluate_point,
)
from pqrs.law import Outcome
from pqrs.models import (
    AuditEntry,
    Evaluation,
    EvaluationContact,
    EvaluationReview,
    ServicePoint,
    Tally,
)
from pqrs.office.evaluation import (
    POINT_LIMIT,
    SAME_WORDS_LIMIT,
    Purpose,
    ReviewReason,
    SetApart,
    Way,
)
from tests.build import a_petition, an_official, answered, later

GOOD = Opinion(outcome=Outcome.YES, ease=5, satisfaction=4, comment="Rápido")
BAD = replace(GOOD, outcome=Outcome.NO, satisfaction=1)
SPEECH = "Todos ustedes son los mejores funcionarios de este hermoso municipio."


@pytest.fixture
def point(session):
    return session.get_one(ServicePoint, "VENTANILLA")


def say(session, office, point, opinion, token, **following):
    return evaluate_point(
        session,
        point,
        opinion,
        token=token,
        clock=office.clock,
        following=Following(office=office, **following),
    )


def reviews(session):
    return list(session.scalars(select(EvaluationReview).order_by(EvaluationReview.id)))


def apart(session):
    return list(session.scalars(select(Evaluation.set_apart).order_by(Evaluation.id)))


def test_an_answer_is_evaluated_once(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)

    assert evaluate_answer(session, petition, GOOD, token="a", clock=office.clock)
    assert not evaluate_answer(session, petition, GOOD, token="b", clock=office.clock)
    assert ["INFRA"] == list(session.scalars(select(Evaluation.department)))


def test_nobody_is_asked_before_the_answer(session, office):
    petition = a_petition(session, office)

    with pytest.raises(NotAnsweredError):
        evaluate_answer(session, petition, GOOD, token="a", clock=office.clock)


def test_an_office_is_evaluated_without_a_case_and_once_a_form(session, office, point):
    assert say(session, office, point, GOOD, "a")
    assert not say(session, office, point, GOOD, "a")
    kept = session.scalars(select(Evaluation)).one()
    assert (point.code, point.department) == (kept.service_point, kept.department)


def test_it_moves_the_kept_figures(session, office, point):
    opinion = replace(GOOD, purpose=Purpose.COMPLAINT, aspects=("respect",))
    say(session, office, point, opinion, "a")

    cells = (("eval_satisfaction", 4), ("eval_purpose", 0), ("eval_missing_respect", 1))
    for measure, bucket in cells:
        cell = ("2026-03", "department", point.department, measure, bucket)
        assert 1 == session.get_one(Tally, cell).count


@pytest.mark.parametrize(
    ("changes", "contact", "reason"),
    [
        ({}, "", None),
        ({"satisfaction": 3}, "", None),
        ({"satisfaction": 2}, "", ReviewReason.UNHAPPY),
        ({"outcome": Outcome.NO}, "", ReviewReason.NOT_ANSWERED),
        ({"purpose": Purpose.COMPLAINT}, "", ReviewReason.COMPLAINT),
        ({"purpose": Purpose.RECOMMENDATION}, "", None),
        ({"purpose": Purpose.RECOMMENDATION}, "a@b.co", ReviewReason.ASKED_FOR_CONTACT),
    ],
)
def test_an_unhappy_opinion_opens_a_review(session, office, point, changes, contact, reason):
    say(session, office, point, replace(GOOD, **changes), "a", contact=contact)

    assert ([reason] if reason else []) == [each.reason for each in reviews(session)]


def test_a_review_is_due_in_the_days_of_the_entity_without_the_holiday(session, office, point):
    """Tuesday 17 March 2026; Monday 23 is San José."""
    say(session, office, point, BAD, "a")

    assert date(2026, 3, 25) == reviews(session)[0].due_on


def test_what_another_system_collected_leads_to_nothing(session, office):
    petition = a_petition(session, office)
    answered(session, office, petition)
    evaluate_answer(session, petition, BAD, token="a", clock=office.clock)

    assert [] == reviews(session)


def test_a_contact_stands_apart_with_its_notice(session, office, point):
    say(session, office, point, GOOD, "a", contact="a@b.co")

    contact = session.scalars(select(EvaluationContact)).one()
    assert ("a@b.co", "2026-1") == (contact.contact, contact.notice)
    assert "a@b.co" not in str(
        [getattr(row, "comment", "") for row in session.scalars(select(Evaluation))]
    )


def test_a_long_text_repeated_is_set_apart_and_a_short_one_is_not(session, office, point):
    for number in range(SAME_WORDS_LIMIT + 1):
        say(session, office, point, replace(GOOD, comment=SPEECH), f"long {number}")
    for number in range(SAME_WORDS_LIMIT + 1):
        say(session, office, point, GOOD, f"short {number}")

    expected = [None] * SAME_WORDS_LIMIT + [SetApart.SAME_WORDS] + [None] * (SAME_WORDS_LIMIT + 1)
    assert expected == apart(session)


def test_too_many_in_an_hour_are_set_apart_and_an_hour_later_count_again(session, office, point):
    for number in range(POINT_LIMIT + 1):
        say(session, office, point, GOOD, f"now {number}")
    say(session, later(office, hours=1, minutes=1), point, GOOD, "after")

    assert [SetApart.POINT_FLOOD, None] == apart(session)[-2:]


def test_what_is_set_apart_counts_only_as_such_and_is_nobodys_task(session, office, point):
    say(session, office, point, BAD, "a", from_device=99)

    measures = set(session.scalars(select(Tally.measure).where(Tally.measure.like("eval_%"))))
    assert {"eval_set_apart"} == measures
    assert [] == reviews(session)


def test_somebody_who_left_a_contact_is_heard_even_so(session, office, point):
    say(session, office, point, BAD, "a", from_device=99, contact="3001234567")

    assert 1 == len(reviews(session))


def test_an_opinion_read_aloud_says_by_whom(session, office, point):
    clerk = an_official(session)
    opinion = replace(GOOD, way=Way.WINDOW)
    say(session, office, point, opinion, "a", taken_by=clerk.official_id)

    entry = session.scalars(select(AuditEntry).where(AuditEntry.action == "evaluation_taken")).one()
    assert clerk.official_id == entry.official_id
    assert Way.WINDOW is session.scalar(select(Evaluation.way))


def test_the_windows_end(session, office, point):
    day_before = later(office, days=-1, minutes=-1)
    for number in range(SAME_WORDS_LIMIT):
        say(session, day_before, point, replace(GOOD, comment=SPEECH), f"{number}")
    say(session, office, point, replace(GOOD, comment=SPEECH), "today")

    assert 0 == session.scalar(select(func.count(Evaluation.set_apart)))
    assert timedelta(days=1) < office.clock() - session.scalar(
        select(func.min(Evaluation.created_at))
    )
