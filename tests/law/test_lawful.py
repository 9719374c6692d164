from datetime import date

import pytest

from pqrs.law import (
    Annulled,
    Completed,
    CompletionExtended,
    CompletionRequested,
    ContinuedOfficially,
    Decision,
    Delivered,
    Extended,
    Kind,
    Paused,
    PauseGround,
    Readings,
    Rejected,
    RejectionGround,
    Remedy,
    Replied,
    Returned,
    Transferred,
    Withdrawn,
    lawful,
    lawful_contests,
    lawful_duties,
    lawful_third_parties,
    ways_of,
)
from tests.law.histories import CALENDAR, filed, moment, stand

TODAY = date(2026, 2, 10)
LATE = date(2026, 2, 24)
ASKED = CompletionRequested(moment("2026-02-06T09:00"))
RETURNED = Returned(moment("2026-02-05T10:00"))
COMPLETED = Completed(moment("2026-02-07T09:00"))
RETURNED_LATER = Returned(moment("2026-02-09T09:00"))
PAUSED = Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT)
REPLIED = Replied(moment("2026-02-18T10:00"), 1)
DELIVERED = Delivered(moment("2026-02-19T10:00"), "opened")
MOVED = Transferred(moment("2026-02-05T10:00"), "CVC")
ANNULLED = Annulled(moment("2026-02-05T10:00"), "doble")

REJECTED = Rejected(moment("2026-02-18T10:00"), RejectionGround.DISRESPECTFUL, "Resolución 8")
GRANTED = stand(kind=Kind.DOCUMENTS)
LAST_DAY, AFTER_SILENCE = date(2026, 2, 16), date(2026, 2, 17)

TAKEN_BACK = Withdrawn(moment("2026-02-05T10:00"), tacitly=False)
GONE_ON = ContinuedOfficially(moment("2026-02-06T10:00"), "es de todos", "Resolución 14")
WITHDRAWN, OFFICIAL = stand(TAKEN_BACK), stand(TAKEN_BACK, GONE_ON)
OPEN, WAITING, UNCLEAR, STOPPED = stand(), stand(ASKED), stand(RETURNED), stand(PAUSED)
SIGNED, CLOSED, GONE, VOID = (
    stand(REPLIED),
    stand(REPLIED, DELIVERED),
    stand(MOVED),
    stand(ANNULLED),
)


def rule(refusal):
    """The refusal's rule after checking that it can be read and cites a norm."""
    if refusal is None:
        return None
    assert "{" not in str(refusal)
    assert refusal.citation
    return refusal.rule


HISTORIES = {CLOSED: (REPLIED, DELIVERED)}


def appeal(standing, today=date(2026, 3, 5), remedy=Remedy.RECONSIDERATION, events=None):
    told = (filed(), *(HISTORIES.get(standing, ()) if events is None else events))
    return lawful_contests.appeal(ways_of(told, standing, today, CALENDAR), remedy, today)


def of(standing):
    """The first thing presented against it; those that follow it are in `test_contests.py`."""
    return next(iter(standing.contests), None)


ACTS = {
    "assign": lawful.assign,
    "draft": lawful.draft,
    "reply": lawful.reply,
    "deliver": lawful.deliver,
    "post_notice": lawful.post_notice,
    "transfer": lambda standing: lawful.transfer(standing, TODAY),
    "reclassify": lawful.reclassify,
    "extend": lambda standing: lawful.extend(standing, TODAY),
    "request_completion": lambda standing: lawful.request_completion(standing, TODAY),
    "extend_completion": lambda standing: lawful.extend_completion(standing, TODAY),
    "complete": lawful.complete,
    "return_unclear": lambda standing: lawful.return_unclear(standing, TODAY),
    "pause": lambda standing: lawful.pause(standing, TODAY),
    "resume": lawful.resume,
    "note_duty": lawful_duties.note_duty,
    "tell": lawful_third_parties.tell,
    "hear": lawful_third_parties.hear,
    "reject": lambda standing: lawful.reject(standing, TODAY),
    "withdraw": lawful.withdraw,
    "continue_officially": lawful.continue_officially,
    "withdraw_tacitly": lambda standing: lawful.withdraw_tacitly(standing, TODAY),
    "add_text": lawful.add_text,
    "converse": lawful.converse,
    "decide": lambda standing: lawful.decide(standing, TODAY, Decision.RESPONDED),
    "appeal": appeal,
    "order_evidence": lambda standing: lawful_contests.order_evidence(
        of(standing), TODAY, CALENDAR
    ),
    "decide_appeal": lambda standing: lawful_contests.decide_appeal(of(standing)),
    "close_evidence": lambda standing: lawful_contests.close_evidence(
        of(standing), TODAY, CALENDAR
    ),
    "share_evidence": lambda standing: lawful_contests.share_evidence(of(standing)),
    "reject_appeal": lambda standing: lawful_contests.reject_appeal(of(standing)),
    "receive_insistence": lambda standing: lawful_contests.receive_insistence(of(standing)),
    "send_insistence": lambda standing: lawful_contests.send_insistence(of(standing)),
    "interrupt_insistence": lambda standing: lawful_contests.interrupt_insistence(
        of(standing), CALENDAR
    ),
    "end_interruption": lambda standing: lawful_contests.end_interruption(of(standing)),
    "rule_insistence": lambda standing: lawful_contests.rule_insistence(of(standing)),
    "notify_appeal": lambda standing: lawful_contests.notify_appeal(of(standing)),
    "annul": lambda standing: lawful.annul(standing, TODAY),
    "deny_documents": lambda standing: lawful.deny_documents(standing, TODAY),
}
ALWAYS = {"add_text", "converse", "assign", "decide", "draft", "reply", "transfer", "reclassify",
          "reject", "withdraw", "annul", "deny_documents", "tell", "hear"}  # fmt: skip
