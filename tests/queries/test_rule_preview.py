"""What a change would do, asked without doing it."""

from datetime import date

import pytest

from pqrs.law import Change, ChangeKind, Refusal
from pqrs.models import newest_version
from pqrs.queries.rule_preview import rule_preview
from tests.build import a_petition

TODAY = date(2026, 3, 17)


def closing(*days):
    return Change(ChangeKind.CLOSURE, {"days": list(days)}, "Decreto 1 de 2026")


def test_it_says_what_moves_and_moves_nothing(session, office):
    petition = a_petition(session, office)
    before = petition.due_on

    found = rule_preview(session, closing("2026-03-18", "2026-03-22"), today=TODAY)

    (case,) = found.what_if.cases
    assert (petition.number, before) == (case.number, case.before)
    assert before is not None
    assert case.after is not None
    assert case.after > before
    assert before == petition.due_on
    assert not session.dirty
    assert newest_version(session) == found.version


def test_a_day_without_effect_is_left_out_and_said(session):
    found = rule_preview(session, closing("2026-03-18", "2026-03-22"), today=TODAY)

    assert ["2026-03-18"] == found.change.payload["days"]
    assert ["rule_not_worked"] == [refusal.rule for refusal in found.left_out]


def test_of_nothing_there_is_no_preview(session):
    with pytest.raises(Refusal, match="Domingo"):
        rule_preview(session, closing("2026-03-22"), today=TODAY)
