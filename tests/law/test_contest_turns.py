"""Turns of a recurso: evidence gathered early or shown to others, a rejection and its queja."""

from datetime import date

import pytest

from pqrs.law import (
    Annulled,
    AppealDecided,
    Appealed,
    AppealMoved,
    AppealNotified,
    EvidenceClosed,
    EvidenceOrdered,
    EvidenceShared,
    InsistenceArrived,
    Kind,
    Readings,
    Remedy,
    Ruling,
    Stage,
    Tribunal,
    duties,
    explain_contest,
    lawful_contests,
    ways_of,
)
from tests.law.histories import CALENDAR, filed, moment, stand
from tests.law.test_contests import (
    ANSWERED,
    APPEAL,
    EVIDENCE,
    INCOMPLETE,
    INSISTENCE,
    READINGS,
    REPOSITION,
    RULED,
    SENT,
    at,
    contest,
    decided,
    owed,
    rule,
    took,
)

QUEJA = Remedy.REFUSED_APPEAL
REJECTED = AppealDecided(
    at("03-02"), APPEAL, Ruling.INADMISSIBLE, "Resolución 8", date(2026, 3, 2), 1, "INFRA"
)
TOLD = AppealNotified(at("03-04"), APPEAL, "opened")
COMPLAINED = Appealed(at("03-10"), QUEJA, 2, "DESP")
GRANTED = AppealDecided(
    at("03-17"), QUEJA, Ruling.REVOKED, "Decreto 3", date(2026, 3, 16), 3, "DESP"
)
TODAY = date(2026, 3, 12)


def closed(day):
    return EvidenceClosed(at(day), REPOSITION, "ya se visitó la obra")


# ── Evidence ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "until", "due_on", "soon"),
    [
        ("03-02", date(2026, 3, 2), date(2026, 4, 27), date(2026, 3, 18)),
        ("03-03", date(2026, 3, 2), date(2026, 4, 27), date(2026, 3, 18)),
        ("03-10", date(2026, 3, 9), date(2026, 5, 4), date(2026, 3, 26)),  # 7 days; 12 left from 10
        ("03-16", date(2026, 3, 15), date(2026, 5, 8), date(2026, 4, 1)),  # 13 days; 12 left
        ("03-25", date(2026, 3, 16), date(2026, 5, 11), date(2026, 4, 6)),  # too late: as named
    ],
)
def test_the_day_on_which_all_of_it_was_gathered_runs_again(day, until, due_on, soon):
    found = contest(REPOSITION, EVIDENCE, closed(day), closed("03-30"))
    stop = found.evidence(CALENDAR)
    assert stop is not None
    assert until == stop.until
    assert due_on == found.deadline(CALENDAR, READINGS).on
    assert soon == found.deadline(CALENDAR, Readings(appeal_decision_target="15_bd")).on
    said = " ".join(map(str, explain_contest(found, CALENDAR, READINGS)))
    assert "se terminaron de reunir las pruebas" in said


@pytest.mark.parametrize(
    ("found", "today", "expected"),
    [
        (contest(REPOSITION, EVIDENCE), date(2026, 3, 16), None),
        (contest(REPOSITION, EVIDENCE), date(2026, 3, 17), "evidence_ended"),
        (contest(REPOSITION), TODAY, "evidence_none"),
        (contest(INCOMPLETE), TODAY, "evidence_none"),
        (contest(REPOSITION, EVIDENCE, closed("03-10")), TODAY, "evidence_closed"),
        (contest(REPOSITION, EVIDENCE, decided()), TODAY, "contest_decided"),
        (None, TODAY, "contest_none"),
    ],
)
def test_it_is_closed_once_while_it_lasts(found, today, expected):
    assert expected == rule(lawful_contests.close_evidence(found, today, CALENDAR))