POSSIBLE = [
    (OPEN, ALWAYS | {"extend", "request_completion", "return_unclear", "pause"}),
    (WAITING, ALWAYS | {"extend", "extend_completion", "complete"}),
    (UNCLEAR, ALWAYS | {"extend", "complete"}),
    (STOPPED, ALWAYS | {"extend", "resume", "note_duty"}),
    (
        SIGNED,
        {
            "assign",
            "converse",
            "decide",
            "draft",
            "reply",
            "deliver",
            "post_notice",
            "withdraw",
            "deny_documents",
            "hear",
        },
    ),
    (CLOSED, {"appeal", "converse", "hear"}),
    (WITHDRAWN, {"annul", "continue_officially", "converse", "hear"}),
    (OFFICIAL, (ALWAYS | {"extend", "pause"}) - {"reject", "withdraw"}),
    (GONE, {"annul"}),
    (VOID, set()),
]


@pytest.mark.parametrize(
    ("standing", "possible"),
    POSSIBLE,
    ids=[
        "open",
        "waiting",
        "unclear",
        "stopped",
        "signed",
        "closed",
        "withdrawn",
        "official",
        "gone",
        "void",
    ],
)
def test_what_may_happen_where_it_stands(standing, possible):
    assert possible == {name for name, act in ACTS.items() if rule(act(standing)) is None}


def test_every_act_of_the_room_is_tried():
    public = {
        name
        for room in (lawful, lawful_contests, lawful_third_parties)
        for name, value in vars(room).items()
        if callable(value) and value.__module__ == room.__name__ and not name.startswith("_")
    }
    assert public | {"note_duty"} == set(ACTS), "the rest of that room only says which are owed"


