"""A recurso or an insistencia from its presentation until the person has the decision."""

from datetime import date

import pytest

from pqrs.law import (
    AppealDecided,
    Appealed,
    AppealNotified,
    Breached,
    Corrected,
    Decision,
    Delivered,
    EvidenceOrdered,
    InsistenceRuled,
    InsistenceSent,
    Kind,
    Means,
    Phase,
    Readings,
    Remedy,
    Replied,
    Ruling,
    Stage,
    duties,
    explain_contest,
    lawful_contests,
    ways_of,
)
from tests.law.histories import CALENDAR, filed, moment, stand

READINGS, SOON = Readings(), Readings(appeal_decision_target="15_bd")
ANSWERED = (
    Replied(moment("2026-02-18T10:00"), 1, Decision.DENIED),
    Delivered(moment("2026-02-19T10:00"), "opened"),
)
REPOSITION, APPEAL = Remedy.RECONSIDERATION, Remedy.APPEAL
INSISTENCE, INCOMPLETE = Remedy.INSISTENCE, Remedy.NOT_ANSWERED


def at(day, hour=10):
    return moment(f"2026-{day}T{hour}:00")


def took(remedy, superior=None):
    return Appealed(at("02-25"), remedy, None, superior)


def decided(remedy=REPOSITION, ruling=Ruling.CONFIRMED, day="04-10"):
    return AppealDecided(at(day), remedy, ruling, "Resolución 9", date(2026, 4, 9), 1)


SENT = InsistenceSent(at("03-02"), date(2026, 2, 27), "Juzgado 1")
RULED = InsistenceRuled(
    at("03-20"), Ruling.REVOKED, "Auto 4", date(2026, 3, 12), date(2026, 3, 27), 2
)
EVIDENCE = EvidenceOrdered(at("03-02"), REPOSITION, 10, "una visita")
LONGER = EvidenceOrdered(at("03-10"), REPOSITION, 30, "falta otra")


def contest(remedy, *events, superior=None):
    """That contest after it was presented and these happened."""
    found = stand(*ANSWERED, took(remedy, superior), *events, kind=Kind.CLAIM).contest(remedy)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("remedy", "events", "stages"),
    [
        (REPOSITION, [decided()], [Stage.TO_DECIDE, Stage.TO_NOTIFY]),
        (INCOMPLETE, [decided(INCOMPLETE)], [Stage.TO_DECIDE, Stage.TO_NOTIFY]),
        (INSISTENCE, [SENT, RULED], [Stage.TO_SEND, Stage.WITH_JUDGE, Stage.TO_NOTIFY]),
    ],
)
def test_it_goes_its_way_and_then_it_is_over(remedy, events, stages):
    told = AppealNotified(at("04-13"), remedy, Means.OPENED)
    for count, stage in enumerate([*stages, Stage.OVER]):
        done = (*events, told)[:count]
        found = stand(*ANSWERED, took(remedy), *done, kind=Kind.CLAIM)
        assert stage is found.contests[0].stage
        assert (stage is not Stage.OVER) is found.is_contested
        assert Phase.CLOSED is found.phase, "what was answered stays answered"


def test_the_last_of_it_says_all_that_was_decided():
    told = AppealNotified(at("04-13"), INSISTENCE, Means.POST, date(2026, 4, 10))
    again = AppealNotified(at("04-20"), INSISTENCE, Means.OPENED)
    found = contest(INSISTENCE, SENT, RULED, told, again)
    assert (date(2026, 2, 27), "Juzgado 1", Ruling.REVOKED, date(2026, 3, 12), "Auto 4", 2) == (
        found.sent_on, found.court, found.ruling, found.decided_on, found.act, found.version
    )  # fmt: skip
    assert (date(2026, 3, 27), date(2026, 4, 10)) == (found.comply_by, found.notified_on)
    undated = contest(REPOSITION, AppealDecided(at("04-10"), REPOSITION, Ruling.MODIFIED))
    assert date(2026, 4, 10) == undated.decided_on, "an act without its day is of the moment"


@pytest.mark.parametrize(
    ("remedy", "events", "readings", "due_on"),
    [
        (REPOSITION, [], READINGS, date(2026, 4, 27)),  # two months: the 25 is a Saturday
        (REPOSITION, [EVIDENCE], READINGS, date(2026, 5, 11)),  # 14 days: 2 to 16 of March
        (REPOSITION, [EVIDENCE, LONGER], READINGS, date(2026, 6, 9)),  # 45: until 16 of April
        (APPEAL, [], SOON, date(2026, 3, 18)),
        (REPOSITION, [EVIDENCE], SOON, date(2026, 4, 6)),  # 3 days were used: 12 after 16 of March
        (INCOMPLETE, [], READINGS, date(2026, 3, 18)),
        (INCOMPLETE, [], SOON, date(2026, 3, 18)),
        (INSISTENCE, [], READINGS, date(2026, 3, 2)),
        (INSISTENCE, [SENT], READINGS, date(2026, 3, 13)),  # the judge's ten days
        (INSISTENCE, [SENT, RULED], READINGS, date(2026, 3, 27)),  # what the ruling says
    ],
)
def test_each_has_its_day_and_evidence_moves_it(remedy, events, readings, due_on):
    found = contest(remedy, *events)
    assert due_on == found.next_deadline(CALENDAR, readings).on
    steps = explain_contest(found, CALENDAR, readings)
    assert "Se presentó el miércoles 25 de febrero de 2026." in str(steps[0])
    assert all(step.citation for step in steps[1:])
    last = str(steps[-1])
    assert found.decided_on or f"{due_on.day} de" in last


