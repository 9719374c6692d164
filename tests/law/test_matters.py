"""A petition of several matters: each department writes its own, and what is not ours is sent."""

import pytest

from pqrs.law import (
    Annulled,
    Assigned,
    Breached,
    Corrected,
    Delivered,
    Extended,
    Kind,
    LawError,
    Means,
    PartContributed,
    PartMoved,
    PartsSettled,
    Paused,
    PauseGround,
    Phase,
    Reclassified,
    Replied,
    duties,
    explain,
    lawful,
    lawful_matters,
)
from tests.law.histories import CALENDAR, filed, moment, stand

KINDS = (Kind.DOCUMENTS, Kind.CLAIM)
AT, LATER = moment("2026-02-03T10:00"), moment("2026-02-04T10:00")
ASSIGNED = Assigned(AT, "PLAN", "", "person")
SETTLED = PartsSettled(AT, ("GOB", "PLAN"), 1, kinds=KINDS)
SENT = PartMoved(LATER, 1, "CVC", "es de su competencia", outside=True)


def parted(*events, **how):
    """Documents of Gobierno and a claim of Planeación, which has the case."""
    return stand(SETTLED, ASSIGNED, *events, kind=Kind.MIXED, parts=KINDS, **how)


def owed(*events, parts=KINDS):
    kind = Kind.MIXED if parts else Kind.CLAIM
    told = (filed(kind, parts=parts), SETTLED, ASSIGNED, *events)
    found = duties(stand(*told[1:], kind=kind, parts=parts), told, CALENDAR)
    return {(one.name, one.owner): one for one in found}


def awaited(now):
    return [one.department for one in now.matters if now.is_awaited(one)]


def test_the_other_department_owes_its_part_by_its_own_day():
    now = parted()

    duty = owed()["contribute", "GOB"]

    assert ["GOB"] == awaited(now)
    assert ("GOB", "PLAN") == now.part_departments
    assert (now.parts[0].due_on, None, Kind.DOCUMENTS) == (duty.due_on, duty.done_on, duty.kind)
    assert now.parts[0].due_on < now.parts[1].due_on


def test_without_a_term_of_its_own_it_has_the_whole_petitions():
    duty = owed(parts=())["contribute", "GOB"]
    assert (stand(kind=Kind.CLAIM).due_on, None) == (duty.due_on, duty.kind)


def test_what_it_wrote_is_done_and_the_newest_counts():
    events = PartContributed(AT, 1, 2), PartContributed(LATER, 1, 3)
    now = parted(*events)
    assert ([], 3) == (awaited(now), now.matters[0].version)
    assert LATER.date() == owed(*events)["contribute", "GOB"].done_on
    assert LATER.date() == owed(*events, Annulled(LATER, ""))["contribute", "GOB"].done_on


@pytest.mark.parametrize(
    ("events", "who"),
    [
        ((PartMoved(AT, 1, "", "no es mío"),), []),
        ((PartMoved(AT, 1, "HAC", "es de rentas"),), ["HAC"]),
        ((Assigned(LATER, "GOB", "", "person"),), ["PLAN"]),
        ((Assigned(LATER, "SERV", "", "intake"),), ["GOB", "PLAN"]),
        ((Replied(LATER, 1),), []),
        ((Annulled(LATER, ""),), []),
        ((PartsSettled(LATER, ("HAC", "PLAN"), 2),), ["HAC"]),
        ((PartsSettled(LATER),), []),
    ],
)
def test_who_is_waited_for_follows_the_case(events, who):
    assert who == awaited(parted(*events))


def test_decided_again_what_was_written_stays_where_its_department_does():
    again = PartsSettled(LATER, ("GOB", "HAC"), 3)
    assert [2, None] == [one.version for one in parted(PartContributed(AT, 1, 2), again).matters]


def test_who_said_no_and_why_is_known():
    matter = parted(PartMoved(AT, 1, "", "es de rentas")).matters[0]
    assert ("", "GOB", "es de rentas") == (matter.department, matter.moved_from, matter.reason)


def test_what_is_sent_away_has_no_term_here_and_the_rest_goes_on():
    before, now = parted(), parted(SENT)
    assert [None, before.parts[1].due_on] == [part.due_on for part in now.parts]
    assert now.parts[1].due_on == now.due_on
    assert ("PLAN",) == now.part_departments
    found = owed(SENT)
    assert LATER.date() == found["transfer_part", "entity"].done_on
    assert Kind.CLAIM is found["answer", "entity"].kind
    told = (filed(Kind.MIXED, parts=KINDS), SETTLED, ASSIGNED, SENT)
    assert [Kind.CLAIM] == [one.part.kind for one in explain(told, CALENDAR).parts]


def test_of_one_kind_again_nothing_of_its_term_is_gone():
    now = parted(SENT, Reclassified(LATER, Kind.CLAIM, "es uno"))
    assert (stand(kind=Kind.CLAIM).due_on, frozenset()) == (now.due_on, now.gone)