def test_what_was_gathered_is_not_lengthened():
    found = contest(REPOSITION, EVIDENCE, closed("03-10"))
    refusal = lawful_contests.order_evidence(found, TODAY, CALENDAR, 20, READINGS)
    assert "evidence_closed" == rule(refusal)
    assert (date(2026, 3, 16), date(2026, 3, 10)) == owed(REPOSITION, EVIDENCE, closed("03-10"))[
        "take_evidence"
    ]


SHARED = EvidenceShared(at("03-04"), REPOSITION, date(2026, 3, 3), 2)


def test_the_other_parties_have_five_days_and_nothing_stops():
    again = EvidenceShared(at("03-05"), REPOSITION, date(2026, 3, 5), 3)
    found = contest(REPOSITION, SHARED, again)
    assert date(2026, 3, 10) == found.shared_until(CALENDAR, READINGS)
    assert None is contest(REPOSITION).shared_until(CALENDAR, READINGS)
    assert date(2026, 4, 27) == found.deadline(CALENDAR, READINGS).on
    assert (date(2026, 3, 10), None) == owed(REPOSITION, SHARED)["answer_evidence"]
    said = " ".join(map(str, explain_contest(found, CALENDAR, READINGS)))
    assert "hasta el martes 10 de marzo de 2026 para pronunciarse" in said


@pytest.mark.parametrize(
    ("found", "on", "expected"),
    [
        (contest(REPOSITION), date(2026, 2, 25), None),
        (contest(REPOSITION), None, None),
        (contest(REPOSITION), date(2026, 2, 24), "contest_day"),
        (contest(REPOSITION), date(2026, 3, 13), "contest_day"),
        (contest(REPOSITION, SHARED), TODAY, "evidence_shared"),
        (contest(INCOMPLETE), TODAY, "evidence_not_here"),
        (contest(REPOSITION, decided()), TODAY, "contest_decided"),
        (None, TODAY, "contest_none"),
    ],
)
def test_they_are_told_once_before_it_is_decided(found, on, expected):
    assert expected == rule(lawful_contests.share_evidence(found, on, TODAY))


# ── An apelación that is rejected, and the queja ─────────────────────────────────────────────────


def ways(*events, today=TODAY, kind=Kind.CLAIM):
    told = (filed(kind), *ANSWERED, *events)
    found = stand(*told[1:], kind=kind)
    return {way.remedy: way for way in ways_of(told, found, today, CALENDAR)}


def test_the_queja_has_five_days_from_the_notice_of_the_rejection():
    assert QUEJA not in ways(took(APPEAL, "DESP"))
    assert QUEJA not in ways(took(APPEAL, "DESP"), decided(APPEAL))
    unknown = ways(took(APPEAL, "DESP"), REJECTED)[QUEJA]
    assert (None, True, Tribunal.SUPERIOR) == (unknown.until, unknown.waits_notice, unknown.before)
    known = ways(took(APPEAL, "DESP"), REJECTED, TOLD)[QUEJA]
    assert (date(2026, 3, 11), False) == (known.until, known.waits_notice)
    assert "Ley 1437 de 2011, artículo 74, numeral 3" == str(known.citation)
    late = lawful_contests.appeal((known,), QUEJA, date(2026, 3, 12))
    assert "appeal_late" == rule(late)
    used = ways(took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED)
    again = lawful_contests.appeal(tuple(used.values()), QUEJA, date(2026, 3, 11))
    assert "appeal_once" == rule(again)
    assert QUEJA not in ways(took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED, GRANTED)


def test_an_annulled_number_has_no_queja():
    gone = Annulled(at("03-05"), "doble")
    assert QUEJA not in ways(took(APPEAL, "DESP"), REJECTED, TOLD, gone)


