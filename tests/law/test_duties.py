from datetime import date

import pytest

from pqrs.law import (
    Appealed,
    Breached,
    Completed,
    CompletionRequested,
    Delivered,
    DutyMet,
    Kind,
    LawError,
    Paused,
    PauseGround,
    Readings,
    Rejected,
    RejectionGround,
    Remedy,
    Replied,
    Resumed,
    Returned,
    Transferred,
    clock_named,
    clocks,
    duties,
    lawful_duties,
    transfer_by,
)
from tests.law.histories import CALENDAR, filed, moment, stand

ASKED = CompletionRequested(moment("2026-02-06T09:00"))
REPLIED = Replied(moment("2026-02-18T10:00"), 1)
DELIVERED = Delivered(moment("2026-02-19T10:00"), "opened")
APPEALED = Appealed(moment("2026-02-25T10:00"), Remedy.APPEAL)


def owed(*events, kind=Kind.PRIVATE_INTEREST, readings=Readings(), **more):  # noqa: B008 - frozen
    told = (filed(kind, parts=more.get("parts", ())), *events)
    found = duties(stand(*events, kind=kind, **more), told, CALENDAR, readings)
    return {duty.name: duty for duty in found}


def test_all_clocks_of_a_new_petition_run_at_once():
    found = owed()
    assert {
        "acknowledge": date(2026, 2, 3),
        "transfer": date(2026, 2, 9),
        "ask_completion": date(2026, 2, 16),
        "answer": date(2026, 2, 23),
        "negative_silence": date(2026, 5, 4),
    } == {name: duty.due_on for name, duty in found.items()}
    assert date(2026, 2, 2) == found["acknowledge"].done_on
    assert moment("2026-02-03T10:00") == found["acknowledge"].due_at
    assert found["negative_silence"].on_silence


def test_they_come_in_order_and_undated_last():
    dates = [duty.due_on for duty in duties(stand(ASKED), (filed(), ASKED), CALENDAR)]
    dated = [day for day in dates if day]
    assert [*sorted(dated), None] == dates


def test_the_petitioner_owes_what_is_missing_or_unclear():
    assert ("petitioner", date(2026, 3, 6)) == (
        owed(ASKED)["complete"].owner,
        owed(ASKED)["complete"].due_on,
    )
    assert date(2026, 2, 6) == owed(ASKED)["ask_completion"].done_on
    assert date(2026, 2, 19) == owed(Returned(moment("2026-02-05T10:00")))["clarify"].due_on
    assert "complete" not in owed(ASKED, Completed(moment("2026-02-10T10:00")))


def test_a_data_claim_has_clocks_of_its_own():
    found = owed(kind=Kind.DATA_CLAIM)
    assert {
        "transfer_data_claim": date(2026, 2, 4),
        "mark_data_claim": date(2026, 2, 4),
        "ask_data_completion": date(2026, 2, 9),
    } == {name: found[name].due_on for name in found if "data" in name}
    assert date(2026, 4, 6) == owed(ASKED, kind=Kind.DATA_CLAIM)["data_withdrawn"].due_on


def test_after_positive_silence_copies_are_owed():
    found = owed(kind=Kind.DOCUMENTS)["hand_copies"]
    assert (date(2026, 2, 19), True) == (found.due_on, found.on_silence)
    early = owed(kind=Kind.DOCUMENTS, readings=Readings(silence_copies_from="art_84"))
    assert date(2026, 2, 18) == early["hand_copies"].due_on
    assert "hand_copies" not in owed(ASKED, kind=Kind.DOCUMENTS)


def test_after_a_utilitys_silence_its_effects_are_owed_in_72_hours():
    found = owed(kind=Kind.PUBLIC_UTILITY)["grant_utility"]
    assert date(2026, 2, 26) == found.due_on


def test_a_signed_answer_is_to_be_notified_and_no_longer_transferred():
    found = owed(REPLIED)
    assert date(2026, 2, 25) == found["summon"].due_on
    assert "transfer" not in found


def test_after_the_answer_come_the_appeal_and_its_decision():
    found = owed(REPLIED, DELIVERED, APPEALED)
    assert (date(2026, 3, 5), date(2026, 2, 25)) == (
        found["file_appeal"].due_on,
        found["file_appeal"].done_on,
    )
    assert date(2026, 4, 27) == found["appeal_silence"].due_on
    sooner = owed(REPLIED, DELIVERED, APPEALED, readings=Readings(appeal_decision_target="15_bd"))
    assert date(2026, 3, 18) == sooner["appeal_silence"].due_on


def test_what_was_transferred_owes_nothing_more_here():
    found = owed(Transferred(moment("2026-02-05T10:00"), "CVC"))
    assert {"acknowledge", "answer"} == set(found)


def test_every_clock_is_found_by_name_and_by_code():
    for clock in clocks():
        assert clock is clock_named(clock.name) is clock_named(clock.code)
        assert clock.citation.norm
        assert clock.owner in {"entity", "petitioner", "parties", "body"}
    with pytest.raises(LawError, match="AUX_NADA"):
        clock_named("AUX_NADA")


def test_each_part_of_a_mixed_petition_is_answered_by_its_day():
    parts = (Kind.CLAIM, Kind.DOCUMENTS)
    told = (filed(Kind.MIXED, parts=parts),)
    found = duties(stand(kind=Kind.MIXED, parts=parts), told, CALENDAR)
    assert [(Kind.DOCUMENTS, date(2026, 2, 16)), (Kind.CLAIM, date(2026, 2, 23))] == [
        (duty.kind, duty.due_on) for duty in found if duty.name == "answer"
    ]
    assert {"hand_copies", "negative_silence"} <= {duty.name for duty in found}
    copies = next(duty for duty in found if duty.name == "hand_copies")
    assert date(2026, 2, 19) == copies.due_on, "three days after its own part"