def test_a_stop_looks_at_what_is_left():
    late = moment("2026-05-04T10:00")
    assert parted(SENT, Paused(late, PauseGround.IMPEDIMENT)).stop is None


def test_an_extension_is_for_what_is_left():
    now = parted(SENT, Extended(LATER, 25))
    assert (25, False) == (now.parts[1].total_days, bool(now.without_effect))


def test_what_was_sent_away_is_not_extended_nor_said_to_be():
    late = moment("2026-03-20T10:00")  # the claim's term is over, and the documents are not ours
    now = parted(SENT)
    assert ["extension_late"] == [
        one.rule for _on, one in parted(SENT, Extended(late, 28)).without_effect
    ]
    assert "extension_late" == rule_of(lawful.extend(now, late.date()))
    assert "extension_sent" == rule_of(lawful.extend(now, LATER.date(), place=0))
    assert lawful.extend(now, LATER.date(), place=1) is None
    alone = Extended(LATER, 20, "", (20, 0))
    assert now.parts == parted(SENT, alone).parts
    assert ["extension_shorter"] == [one.rule for _on, one in parted(SENT, alone).without_effect]


def test_while_the_clock_stands_still_what_was_sent_is_not_the_first_due():
    assert Kind.CLAIM is parted(SENT, Paused(LATER, PauseGround.IMPEDIMENT)).part.kind


LAMP_FIRST = PartsSettled(AT, ("CELSIA", "GOB"), 1, ("CELSIA",), (Kind.CLAIM, Kind.DOCUMENTS))
LAMP_SENT = PartMoved(LATER, 1, "CELSIA", "", outside=True)


@pytest.mark.parametrize("parts", [KINDS, KINDS[::-1]])
def test_each_matter_has_the_term_of_its_kind_in_whatever_order_they_were_told(parts):
    """The form that changes the kind gives the parts by name, not as the text has them."""
    mixed = Reclassified(AT, Kind.MIXED, "son dos", parts)
    now = stand(LAMP_FIRST, ASSIGNED, mixed, LAMP_SENT, kind=Kind.CLAIM)
    ten_days = stand(kind=Kind.DOCUMENTS).due_on
    assert {Kind.DOCUMENTS: ten_days, Kind.CLAIM: None} == {p.kind: p.due_on for p in now.parts}
    assert (ten_days, Kind.DOCUMENTS) == (now.due_on, now.part_of_matter(1).kind)
    assert Kind.CLAIM is now.part_of_matter(0).kind


@pytest.mark.parametrize(
    ("kinds", "parts"),
    [
        ((), KINDS),
        (KINDS, (Kind.DOCUMENTS, Kind.CONSULTATION)),
        (KINDS, (*KINDS, Kind.CONSULTATION)),
    ],
)
def test_of_terms_that_are_not_the_matters_none_is_let_go(kinds, parts):
    settled = PartsSettled(AT, ("GOB", "PLAN"), 1, kinds=kinds)
    now = stand(settled, ASSIGNED, SENT, kind=Kind.MIXED, parts=parts)
    assert (stand(kind=Kind.MIXED, parts=parts).parts, False) == (now.parts, now.is_apart)


def test_two_matters_of_one_kind_have_a_term_each():
    kinds = (Kind.CLAIM, Kind.DOCUMENTS, Kind.CLAIM)
    three = PartsSettled(AT, ("A", "B", "C"), 1, kinds=kinds)
    sent = PartMoved(LATER, 3, "CVC", "", outside=True)
    now = stand(three, ASSIGNED, sent, kind=Kind.MIXED, parts=kinds)
    assert [False, False, True] == [one.due_on is None for one in now.parts]


def test_a_kind_of_each_matter_or_of_none():
    with pytest.raises(LawError):
        PartsSettled(AT, ("GOB", "PLAN"), 1, kinds=(Kind.CLAIM,))


def test_all_that_was_sent_leaves_one_term_and_stops_as_any_other():
    both = SENT, PartMoved(LATER, 2, "CELSIA", "", outside=True)
    now = parted(*both, Paused(LATER, PauseGround.IMPEDIMENT))
    assert (frozenset(), LATER.date()) == (now.gone, now.stop.on)


@pytest.mark.parametrize("again", [PartsSettled(LATER), PartsSettled(LATER, ("HAC", "PLAN"), 3)])
def test_settled_again_what_was_sent_stays_sent(again):
    before, now = parted(SENT), parted(SENT, again)
    assert (before.matters, before.parts) == (now.matters, now.parts)
    assert ["matters_sent"] == [one.rule for _on, one in now.without_effect]