def test_its_evidence_is_explained():
    found = contest(REPOSITION, EVIDENCE)
    steps = explain_contest(found, CALENDAR, READINGS)
    assert any(
        "Del lunes 2 de marzo de 2026 al lunes 16 de marzo de 2026 se practican" in str(step)
        for step in steps
    )
    days = explain_contest(found, CALENDAR, SOON)
    assert any("en 15 días hábiles" in str(step) for step in days)
    sent = explain_contest(contest(INSISTENCE, SENT), CALENDAR, READINGS)
    assert any("se envió al juez" in str(step) for step in sent)


def test_nobody_named_means_whoever_has_the_case():
    assert "DESP" == contest(APPEAL, superior="DESP").decided_by("INFRA")
    assert "INFRA" == contest(APPEAL).decided_by("INFRA")
    assert "INFRA" == contest(REPOSITION, superior="DESP").decided_by("INFRA")
    found = stand(*ANSWERED, took(REPOSITION), took(APPEAL, "DESP"), kind=Kind.CLAIM)
    assert "DESP" == found.appeal_to
    over = (decided(APPEAL), AppealNotified(at("04-13"), APPEAL, "opened"))
    after = stand(*ANSWERED, took(REPOSITION), took(APPEAL, "DESP"), *over, kind=Kind.CLAIM)
    assert (None, True) == (after.appeal_to, after.is_contested)
    assert None is after.contest(INSISTENCE)


@pytest.mark.parametrize("event", [EVIDENCE, decided(), SENT, RULED])
def test_what_nobody_presented_is_kept_without_effect(event):
    found = stand(*ANSWERED, event, kind=Kind.CLAIM)
    assert ["contest_none"] == [objection.rule for _on, objection in found.without_effect]
    assert () == found.contests


def test_what_was_presented_by_mistake_is_struck_out():
    struck = Corrected(at("02-26"), 4, None, "no era de esta petición")
    found = stand(*ANSWERED, took(REPOSITION), struck, kind=Kind.CLAIM)
    assert (False, ()) == (found.is_contested, found.contests)


SILENT = (Breached(at("02-24"), date(2026, 2, 23)), Appealed(at("05-06"), REPOSITION))


@pytest.mark.parametrize(
    ("ruling", "remedy", "phase"),
    [
        (Ruling.CONFIRMED, REPOSITION, Phase.CLOSED),
        (Ruling.INADMISSIBLE, REPOSITION, Phase.OPEN),
        (Ruling.CONFIRMED, APPEAL, Phase.OPEN),
    ],
)
def test_who_contests_the_silence_has_the_decision_there(ruling, remedy, phase):
    done = AppealDecided(at("06-01"), remedy, ruling, "Resolución 9", date(2026, 6, 1))
    found = stand(*SILENT, done, kind=Kind.CLAIM)
    assert phase is found.phase
    assert (None, date(2026, 2, 23)) == (found.answered_on, found.breached_on)
    told = (filed(Kind.CLAIM), *SILENT, done)
    if phase is Phase.CLOSED:
        assert () == ways_of(told, found, date(2026, 6, 2), CALENDAR)


def rule(refusal):
    if refusal is not None:
        assert "{" not in str(refusal)
        assert refusal.citation
    return refusal and refusal.rule


def evidence(found, today, days=None):
    return rule(lawful_contests.order_evidence(found, today, CALENDAR, days, READINGS))


@pytest.mark.parametrize(
    ("events", "today", "days", "expected"),
    [
        ([], date(2026, 3, 2), 30, None),
        ([], date(2026, 3, 2), None, None),
        ([], date(2026, 3, 2), 31, "evidence_days"),
        ([], date(2026, 3, 2), 0, "evidence_days"),
        ([], date(2026, 4, 27), 5, None),
        ([], date(2026, 4, 28), 5, "evidence_late"),
        ([EVIDENCE], date(2026, 3, 16), 30, None),
        ([EVIDENCE], date(2026, 3, 16), 10, "evidence_shorter"),
        ([EVIDENCE], date(2026, 3, 17), 30, "evidence_over"),
        ([EVIDENCE, LONGER], date(2026, 3, 16), None, "evidence_once"),
        ([EvidenceOrdered(at("03-02"), REPOSITION, 30)], date(2026, 3, 3), None, "evidence_days"),
        ([decided()], date(2026, 4, 11), 5, "contest_decided"),
    ],
)
def test_evidence_has_thirty_days_and_is_lengthened_once(events, today, days, expected):
    assert expected == evidence(contest(REPOSITION, *events), today, days)