WHY = [
    (lawful.extend(OPEN, date(2026, 2, 23), 30), None),
    (lawful.extend(OPEN, LATE, 30), "extension_late"),
    (lawful.extend(OPEN, TODAY, 31), "extension_above"),
    (lawful.extend(OPEN, TODAY, 15), "extension_shorter"),
    (lawful.extend(stand(kind=Kind.CONGRESS), date(2026, 2, 4), 10), "extension_none"),
    (lawful.extend(stand(kind=Kind.DATA_QUERY), TODAY, 16), "extension_above"),
    (
        lawful.extend(stand(Extended(moment("2026-02-09T10:00"), 30)), TODAY),
        "extension_shorter",
    ),
    (
        lawful.extend(WAITING, TODAY, 30, Readings(extension_after_pause=False)),
        "extension_after_pause",
    ),
    (lawful.extend(SIGNED, TODAY, 30), "already_replied"),
    (lawful.request_completion(OPEN, date(2026, 2, 17)), "completion_late"),
    (
        lawful.request_completion(OPEN, date(2026, 2, 17), Readings(late_requirement_stops=True)),
        None,
    ),
    (
        lawful.request_completion(OPEN, LATE, Readings(late_requirement_stops=True)),
        "stop_late",
    ),
    (lawful.request_completion(WAITING, TODAY), "already_stopped"),
    (lawful.extend_completion(WAITING, date(2026, 3, 7)), "completion_extension_late"),
    (
        lawful.extend_completion(
            stand(ASKED, CompletionExtended(moment("2026-02-20T10:00"))), TODAY
        ),
        "completion_extended_once",
    ),
    (lawful.extend_completion(UNCLEAR, TODAY), "completion_not_asked"),
    (lawful.return_unclear(OPEN, LATE), "stop_late"),
    (lawful.pause(OPEN, LATE), "stop_late"),
    (lawful.resume(WAITING), "not_paused"),
    (lawful.withdraw_tacitly(WAITING, date(2026, 3, 6)), "withdraw_early"),
    (lawful.withdraw_tacitly(WAITING, date(2026, 3, 7)), None),
    (lawful.withdraw_tacitly(UNCLEAR, date(2026, 2, 20)), None),
    (lawful.withdraw_tacitly(CLOSED, TODAY), "ended_closed"),
    (lawful.continue_officially(OPEN), "continue_not_withdrawn"),
    (lawful.continue_officially(CLOSED), "continue_not_withdrawn"),
    (
        lawful.continue_officially(
            stand(ASKED, Withdrawn(moment("2026-03-09T10:00"), tacitly=True))
        ),
        "continue_not_withdrawn",
    ),
    (lawful.continue_officially(stand(TAKEN_BACK, ANNULLED)), "continue_not_withdrawn"),
    (lawful.continue_officially(OFFICIAL), "continued"),
    (lawful.withdraw(OFFICIAL), "continued"),
    (lawful.request_completion(OFFICIAL, TODAY), "continued"),
    (lawful.return_unclear(OFFICIAL, TODAY), "continued"),
    (lawful.reject(OFFICIAL, TODAY), "continued"),
    (lawful.reclassify(OPEN, Kind.PRIVATE_INTEREST), "same_kind"),
    (lawful.reclassify(OPEN, Kind.INFORMATION), None),
    (
        lawful.reclassify(stand(kind=Kind.MIXED, parts=(Kind.CLAIM, Kind.INFORMATION)), Kind.MIXED),
        None,
    ),
    (lawful.deliver(OPEN), "deliver_nothing"),
    (lawful.post_notice(SIGNED, date(2026, 2, 18)), "notice_there"),
    (lawful.deliver(CLOSED), "ended_closed"),
    (lawful.deliver(SIGNED, date(2026, 2, 18), date(2026, 2, 20)), None),
    (lawful.deliver(SIGNED, date(2026, 2, 20), date(2026, 2, 20)), None),
    (lawful.deliver(SIGNED, date(2026, 2, 17), date(2026, 2, 20)), "delivered_day"),
    (lawful.deliver(SIGNED, date(2026, 2, 21), date(2026, 2, 20)), "delivered_day"),
    (lawful.deliver(stand(REJECTED)), None),
    (lawful.deliver(stand(REJECTED), date(2026, 2, 17), date(2026, 2, 20)), "delivered_day"),
    (lawful.deliver(stand(REJECTED, DELIVERED)), "delivered_already"),
    (lawful.reject(GRANTED, AFTER_SILENCE), "deemed_granted"),
    (lawful.reject(GRANTED, LAST_DAY), None),
    (lawful.transfer(GRANTED, AFTER_SILENCE), "deemed_granted"),
    (lawful.transfer(GRANTED, LAST_DAY), None),
    (lawful.annul(GRANTED, AFTER_SILENCE), "deemed_granted"),
    (lawful.annul(GRANTED, LAST_DAY), None),
    (lawful.withdraw_tacitly(GRANTED, AFTER_SILENCE), "deemed_granted"),
    (
        lawful.extend_completion(stand(ASKED, kind=Kind.DATA_CLAIM), TODAY),
        "completion_extension_none",
    ),
    (
        lawful.extend_completion(stand(ASKED, COMPLETED, RETURNED_LATER), TODAY),
        "completion_not_asked",
    ),
    (lawful.annul(VOID, TODAY), "annulled"),
    (lawful.assign(GONE), "ended_transferred"),
    (lawful.assign(OPEN, complained_about=True), "conflict_of_interest"),
    (lawful.reply(VOID), "ended_annulled"),
    (lawful.deny_documents(stand(kind=Kind.DOCUMENTS), TODAY), None),
    (
        lawful.deny_documents(stand(kind=Kind.DOCUMENTS), date(2026, 2, 17)),
        "deemed_granted",
    ),
]


@pytest.mark.parametrize(
    ("refusal", "expected"), WHY, ids=[f"{n} {why}" for n, (_, why) in enumerate(WHY)]
)
def test_why_not(refusal, expected):
    assert expected == rule(refusal)


def test_completion_is_asked_once():
    again = stand(ASKED, Completed(moment("2026-02-09T10:00")))
    refusal = lawful.request_completion(again, TODAY)
    assert "completion_once" == rule(refusal)
    assert "ya se pidió el viernes 6 de febrero de 2026" in str(refusal)


def test_a_late_answer_is_still_an_answer():
    assert lawful.reply(OPEN) is None
    assert OPEN.is_overdue(LATE)
