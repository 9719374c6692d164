"""A month after a yes: is it still solved? Once; and a no is somebody's task."""

import pytest
from sqlalchemy import select

from pqrs.acts.ask_again import answer_again, ask_again
from pqrs.acts.evaluate import Opinion, evaluate_answer
from pqrs.acts.invite_evaluation import decline_invitation
from pqrs.law import Outcome
from pqrs.models import EvaluationReview, Notice, Tally
from pqrs.office.evaluation import ReviewReason
from tests.acts.test_invite_evaluation import petition, sent, work  # noqa: F401  fixtures
from tests.build import a_petition, later


def judged(session, office, petition, outcome=Outcome.YES):  # noqa: F811
    opinion = Opinion(satisfaction=4, outcome=outcome, ease=4)
    evaluate_answer(session, petition, opinion, token=petition.number, clock=office.clock)


def questions(session):
    return list(session.scalars(select(Notice).where(Notice.letter == "still_solved")))


@pytest.mark.parametrize(("days", "asked"), [(29, 0), (30, 1), (89, 1), (91, 0)])
def test_a_month_later_and_once(session, office, work, petition, days, asked):  # noqa: F811
    judged(session, office, petition)

    assert asked == ask_again(work, later(office, days=days))
    assert 0 == ask_again(work, later(office, days=days))
    assert asked == len(questions(session))


@pytest.mark.parametrize("outcome", [Outcome.PARTLY, Outcome.NO])
def test_only_who_said_yes(session, office, work, petition, outcome):  # noqa: F811
    judged(session, office, petition, outcome)

    assert 0 == ask_again(work, later(office, days=31))


def test_not_who_said_no_to_questions(session, office, work, petition):  # noqa: F811
    judged(session, office, petition)
    decline_invitation(session, petition, now=office.clock())

    assert 0 == ask_again(work, later(office, days=31))


def test_not_who_reads_the_answer_on_the_page(session, office, work):  # noqa: F811
    case = sent(session, office, a_petition(session, office, reply_by="page"))
    judged(session, office, case)

    assert 0 == ask_again(work, later(office, days=31))


@pytest.mark.parametrize("solved", [True, False])
def test_the_answer_counts_once(session, office, petition, solved):  # noqa: F811
    judged(session, office, petition)
    after = later(office, days=31)

    assert answer_again(session, petition, solved=solved, office=after)
    assert not answer_again(session, petition, solved=not solved, office=after)
    reasons = [each.reason for each in session.scalars(select(EvaluationReview))]
    assert ([] if solved else [ReviewReason.NOT_SOLVED]) == reasons
    cell = ("2026-04", "department", "INFRA", "eval_still_solved", int(solved))
    assert 1 == session.get_one(Tally, cell).count


def test_nothing_is_kept_of_what_was_never_evaluated(session, office, petition):  # noqa: F811
    assert not answer_again(session, petition, solved=False, office=office)
