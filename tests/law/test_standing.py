from datetime import date, timedelta

import pytest

from pqrs.law import (
    Annulled,
    Appealed,
    Assigned,
    Calendar,
    Channel,
    Completed,
    CompletionExtended,
    CompletionRequested,
    Corrected,
    Delivered,
    Extended,
    Filed,
    Kind,
    LawError,
    Paused,
    PauseGround,
    Phase,
    Reckoned,
    Reclassified,
    Rejected,
    RejectionGround,
    Remedy,
    Replied,
    Resumed,
    Returned,
    Transferred,
    Withdrawn,
    standing,
)
from tests.law.histories import CALENDAR, MONDAY, filed, moment, stand

DUE = date(2026, 2, 23)
REPLIED = Replied(moment("2026-02-18T10:00"), 1)
OPENED = Delivered(moment("2026-02-19T10:00"), "opened")
ASKED = CompletionRequested(moment("2026-02-06T09:00"))


def test_a_petition_just_filed_is_open_and_due():
    found = stand()
    assert (Phase.OPEN, DUE) == (found.phase, found.due_on)
    assert date(2026, 2, 2) == found.received_on == found.arrived_on
    assert (15, False, False) == (found.total_days, found.is_extended, found.was_stopped)
    assert found.department is None
    assert found.stop is None
    assert not found.waits_for_petitioner


def test_assignment_is_not_noticed_by_the_clock():
    found = stand(
        Assigned(moment(MONDAY), "A", "regla", "rule"),
        Assigned(moment("2026-02-10T10:00"), "CIUDADANO", "no es", "intake", 9, "CVC"),
    )
    assert ("CIUDADANO", 9, "CVC", "intake", DUE) == (
        found.department, found.official_id, found.competent, found.routed_by, found.due_on,
    )  # fmt: skip


def test_a_signed_reply_does_not_meet_the_term_and_its_delivery_does():
    signed = stand(REPLIED)
    assert (Phase.REPLIED, None, None) == (signed.phase, signed.answered_on, signed.closed_on)
    assert signed.is_overdue(date(2026, 2, 24))
    delivered = stand(REPLIED, OPENED)
    assert (Phase.CLOSED, date(2026, 2, 19)) == (delivered.phase, delivered.answered_on)
    assert not delivered.is_overdue(date(2026, 12, 1))
    assert DUE == delivered.due_on


def test_the_other_readings_of_when_it_is_answered():
    mailed = Delivered(moment("2026-02-19T10:00"), "mail")
    assert Phase.CLOSED is stand(REPLIED, mailed).phase
    assert Phase.REPLIED is stand(REPLIED, mailed, close_on="access").phase
    assert Phase.CLOSED is stand(REPLIED, OPENED, close_on="access").phase
    assert date(2026, 2, 18) == stand(REPLIED, close_on="dispatch").answered_on


def test_delivery_of_nothing_meets_nothing():
    assert Phase.OPEN is stand(OPENED).phase


def test_a_second_reply_or_delivery_leaves_the_first_date():
    found = stand(REPLIED, OPENED, Replied(moment("2026-03-01T10:00"), 2),
                  Delivered(moment("2026-03-02T10:00"), "opened"))  # fmt: skip
    assert (date(2026, 2, 18), date(2026, 2, 19)) == (found.replied_on, found.answered_on)


@pytest.mark.parametrize(
    ("event", "phase"),
    [
        (Transferred(moment("2026-02-05T10:00"), "CVC"), Phase.TRANSFERRED),
        (Rejected(moment("2026-02-05T10:00"), RejectionGround.DISRESPECTFUL), Phase.CLOSED),
        (Withdrawn(moment("2026-02-05T10:00"), tacitly=False), Phase.CLOSED),
        (Annulled(moment("2026-02-05T10:00"), "doble"), Phase.ANNULLED),
    ],
)
def test_what_ends_it(event, phase):
    found = stand(event, Transferred(moment("2026-02-06T10:00"), "OTRA"))
    assert (phase, date(2026, 2, 5), None) == (found.phase, found.closed_on, found.answered_on)
    assert not found.is_overdue(date(2027, 1, 1))