def test_evidence_is_only_for_a_recurso():
    assert "evidence_not_here" == evidence(contest(INCOMPLETE), date(2026, 3, 2))
    assert "contest_none" == evidence(None, date(2026, 3, 2))


@pytest.mark.parametrize(
    ("found", "ruling", "expected"),
    [
        (contest(REPOSITION), Ruling.INADMISSIBLE, None),
        (contest(INCOMPLETE), Ruling.MODIFIED, None),
        (contest(INCOMPLETE), Ruling.INADMISSIBLE, "contest_ruling"),
        (contest(INSISTENCE), None, "contest_none"),
        (contest(REPOSITION, decided()), None, "contest_decided"),
        (None, None, "contest_none"),
    ],
)
def test_each_is_decided_once_as_it_may_be(found, ruling, expected):
    assert expected == rule(lawful_contests.decide_appeal(found, ruling))


def test_an_insistencia_is_sent_once_and_then_ruled_once():
    here, sent = contest(INSISTENCE), contest(INSISTENCE, SENT)
    today = date(2026, 3, 13)
    assert None is lawful_contests.send_insistence(here)
    assert None is lawful_contests.send_insistence(here, date(2026, 2, 25), today)
    assert "contest_day" == rule(lawful_contests.send_insistence(here, date(2026, 2, 24), today))
    assert "contest_day" == rule(lawful_contests.send_insistence(here, date(2026, 3, 14), today))
    assert "insistence_sent" == rule(lawful_contests.send_insistence(sent))
    assert "insistence_not_sent" == rule(lawful_contests.rule_insistence(here))
    assert None is lawful_contests.rule_insistence(sent, date(2026, 3, 12), today)
    assert "contest_day" == rule(lawful_contests.rule_insistence(sent, date(2026, 2, 26), today))
    ruled = contest(INSISTENCE, SENT, RULED)
    assert "contest_decided" == rule(lawful_contests.rule_insistence(ruled))
    for act in (lawful_contests.send_insistence, lawful_contests.rule_insistence):
        assert ["contest_none"] * 2 == [rule(act(one)) for one in (None, contest(REPOSITION))]


def test_a_decision_reaches_the_person_once():
    done = contest(REPOSITION, decided())
    assert None is lawful_contests.notify_appeal(done)
    days = (date(2026, 4, 8), date(2026, 4, 9), date(2026, 4, 14))
    said = [rule(lawful_contests.notify_appeal(done, day, date(2026, 4, 13))) for day in days]
    assert ["contest_day", None, "contest_day"] == said
    told = contest(REPOSITION, decided(), AppealNotified(at("04-13"), REPOSITION, "opened"))
    assert "contest_told" == rule(lawful_contests.notify_appeal(told))
    assert "contest_undecided" == rule(lawful_contests.notify_appeal(contest(REPOSITION)))
    assert "contest_none" == rule(lawful_contests.notify_appeal(None))


def owed(remedy, *events):
    told = (filed(Kind.CLAIM), *ANSWERED, took(remedy), *events)
    found = duties(stand(*told[1:], kind=Kind.CLAIM), told, CALENDAR)
    return {duty.name: (duty.due_on, duty.done_on) for duty in found}


def test_what_each_obliges_to_is_met_when_the_person_has_it():
    told = AppealNotified(at("04-13"), REPOSITION, "opened")
    found = owed(REPOSITION, EVIDENCE, decided(), told)
    assert (date(2026, 3, 16), date(2026, 3, 16)) == found["take_evidence"], "ended by itself"
    assert (date(2026, 5, 11), date(2026, 4, 13)) == found["appeal_silence"]
    assert (date(2026, 4, 16), date(2026, 4, 13)) == found["summon"]
    assert (date(2026, 5, 11), None) == owed(REPOSITION, EVIDENCE, decided())["appeal_silence"]
    assert "summon" in owed(INCOMPLETE, decided(INCOMPLETE)), "that of the answer"
    assert (date(2026, 3, 18), None) == owed(INCOMPLETE, decided(INCOMPLETE))["review_answer"]


def test_what_the_judge_orders_is_owed():
    assert "decide_insistence" not in owed(INSISTENCE)
    found = owed(INSISTENCE, SENT, RULED)
    assert (date(2026, 3, 2), date(2026, 2, 27)) == found["send_insistence"]
    assert (date(2026, 3, 13), date(2026, 3, 12)) == found["decide_insistence"]
    assert (date(2026, 3, 27), None) == found["obey_insistence"]
    kept = InsistenceRuled(at("03-20"), Ruling.CONFIRMED, "Auto 4", date(2026, 3, 12))
    assert "obey_insistence" not in owed(INSISTENCE, SENT, kept)


def test_once_decided_the_departments_own_may_tell_what_the_one_above_decided():
    def who(found):
        return [one for one in ("INFRA", "DESP", "HAC") if found.waits_for(one, "INFRA")]

    assert ["DESP"] == who(contest(APPEAL, superior="DESP"))
    assert ["INFRA", "DESP"] == who(contest(APPEAL, decided(APPEAL), superior="DESP"))
    assert ["INFRA"] == who(contest(REPOSITION))
    assert ["INFRA"] == who(contest(REPOSITION, decided()))