def test_a_queja_that_is_granted_has_the_apelacion_heard_from_then_on():
    before = stand(*ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, kind=Kind.CLAIM)
    assert (False, None) == (before.is_contested, before.appeal_to)
    waits = stand(*ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED, kind=Kind.CLAIM)
    assert (True, "DESP") == (waits.is_contested, waits.appeal_to)
    heard = stand(
        *ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED, GRANTED, kind=Kind.CLAIM
    )
    appeal, queja = heard.contest(APPEAL), heard.contest(QUEJA)
    assert appeal is not None
    assert queja is not None
    assert (Stage.TO_DECIDE, Stage.TO_NOTIFY) == (appeal.stage, queja.stage)
    assert ("DESP", date(2026, 3, 16), None) == (appeal.superior, appeal.heard_from, appeal.ruling)
    assert (date(2026, 2, 25), date(2026, 5, 19)) == (
        appeal.on,
        appeal.deadline(CALENDAR, READINGS).on,
    ), "two months from the grant: the 16 of May is a Saturday and the 18 is Ascension"
    said = " ".join(map(str, explain_contest(appeal, CALENDAR, READINGS)))
    assert "se decidió que la apelación rechazada se estudia" in said
    assert ("DESP", "DESP") == (queja.by, heard.appeal_to)
    assert "appeal_heard" == rule(lawful_contests.reject_appeal(appeal))
    assert "appeal_heard" == rule(lawful_contests.decide_appeal(appeal, Ruling.INADMISSIBLE))
    assert None is lawful_contests.decide_appeal(appeal, Ruling.REVOKED)


def test_a_queja_that_is_denied_changes_nothing():
    denied = AppealDecided(at("03-17"), QUEJA, Ruling.CONFIRMED, "Decreto 3", None, 3, "DESP")
    found = stand(
        *ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED, denied, kind=Kind.CLAIM
    )
    appeal = found.contest(APPEAL)
    assert appeal is not None
    assert (Stage.OVER, "DESP") == (appeal.stage, found.appeal_to)
    told = AppealNotified(at("03-18"), QUEJA, "opened")
    over = stand(
        *ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED, denied, told, kind=Kind.CLAIM
    )
    assert (False, None) == (over.is_contested, over.appeal_to)


def test_a_queja_without_an_apelacion_on_record_still_has_one_heard():
    found = stand(*ANSWERED, COMPLAINED, GRANTED, kind=Kind.CLAIM).contest(APPEAL)
    assert found is not None
    assert (date(2026, 3, 10), "DESP") == (found.on, found.superior)


def test_the_law_gives_no_days_to_decide_a_queja():
    told = (filed(Kind.CLAIM), *ANSWERED, took(APPEAL, "DESP"), REJECTED, TOLD, COMPLAINED)
    found = duties(stand(*told[1:], kind=Kind.CLAIM), told, CALENDAR)
    named = {duty.name: duty for duty in found}
    assert (None, True) == (
        named["decide_refused_appeal"].due_on,
        named["decide_refused_appeal"].is_undated,
    )
    filed_duty = named["file_refused_appeal"]
    assert (date(2026, 3, 11), date(2026, 3, 10)) == (filed_duty.due_on, filed_duty.done_on)
    after = (*told, GRANTED)
    found = duties(stand(*after[1:], kind=Kind.CLAIM), after, CALENDAR)
    summons = [duty.due_on for duty in found if duty.name == "summon"]
    assert date(2026, 3, 24) in summons, "its decision is notified personally too"
    one = stand(*told[1:], kind=Kind.CLAIM).contest(QUEJA)
    assert one is not None
    assert "la ley no dice en cuántos días" in " ".join(
        map(str, explain_contest(one, CALENDAR, READINGS))
    )


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (contest(APPEAL), None),
        (contest(REPOSITION), "appeal_not_rejected"),
        (contest(APPEAL, decided(APPEAL)), "contest_decided"),
        (None, "contest_none"),
    ],
)
def test_only_an_apelacion_is_rejected_by_who_decided(found, expected):
    assert expected == rule(lawful_contests.reject_appeal(found))