def test_a_number_may_be_annulled_after_the_end():
    found = stand(Transferred(moment("2026-02-05T10:00"), "CVC"),
                  Annulled(moment("2026-02-09T10:00"), "doble"))  # fmt: skip
    assert (Phase.ANNULLED, date(2026, 2, 9)) == (found.phase, found.closed_on)


def test_while_it_waits_nothing_is_due():
    found = stand(ASKED)
    assert (Phase.WAITING, None) == (found.phase, found.due_on)
    assert found.waits_for_petitioner
    assert found.was_stopped
    assert date(2026, 3, 6) == found.respond_by
    assert date(2026, 2, 6) == found.completion_asked_on
    assert not found.is_overdue(date(2030, 1, 1))
    assert found.days_left(date(2026, 2, 9), CALENDAR) is None


def test_the_month_runs_from_when_it_was_told_or_sent():
    asked = CompletionRequested(moment("2026-02-06T09:00"), moment("2026-02-10T09:00"))
    assert date(2026, 3, 10) == stand(asked).respond_by
    assert date(2026, 3, 6) == stand(asked, completion_month_from="sent").respond_by


def test_the_petitioner_gets_as_long_again_once_and_in_time():
    more = CompletionExtended(moment("2026-03-06T23:00"))
    found = stand(ASKED, more)
    assert (True, date(2026, 4, 6)) == (found.respond_extended, found.respond_by)
    assert "completion_extended_once" == stand(ASKED, more, more).without_effect[0][1].rule
    late = stand(ASKED, CompletionExtended(moment("2026-03-07T08:00")))
    assert date(2026, 3, 6) == late.respond_by
    assert "completion_extension_late" == late.without_effect[0][1].rule


def test_a_data_claim_gives_two_months():
    assert date(2026, 4, 6) == stand(ASKED, kind=Kind.DATA_CLAIM).respond_by


def test_the_two_months_of_a_data_claim_are_not_extended():
    more = CompletionExtended(moment("2026-03-01T10:00"))
    found = stand(ASKED, more, kind=Kind.DATA_CLAIM)
    assert (date(2026, 4, 6), False) == (found.respond_by, found.respond_extended)
    ((_, objection),) = found.without_effect
    assert ("completion_extension_none", "Ley 1581 de 2012, artículo 15") == (
        objection.rule,
        str(objection.citation),
    )


def test_completion_lets_it_go_on_also_after_the_month():
    found = stand(ASKED, Completed(moment("2026-04-20T10:00")))
    assert (Phase.OPEN, None, date(2026, 5, 6)) == (found.phase, found.respond_by, found.due_on)


@pytest.mark.parametrize(
    ("event", "rule"),
    [
        (Completed(moment("2026-02-10T10:00")), "completion_not_asked"),
        (CompletionExtended(moment("2026-02-10T10:00")), "completion_not_asked"),
        (Resumed(moment("2026-02-10T10:00")), "not_paused"),
        (CompletionRequested(moment("2026-02-17T10:00")), "completion_late"),
        (Extended(moment("2026-02-24T10:00"), 30), "extension_late"),
        (Extended(moment("2026-02-10T10:00"), 15), "extension_shorter"),
        (Paused(moment("2026-02-24T10:00"), PauseGround.IMPEDIMENT), "stop_late"),
    ],
)
def test_what_had_no_effect_is_kept_with_its_reason(event, rule):
    found = stand(event)
    assert [rule] == [objection.rule for _, objection in found.without_effect]
    assert DUE == found.due_on


