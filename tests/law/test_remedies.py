"""Each way to contest: which decision has it, until when, before whom, and who has to decide."""

from datetime import date

import pytest

from pqrs.law import (
    Appealed,
    CompletionRequested,
    Decision,
    Delivered,
    Kind,
    Rejected,
    RejectionGround,
    Remedy,
    Replied,
    Transferred,
    Tribunal,
    Withdrawn,
    duties,
    lawful_contests,
    ways_of,
)
from tests.law.histories import CALENDAR, filed, moment, stand

TODAY = date(2026, 3, 5)
DELIVERED = Delivered(moment("2026-02-19T10:00"), "opened")
REJECTED = Rejected(moment("2026-02-19T10:00"), RejectionGround.DISRESPECTFUL, "Resolución 8")
TACIT = Withdrawn(moment("2026-02-19T10:00"), tacitly=True)
NOT_ANSWERED, RECONSIDERATION = Remedy.NOT_ANSWERED, Remedy.RECONSIDERATION
APPEAL, INSISTENCE = Remedy.APPEAL, Remedy.INSISTENCE


def replied(decision=Decision.RESPONDED):
    return (Replied(moment("2026-02-18T10:00"), 1, decision), DELIVERED)


def ways(*events, kind=Kind.CLAIM, parts=(), today=TODAY, **more):
    told = (filed(kind, parts=parts), *events)
    found = ways_of(told, stand(*events, kind=kind, parts=parts), today, CALENDAR, **more)
    return {way.remedy: way for way in found}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (ways(*replied()), {NOT_ANSWERED, RECONSIDERATION, APPEAL}),
        (ways(*replied(), has_superior=False), {NOT_ANSWERED, RECONSIDERATION}),
        (ways(*replied(Decision.DENIED), kind=Kind.INFORMATION), {NOT_ANSWERED, INSISTENCE}),
        (
            ways(
                *replied(Decision.PARTLY_GRANTED),
                kind=Kind.MIXED,
                parts=(Kind.INFORMATION, Kind.CLAIM),
            ),
            {NOT_ANSWERED, INSISTENCE, RECONSIDERATION, APPEAL},
        ),
        (
            ways(*replied(Decision.GRANTED), kind=Kind.INFORMATION),
            {NOT_ANSWERED, RECONSIDERATION, APPEAL},
        ),
        (ways(REJECTED), {RECONSIDERATION, APPEAL}),
        (ways(CompletionRequested(moment("2026-02-06T09:00")), TACIT), {RECONSIDERATION}),
        (ways(Withdrawn(moment("2026-02-19T10:00"), tacitly=False)), set()),
        (ways(Transferred(moment("2026-02-05T10:00"), "CVC")), set()),
        (ways(), set()),
        (ways(replied()[0]), set()),
    ],
)
def test_each_decision_has_its_ways(found, expected):
    assert expected == set(found)


def test_each_way_has_its_last_day_and_who_decides():
    found = ways(
        *replied(Decision.PARTLY_GRANTED), kind=Kind.MIXED, parts=(Kind.INFORMATION, Kind.CLAIM)
    )
    assert {
        NOT_ANSWERED: (None, Tribunal.AUTHOR, "Ley 1437 de 2011, artículo 13"),
        INSISTENCE: (date(2026, 3, 5), Tribunal.JUDGE, "Ley 1437 de 2011, artículo 26, parágrafo"),
        RECONSIDERATION: (date(2026, 3, 5), Tribunal.AUTHOR, "Ley 1437 de 2011, artículo 76"),
        APPEAL: (date(2026, 3, 5), Tribunal.SUPERIOR, "Ley 1437 de 2011, artículo 76"),
    } == {way.remedy: (way.until, way.before, str(way.citation)) for way in found.values()}


def test_against_a_tacit_withdrawal_the_norm_is_its_own():
    asked = CompletionRequested(moment("2026-02-06T09:00"))
    found = ways(asked, TACIT, DELIVERED)[RECONSIDERATION]
    assert ("Ley 1437 de 2011, artículo 17", date(2026, 3, 5)) == (str(found.citation), found.until)


@pytest.mark.parametrize("act", [REJECTED, TACIT], ids=["rejected", "withdrawn"])
def test_the_days_to_contest_an_act_begin_when_it_is_notified(act):
    asked = CompletionRequested(moment("2026-02-06T09:00"))
    unknown = ways(asked, act, today=date(2026, 12, 1))[RECONSIDERATION]
    assert (None, True) == (unknown.until, unknown.waits_notice)
    assert None is lawful_contests.appeal((unknown,), RECONSIDERATION, date(2026, 12, 1))
    told = Delivered(moment("2026-03-09T10:00"), "post", date(2026, 3, 4))
    again = Delivered(moment("2026-03-20T10:00"), "opened")
    known = ways(asked, act, told, again)[RECONSIDERATION]
    assert (date(2026, 3, 18), False) == (known.until, known.waits_notice)
    found = stand(asked, act, told, again)
    assert (date(2026, 2, 19), date(2026, 3, 4)) == (found.decided_on, found.notified_on)
    assert None is found.answered_on, "it is no answer"


def test_three_months_of_silence_may_be_appealed_at_any_time():
    after = date(2026, 5, 5)
    assert {RECONSIDERATION, APPEAL} == set(ways(today=after))
    assert {None} == {way.until for way in ways(today=after).values()}
    assert set() == set(ways(today=date(2026, 5, 4)))
    assert set() == set(ways(kind=Kind.DOCUMENTS, today=after)), "there it counts as granted"
    asked = CompletionRequested(moment("2026-02-06T09:00"))
    assert set() == set(ways(asked, today=after)), "it waits for the person"


def refused(remedy, today, *events):
    found = tuple(ways(*events, today=today).values())
    refusal = lawful_contests.appeal(found, remedy, today)
    return refusal and refusal.rule


def test_it_is_taken_in_time_and_once():
    before = Appealed(moment("2026-02-25T10:00"), RECONSIDERATION)
    assert None is refused(RECONSIDERATION, TODAY, *replied())
    assert "appeal_late" == refused(RECONSIDERATION, date(2026, 3, 6), *replied())
    assert "appeal_once" == refused(RECONSIDERATION, TODAY, *replied(), before)
    assert None is refused(APPEAL, TODAY, *replied(), before)
    assert None is refused(NOT_ANSWERED, date(2026, 12, 1), *replied())
    assert "appeal_not_this" == refused(INSISTENCE, TODAY, *replied())
    assert "appeal_nothing" == refused(RECONSIDERATION, TODAY)


@pytest.mark.parametrize(
    ("remedy", "decision", "name", "due_on"),
    [
        (RECONSIDERATION, Decision.DENIED, "appeal_silence", date(2026, 4, 27)),
        (INSISTENCE, Decision.DENIED, "send_insistence", date(2026, 3, 2)),
        (NOT_ANSWERED, Decision.RESPONDED, "review_answer", date(2026, 3, 18)),
    ],
)
def test_each_begins_a_clock_of_its_own(remedy, decision, name, due_on):
    kind = Kind.INFORMATION if remedy is INSISTENCE else Kind.CLAIM
    events = (*replied(decision), Appealed(moment("2026-02-25T10:00"), remedy))
    owed = duties(stand(*events, kind=kind), (filed(kind), *events), CALENDAR)
    assert [due_on] == [duty.due_on for duty in owed if duty.name == name]
