"""What the link to evaluate a petition may know of it."""

from pqrs.acts.evaluate import Opinion, evaluate_answer
from pqrs.law import Outcome
from pqrs.queries.evaluation_invite import evaluation_invite
from tests.build import a_petition, answered


def states(session, number):
    invite = evaluation_invite(session, number)
    return invite.answered_on is not None, invite.is_evaluated


def test_before_the_answer_after_it_and_once_evaluated(session, office):
    petition = a_petition(session, office)
    seen = [states(session, petition.number)]
    answered(session, office, petition)
    seen.append(states(session, petition.number))
    opinion = Opinion(outcome=Outcome.YES, ease=5, satisfaction=5)
    evaluate_answer(session, petition, opinion, token="t", clock=office.clock)
    seen.append(states(session, petition.number))

    assert [(False, False), (True, False), (True, True)] == seen


def test_an_unknown_number_has_none(session):
    assert evaluation_invite(session, "2026-999999-9") is None