def test_a_queja_is_granted_or_denied_and_nothing_else():
    found = stand(*ANSWERED, took(APPEAL), REJECTED, TOLD, COMPLAINED, kind=Kind.CLAIM)
    queja = found.contest(QUEJA)
    assert None is lawful_contests.decide_appeal(queja, Ruling.REVOKED)
    assert "contest_ruling" == rule(lawful_contests.decide_appeal(queja, Ruling.MODIFIED))


def test_the_department_above_is_the_one_that_has_its_work_now():
    moved = AppealMoved(at("03-10"), APPEAL, "PLAN", "DESP existió hasta ayer")
    found = stand(*ANSWERED, took(APPEAL, "DESP"), moved, kind=Kind.CLAIM)
    assert "PLAN" == found.appeal_to
    done = decided(APPEAL)
    by_it = AppealDecided(done.at, APPEAL, done.ruling, done.act, done.act_on, 1, "DESP")
    rejected = AppealDecided(done.at, APPEAL, Ruling.INADMISSIBLE, "R 8", done.act_on, 1, "INFRA")
    for event, tells, hears in ((by_it, "PLAN", "PLAN"), (rejected, "INFRA", None)):
        found = stand(*ANSWERED, took(APPEAL, "DESP"), event, moved, kind=Kind.CLAIM)
        appeal = found.contest(APPEAL)
        assert appeal is not None
        assert (tells, hears) == (appeal.decided_by("INFRA"), found.appeal_to)


# ── The judge ────────────────────────────────────────────────────────────────────────────────────

ARRIVED = InsistenceArrived(at("03-05"), date(2026, 3, 4), "76001-33-33-000-2026-00001-00")


def test_the_judges_days_run_from_the_day_the_court_has_it():
    again = InsistenceArrived(at("03-09"), date(2026, 3, 9))
    found = contest(INSISTENCE, SENT, ARRIVED, again)
    assert (date(2026, 3, 4), date(2026, 3, 18)) == (
        found.arrived_on,
        found.next_deadline(CALENDAR, READINGS).on,
    )
    assert (date(2026, 3, 18), None) == owed(INSISTENCE, SENT, ARRIVED)["decide_insistence"]
    said = " ".join(map(str, explain_contest(found, CALENDAR, READINGS)))
    assert "El miércoles 4 de marzo de 2026 llegó al juzgado" in said


@pytest.mark.parametrize(
    ("found", "day", "expected"),
    [
        (contest(INSISTENCE, SENT), date(2026, 2, 27), None),
        (contest(INSISTENCE, SENT), None, None),
        (contest(INSISTENCE, SENT), date(2026, 2, 26), "contest_day"),
        (contest(INSISTENCE, SENT), date(2026, 3, 13), "contest_day"),
        (contest(INSISTENCE), TODAY, "insistence_not_sent"),
        (contest(INSISTENCE, SENT, ARRIVED), TODAY, "insistence_arrived"),
        (contest(INSISTENCE, SENT, RULED), TODAY, "contest_decided"),
        (contest(REPOSITION), TODAY, "contest_none"),
        (None, TODAY, "contest_none"),
    ],
)
def test_its_arrival_is_written_down_once(found, day, expected):
    assert expected == rule(lawful_contests.receive_insistence(found, day, TODAY))


def test_nothing_is_ruled_before_it_arrived():
    found = contest(INSISTENCE, SENT, ARRIVED)
    refusal = lawful_contests.rule_insistence(found, date(2026, 3, 3), TODAY)
    assert "contest_day" == rule(refusal)


def test_evidence_of_before_a_rejection_is_not_that_of_what_is_heard():
    ordered = EvidenceOrdered(moment("2026-02-26T10:00"), APPEAL, 30, "una visita")
    found = stand(
        *ANSWERED, took(APPEAL, "DESP"), ordered, REJECTED, COMPLAINED, GRANTED, kind=Kind.CLAIM
    ).contest(APPEAL)
    assert found is not None
    assert None is found.evidence(CALENDAR)