def test_what_is_signed_or_over_does_not_wait():
    late = Paused(moment("2026-02-19T10:00"), PauseGround.IMPEDIMENT)
    for history in ((REPLIED, late), (Transferred(moment("2026-02-05T10:00"), "CVC"), late)):
        found = stand(*history)
        assert "stop_over" == found.without_effect[0][1].rule
        assert DUE == found.due_on


def test_what_is_over_asks_the_petitioner_for_nothing():
    assert not stand(
        ASKED, Withdrawn(moment("2026-02-09T10:00"), tacitly=False)
    ).waits_for_petitioner


def test_a_reply_while_it_waits_ends_the_waiting():
    found = stand(ASKED, REPLIED)
    assert Phase.REPLIED is found.phase


def test_it_waits_until_every_stop_has_ended():
    pause = Paused(moment("2026-02-06T08:00"), PauseGround.COMPETENCE_CONFLICT)
    done, resumed = Completed(moment("2026-02-10T10:00")), Resumed(moment("2026-02-12T10:00"))
    assert Phase.WAITING is stand(pause, ASKED, done).phase
    assert date(2026, 2, 27) == stand(pause, ASKED, done, resumed).due_on


def test_a_restart_while_paused_keeps_the_pause():
    pause = Paused(moment("2026-02-06T08:00"), PauseGround.IMPEDIMENT)
    done, resumed = Completed(moment("2026-02-10T10:00")), Resumed(moment("2026-02-12T10:00"))
    found = stand(ASKED, pause, done, resumed, completion_effect="restart")
    assert date(2026, 3, 5) == found.due_on
    assert 1 == len(found.earlier)


def test_clearing_up_what_was_unclear_does_not_restart():
    returned = Returned(moment("2026-02-05T10:00"), "no se entiende")
    found = stand(returned)
    assert date(2026, 2, 19) == found.respond_by
    cleared = Completed(moment("2026-02-12T10:00"))
    assert (
        stand(returned, cleared).due_on
        == stand(returned, cleared, completion_effect="restart").due_on
    )


def test_a_late_return_changes_nothing():
    found = stand(Returned(moment("2026-02-25T10:00")))
    assert (DUE, None) == (found.due_on, found.respond_by)


def test_a_mixed_petition_shows_its_first_part_and_keeps_all():
    found = stand(kind=Kind.MIXED, parts=(Kind.CONSULTATION, Kind.INFORMATION))
    assert (Kind.MIXED, Kind.INFORMATION) == (found.kind, found.part.kind)
    assert [30, 10] == [part.total_days for part in found.parts]
    assert found.due_on == found.part.due_on < found.parts[0].due_on


def test_a_part_without_duty_comes_last():
    found = stand(kind=Kind.MIXED, parts=(Kind.PRAISE, Kind.COMPLAINT), praise_days=0)
    assert Kind.COMPLAINT is found.part.kind
    assert stand(kind=Kind.PRAISE, praise_days=0).due_on is None


def test_a_stop_before_every_part_ended_stops_those_that_run():
    pause = Paused(moment("2026-02-11T10:00"), PauseGround.IMPEDIMENT)
    found = stand(pause, kind=Kind.MIXED, parts=(Kind.CONGRESS, Kind.COMPLAINT))
    assert [date(2026, 2, 9), None] == [part.due_on for part in found.parts]
    assert found.is_overdue(date(2026, 2, 10))


def test_reclassification_counts_from_the_same_start():
    found = stand(Reclassified(moment("2026-02-10T10:00"), Kind.INFORMATION, "pide un dato"))
    assert (Kind.INFORMATION, date(2026, 2, 16)) == (found.kind, found.due_on)


def test_a_correction_takes_the_place_of_what_it_corrects():
    extended = Extended(moment("2026-02-18T10:00"), 20)
    right = Corrected(moment("2026-03-01T10:00"), 2, Extended(moment("2026-02-18T10:00"), 30), "x")
    struck = Corrected(moment("2026-03-01T10:00"), 2, None, "no se avisó")
    assert date(2026, 3, 16) == stand(extended, right).due_on
    assert DUE == stand(extended, struck).due_on
    kind = Corrected(moment("2026-02-03T10:00"), 1, filed(Kind.INFORMATION), "era otra")
    assert Kind.INFORMATION is stand(kind).kind


