"""A due date gone by unmet: when it is one, and that nothing later undoes it."""

from datetime import date

import pytest

from pqrs.law import (
    Annulled,
    Breached,
    Delivered,
    Extended,
    Kind,
    Paused,
    PauseGround,
    Phase,
    Reclassified,
    Replied,
    Transferred,
)
from tests.law.histories import moment, stand

DUE = date(2026, 2, 23)
AFTER = date(2026, 2, 24)
BREACH = Breached(moment("2026-02-24T08:00"), DUE, (Kind.PRIVATE_INTEREST,))


def test_the_last_day_is_in_time_and_the_next_is_not():
    assert () == stand().unrecorded_breaches(DUE)
    assert ((DUE, (Kind.PRIVATE_INTEREST,)),) == stand().unrecorded_breaches(AFTER)


def test_once_on_record_it_is_not_noted_again():
    found = stand(BREACH)

    assert () == found.unrecorded_breaches(AFTER)
    assert ((DUE,), DUE) == (found.breaches, found.breached_on)
    assert stand().breached_on is None


@pytest.mark.parametrize(
    "later",
    [
        Reclassified(moment("2026-02-25T10:00"), Kind.CONSULTATION, "Era una consulta"),
        Extended(moment("2026-02-25T10:00"), 30),
        Annulled(moment("2026-02-25T10:00"), "Repetida"),
        Transferred(moment("2026-02-25T10:00"), "EXT-CVC"),
        Replied(moment("2026-02-25T10:00"), 1),
    ],
    ids=lambda event: event.name,
)
def test_nothing_later_takes_it_away(later):
    assert (DUE,) == stand(BREACH, later).breaches


def test_another_later_date_is_another_breach():
    moved = stand(BREACH, Reclassified(moment("2026-02-25T10:00"), Kind.CONSULTATION, "x"))

    assert moved.due_on > DUE
    assert () == moved.unrecorded_breaches(moved.due_on)
    assert 1 == len(moved.unrecorded_breaches(date(2026, 12, 1)))


def test_an_earlier_date_under_other_rules_is_the_same_breach():
    late = Breached(moment("2026-02-26T08:00"), date(2026, 2, 25), (Kind.PRIVATE_INTEREST,))

    assert () == stand(late).unrecorded_breaches(date(2026, 3, 2))


@pytest.mark.parametrize(
    "events",
    [
        (Paused(moment("2026-02-05T10:00"), PauseGround.IMPEDIMENT),),
        (Transferred(moment("2026-02-05T10:00"), "EXT-CVC"),),
        (Replied(moment("2026-02-05T10:00"), 1), Delivered(moment("2026-02-06T10:00"), "opened")),
    ],
    ids=["stopped", "transferred", "answered"],
)
def test_what_owes_nothing_breaks_nothing(events):
    assert () == stand(*events).unrecorded_breaches(date(2026, 12, 1))


def test_each_part_of_a_mixed_petition_has_its_own():
    parts = (Kind.COMPLAINT, Kind.INFORMATION)
    mixed = stand(kind=Kind.MIXED, parts=parts)
    found = mixed.unrecorded_breaches(date(2026, 3, 2))

    assert [(Kind.INFORMATION,), (Kind.COMPLAINT,)] == [kinds for _, kinds in found]
    first = Breached(moment("2026-02-17T08:00"), found[0][0], found[0][1])
    rest = stand(first, kind=Kind.MIXED, parts=parts).unrecorded_breaches(date(2026, 3, 2))
    assert found[1:] == rest


SILENCE = Breached(moment("2026-02-17T08:00"), date(2026, 2, 16), (Kind.DOCUMENTS,))


def test_positive_silence_outlives_the_kind_and_the_calendar():
    other = Reclassified(moment("2026-02-18T08:00"), Kind.PRIVATE_INTEREST, "No era de documentos")

    assert stand(SILENCE, other, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))
    assert not stand(other, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))
    assert Phase.OPEN is stand(SILENCE, other, kind=Kind.DOCUMENTS).phase


def test_a_breach_without_kinds_is_of_all_parts():
    old = Breached(moment("2026-02-17T08:00"), date(2026, 2, 16))

    assert stand(old, kind=Kind.DOCUMENTS).silent
    assert not stand(old).silent


def test_a_transfer_does_not_undo_the_silence_before_it():
    late = Transferred(moment("2026-02-18T08:00"), "EXT-CVC")
    in_time = Transferred(moment("2026-02-16T08:00"), "EXT-CVC")

    assert stand(SILENCE, late, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))
    assert stand(late, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))
    assert not stand(in_time, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 12, 1))


def test_an_annulment_grants_nothing_that_silence_had_not():
    gone = Annulled(moment("2026-02-18T08:00"), "Repetida")

    assert stand(SILENCE, gone, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))
    assert not stand(gone, kind=Kind.DOCUMENTS).deemed_granted(date(2026, 2, 18))


SIGNED = Replied(moment("2026-02-16T08:00"), 1)


@pytest.mark.parametrize(
    ("reached_on", "breaches"),
    [(date(2026, 2, 16), ()), (date(2026, 2, 17), (date(2026, 2, 16),))],
    ids=["on the last day", "the day after"],
)
def test_a_delivery_written_down_later_counts_from_its_day(reached_on, breaches):
    noted = Delivered(moment("2026-02-20T08:00"), "post", reached_on)
    found = stand(SIGNED, SILENCE, noted, kind=Kind.DOCUMENTS)

    assert (reached_on, reached_on) == (found.answered_on, found.closed_on)
    assert breaches == found.breaches
    assert bool(breaches) is found.silent is found.deemed_granted(date(2026, 3, 1))
    objections = [(on, one.rule) for on, one in found.without_effect]
    assert ([] if breaches else [(date(2026, 2, 20), "breach_met")]) == objections