@pytest.mark.parametrize(
    ("events", "rule"),
    [
        ((), None),
        ((PartMoved(LATER, 1, "", "no es mío"),), None),
        ((SENT,), "matters_sent"),
        ((PartContributed(LATER, 2, 2),), "matters_written"),
        ((Replied(LATER, 1),), "already_replied"),
    ],
)
def test_one_or_several_is_decided_until_something_was_done_with_one(events, rule):
    assert rule == rule_of(lawful_matters.settle(parted(*events)))


def test_before_it_is_sent_there_is_a_day_to_send_it():
    outside = PartsSettled(LATER, ("GOB", "CVC"), 2, ("CVC",))
    duty = owed(outside)["transfer_part", "entity"]
    assert (moment("2026-02-09T10:00").date(), None) == (duty.due_on, duty.done_on)
    assert ("transfer_part", "entity") not in owed(outside, Annulled(LATER, ""))


def test_struck_out_it_has_no_effect():
    now = parted(Corrected(LATER, 2, None, "era uno"), PartMoved(LATER, 1, "HAC"))
    written = parted(Corrected(LATER, 2, None, "era uno"), PartContributed(LATER, 1, 2))
    assert ["matter_none"] == [one.rule for _on, one in now.without_effect]
    assert ((), ["matter_none"]) == (
        written.matters,
        [one.rule for _on, one in written.without_effect],
    )


def rule_of(refusal):
    return refusal.rule if refusal else None


@pytest.mark.parametrize(
    ("events", "matter", "rules"),
    [
        ((), 1, (None, None, None)),
        ((), 3, ("matter_none", "matter_none", "matter_none")),
        ((PartsSettled(LATER),), 1, ("matter_none", "matter_none", "matter_none")),
        ((SENT,), 1, ("matter_sent", "matter_sent", "matter_sent")),
        ((SENT,), 2, (None, None, "matter_last")),
        ((Replied(LATER, 1),), 1, (None, "already_replied", "already_replied")),
        ((Annulled(LATER, ""),), 1, ("ended_annulled", "ended_annulled", "ended_annulled")),
    ],
)
def test_what_may_be_done_with_one_of_them(events, matter, rules):
    now = parted(*events)
    asked = (
        lawful_matters.contribute(now, matter),
        lawful_matters.move(now, matter),
        lawful_matters.send(now, matter, LATER.date()),
    )
    assert rules == tuple(map(rule_of, asked))


def test_it_goes_to_another_and_what_silence_granted_stays():
    assert "matter_theirs" == rule_of(lawful_matters.move(parted(), 1, "GOB"))
    assert lawful_matters.move(parted(), 1, "HAC") is None
    late = moment("2026-04-01T10:00").date()
    assert "deemed_granted" == rule_of(lawful_matters.send(parted(), 1, late))


def test_the_silence_of_one_does_not_keep_another():
    late = moment("2026-04-01T10:00")
    breached = Breached(late, parted().parts[0].due_on, (Kind.DOCUMENTS,))
    for now in (parted(), parted(breached)):
        assert lawful_matters.send(now, 2, late.date()) is None
        assert "deemed_granted" == rule_of(lawful_matters.send(now, 1, late.date()))
    together = stand(PartsSettled(AT, ("A", "B"), 1), ASSIGNED, kind=Kind.DOCUMENTS)
    assert "deemed_granted" == rule_of(lawful_matters.send(together, 2, late.date()))


UNSENT = PartsSettled(LATER, ("CVC", "PLAN"), 2, ("CVC",), KINDS)


def test_nothing_is_signed_while_what_is_another_authority_s_was_not_sent():
    assert "matter_unsent" == rule_of(lawful_matters.sign(parted(UNSENT)))
    back = PartMoved(LATER, 1, "", "lo respondemos")
    for events in ((), (UNSENT, SENT), (UNSENT, back), (UNSENT, Replied(LATER, 1))):
        assert lawful_matters.sign(parted(*events)) is None
    assert "ended_annulled" == rule_of(lawful_matters.sign(parted(UNSENT, Annulled(LATER, ""))))
    report = stand(UNSENT, ASSIGNED, kind=Kind.MIXED, parts=(Kind.CLAIM, Kind.REPORT))
    assert lawful_matters.sign(report) is None


def test_signed_without_sending_it_the_duty_stays_and_may_be_met():
    answered = (UNSENT, Replied(LATER, 1), Delivered(LATER, Means.OPENED))
    now = parted(*answered)
    assert Phase.CLOSED is now.phase
    assert owed(*answered)["transfer_part", "entity"].done_on is None
    assert lawful_matters.send(now, 1, LATER.date()) is None
    assert "ended_closed" == rule_of(lawful_matters.send(now, 2, LATER.date()))
    sent = parted(*answered, SENT)
    assert [part.due_on for part in now.parts] == [part.due_on for part in sent.parts]
    assert LATER.date() == owed(*answered, SENT)["transfer_part", "entity"].done_on
    assert "ended_closed" == rule_of(lawful_matters.send(sent, 1, LATER.date()))