def test_once_the_silence_is_on_record_the_copies_are_owed_whatever_comes():
    late = Breached(moment("2026-02-17T00:00"), date(2026, 2, 16), (Kind.DOCUMENTS,))
    assert owed(kind=Kind.DOCUMENTS)["hand_copies"].on_silence
    assert not owed(late, kind=Kind.DOCUMENTS)["hand_copies"].on_silence


def test_an_answer_about_information_is_published_without_a_number_of_days():
    found = owed(REPLIED, DELIVERED, kind=Kind.INFORMATION)["publish_answer"]
    assert (None, True, "Ley 1712 de 2014, artículo 14") == (
        found.due_on,
        found.is_undated,
        str(found.citation),
    )
    assert "publish_answer" not in owed(REPLIED, DELIVERED)


def test_what_is_not_notified_in_person_is_notified_by_notice():
    assert date(2026, 3, 4) == owed(REPLIED)["send_notice"].due_on
    assert "send_notice" not in owed(REPLIED, DELIVERED)
    rejected = Rejected(moment("2026-02-18T10:00"), RejectionGround.DISRESPECTFUL, "Resolución 8")
    assert {"summon", "send_notice", "file_appeal"} <= set(owed(rejected))
    told = Delivered(moment("2026-02-26T10:00"), "post", date(2026, 2, 20))
    assert date(2026, 2, 20) == owed(rejected, told)["summon"].done_on
    assert "send_notice" not in owed(rejected, told)
    assert date(2026, 3, 6) == owed(rejected, told)["file_appeal"].due_on


def test_an_impediment_is_sent_on_in_three_days():
    found = owed(Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT))["send_impediment"]
    assert date(2026, 2, 10) == found.due_on
    conflict = Paused(moment("2026-02-05T10:00"), PauseGround.COMPETENCE_CONFLICT)
    assert "send_impediment" not in owed(conflict)


MARKED = DutyMet(moment("2026-02-06T10:00"), "mark_data_claim", date(2026, 2, 4))
SENT = DutyMet(moment("2026-02-12T10:00"), "send_impediment", date(2026, 2, 11))
IMPEDED = Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT)


def test_what_somebody_noted_as_done_is_crossed_out_with_its_day():
    """Received Monday 2 February: the words by the 4th. Impeded on the 5th: sent by the 10th."""
    marked = owed(MARKED, kind=Kind.DATA_CLAIM)["mark_data_claim"]
    assert date(2026, 2, 4) == marked.due_on == marked.done_on
    late = owed(IMPEDED, SENT)["send_impediment"]
    assert (date(2026, 2, 10), date(2026, 2, 11)) == (late.due_on, late.done_on)


def test_another_impediment_is_sent_again():
    again = Paused(moment("2026-02-16T10:00"), PauseGround.IMPEDIMENT)
    told = (IMPEDED, SENT, Resumed(moment("2026-02-13T10:00")), again)
    found = owed(*told)["send_impediment"]
    assert (date(2026, 2, 19), None) == (found.due_on, found.done_on)
    assert ("send_impediment",) == lawful_duties.to_note(stand(*told))


@pytest.mark.parametrize(
    ("events", "name", "on", "rule"),
    [
        ((), "mark_data_claim", date(2026, 2, 2), None),
        ((), "mark_data_claim", date(2026, 2, 1), "duty_day"),
        ((), "mark_data_claim", date(2026, 2, 21), "duty_day"),
        ((MARKED,), "mark_data_claim", date(2026, 2, 5), "duty_met"),
        ((MARKED,), "", None, "duty_none"),
        ((), "send_impediment", date(2026, 2, 5), "duty_none"),
        ((IMPEDED,), "send_impediment", date(2026, 2, 5), None),
        ((IMPEDED,), "send_impediment", date(2026, 2, 4), "duty_day"),
        ((), "answer", date(2026, 2, 5), "duty_none"),
        ((REPLIED, DELIVERED), "mark_data_claim", date(2026, 2, 5), "duty_none"),
    ],
)
def test_what_may_be_noted_as_done(events, name, on, rule):
    claim = stand(*events, kind=Kind.DATA_CLAIM)
    found = lawful_duties.note_duty(claim, name, on, date(2026, 2, 20))
    assert rule == (found.rule if found else None)


def test_an_answer_that_was_published_owes_it_no_more():
    told = (filed(Kind.INFORMATION), REPLIED, DELIVERED)
    known = stand(REPLIED, DELIVERED, kind=Kind.INFORMATION)
    found = duties(known, told, CALENDAR, published_on=date(2026, 3, 2))
    assert [date(2026, 3, 2)] == [one.done_on for one in found if one.name == "publish_answer"]


def test_a_figure_to_be_confirmed_says_so():
    assert not owed(kind=Kind.OPPOSITION)["answer"].is_confirmed
    assert owed()["answer"].is_confirmed
    assert not owed()["acknowledge"].is_confirmed


def test_the_days_to_pass_it_on_count_from_its_receipt():
    received = date(2026, 2, 2)
    assert date(2026, 2, 9) == transfer_by(Kind.CLAIM, received, CALENDAR)
    assert date(2026, 2, 4) == transfer_by(Kind.DATA_CLAIM, received, CALENDAR)