@pytest.mark.parametrize(
    ("sequence", "replacement"),
    [(0, None), (1, None), (9, None), (3, None), (2, filed())],
)
def test_a_correction_of_nothing_is_refused(sequence, replacement):
    first = Corrected(moment("2026-02-04T10:00"), 1, filed(Kind.INFORMATION), "x")
    extended = Extended(moment("2026-02-03T10:00"), 20)
    second = Corrected(moment("2026-02-05T10:00"), sequence, replacement, "x")
    with pytest.raises(LawError):
        stand(extended, first, second)


def test_a_recomputation_and_an_appeal_move_no_date():
    found = stand(
        Reckoned(moment("2026-02-10T10:00"), DUE, DUE, "nada"),
        REPLIED,
        OPENED,
        Appealed(moment("2026-02-25T10:00"), Remedy.RECONSIDERATION),
    )
    assert (DUE, date(2026, 2, 25)) == (found.due_on, found.appealed_on)
    assert Phase.CLOSED is found.phase


@pytest.mark.parametrize("events", [(), (REPLIED,), (filed(), filed())])
def test_a_history_begins_when_it_is_filed_and_once(events):
    with pytest.raises(LawError, match="comienza cuando se radica"):
        standing(events, CALENDAR)


def test_the_last_day_is_in_time_until_midnight():
    found = stand()
    assert not found.is_overdue(DUE)
    assert found.is_overdue(DUE + timedelta(days=1))
    assert (0, 15, -2) == (
        found.days_left(DUE, CALENDAR),
        found.days_left(date(2026, 2, 2), CALENDAR),
        found.days_left(date(2026, 2, 25), CALENDAR),
    )


def test_silence_grants_documents_the_day_after_the_term():
    found = stand(kind=Kind.DOCUMENTS)
    assert not found.deemed_granted(date(2026, 2, 16))
    assert found.deemed_granted(date(2026, 2, 17))
    assert not stand(kind=Kind.INFORMATION).deemed_granted(date(2026, 3, 1))
    assert not stand(ASKED, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 3, 1))


def test_a_late_answer_does_not_undo_the_silence_and_a_transfer_does():
    assert stand(REPLIED, OPENED, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 20))
    moved = Transferred(moment("2026-02-05T10:00"), "CVC")
    assert not stand(moved, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 3, 1))
    early = Withdrawn(moment("2026-02-05T10:00"), tacitly=False)
    assert not stand(early, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 3, 1))


def test_a_closure_moves_the_date():
    closed = Calendar({date(2026, 2, 13): "Decreto 012 de 2026"})
    assert date(2026, 2, 24) == stand(calendar=closed).due_on


def test_what_arrives_out_of_range_is_refused():
    old = moment("1983-05-02T10:00")
    with pytest.raises(LawError, match="1984 a 2100"):
        standing((Filed(old, old, Kind.COMPLAINT, Channel.WEB),), CALENDAR)


def test_what_had_ended_needs_no_notice_of_a_later_act():
    moved = Transferred(moment("2026-02-05T10:00"), "CVC")
    act = Rejected(moment("2026-02-06T10:00"), RejectionGround.DISRESPECTFUL)
    found = stand(moved, act)
    assert (Phase.TRANSFERRED, None) == (found.phase, found.decided_on)


def test_a_report_is_one_alone_or_among_other_matters():
    mixed = (Kind.COMPLAINT, Kind.REPORT)
    assert stand(kind=Kind.REPORT).holds_report
    assert stand(kind=Kind.MIXED, parts=mixed).holds_report
    assert not stand(kind=Kind.COMPLAINT).holds_report
