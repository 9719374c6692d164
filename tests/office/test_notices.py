"""Which event tells whom."""

from datetime import datetime

import pytest

from pqrs.law import EVENTS
from pqrs.office.notices import (
    PART_BACK,
    Audience,
    Circumstances,
    leaves_at,
    tellings,
    to_holder,
)

ORDINARY = Circumstances()
ON_THE_BOARD = {"notice_posted", "notice_withdrawn"}
"""The board is itself the telling, for who has no address."""
TOLD_BY_ANOTHER = {"parts_settled", "part_moved"}
"""To each department that sees to a part, whichever that is: `acts/notify.py` asks the standing."""


UNTOLD = {"duty_met", "third_party_noted", "third_party_told", "third_party_heard"}
"""Whoever asked sees it with the case; to third persons the act itself writes."""


@pytest.mark.parametrize("event", sorted(EVENTS))
def test_every_event_says_whom_it_tells(event):
    assert bool(tellings(event, ORDINARY)) is (event not in ON_THE_BOARD | TOLD_BY_ANOTHER | UNTOLD)


def test_filing_gives_a_receipt():
    assert [(Audience.PETITIONER, "receipt")] == [
        (telling.audience, telling.letter) for telling in tellings("filed", ORDINARY)
    ]


def test_danger_to_life_is_told_at_once():
    told = tellings("filed", Circumstances(is_urgent=True))
    assert [Audience.DUTY_CONTACT] == [telling.audience for telling in told if telling.at_once]


@pytest.mark.parametrize(
    ("is_past_desk", "reader"), [(False, Audience.CLERK), (True, Audience.INTERNAL_CONTROL)]
)
def test_what_waits_for_routing_is_told_to_who_routes_it(is_past_desk, reader):
    told = tellings("filed", Circumstances(waits_for_routing=True, is_past_desk=is_past_desk))
    assert [Audience.PETITIONER, reader] == [telling.audience for telling in told]


@pytest.mark.parametrize(
    "event",
    ["completed", "text_added", "appealed", "breached", "withdrawn", "continued_officially"],
)
@pytest.mark.parametrize(
    ("is_past_desk", "reader"), [(False, Audience.CLERK), (True, Audience.INTERNAL_CONTROL)]
)
def test_what_happens_while_it_waits_is_told_to_who_routes_it(event, is_past_desk, reader):
    waiting = Circumstances(waits_for_routing=True, is_past_desk=is_past_desk)
    told = tellings(event, waiting)

    assert Audience.DEPARTMENT not in {telling.audience for telling in told}
    assert reader in {telling.audience for telling in told}
    assert len(told) == len(set(told)), "nobody gets the same letter twice"


@pytest.mark.parametrize(
    ("circumstances", "reader"),
    [
        (ORDINARY, Audience.DEPARTMENT),
        (Circumstances(waits_for_routing=True), Audience.CLERK),
        (
            Circumstances(waits_for_routing=True, is_past_desk=True, for_ombudsman=True),
            Audience.OMBUDSMAN,
        ),
    ],
)
def test_a_part_that_comes_back_is_told_to_whoever_has_the_case_or_routes_it(circumstances, reader):
    assert [reader] == [told.audience for told in to_holder(PART_BACK, circumstances)]


@pytest.mark.parametrize("event", ["filed", "petitioner_wrote", "appealed"])
def test_what_complains_about_internal_control_is_told_to_the_ombudsman(event):
    against = Circumstances(
        waits_for_routing=True, is_report=True, is_past_desk=True, for_ombudsman=True
    )
    audiences = [telling.audience for telling in tellings(event, against)]

    assert Audience.OMBUDSMAN in audiences
    assert not {Audience.INTERNAL_CONTROL, Audience.CLERK} & set(audiences)


def test_a_message_is_told_to_internal_control_only_when_it_is_a_report():
    told = tellings("petitioner_wrote", ORDINARY)
    assert [Audience.DEPARTMENT] == [telling.audience for telling in told]


@pytest.mark.parametrize(
    ("at", "leaves", "circumstances"),
    [
        ("2026-02-03T15:42:07-05:00", "2026-02-04T07:00:00-05:00", Circumstances(is_report=True)),
        ("2026-02-03T05:42:07-05:00", "2026-02-03T07:00:00-05:00", Circumstances(is_report=True)),
        ("2026-02-03T15:42:07-05:00", "2026-02-03T15:42:07-05:00", ORDINARY),
        ("2026-02-03T15:42:07-05:00", "2026-02-03T15:42:07-05:00",
         Circumstances(is_report=True, is_urgent=True)),
    ],
)  # fmt: skip
def test_the_hour_of_a_report_does_not_travel_with_its_letter(at, leaves, circumstances):
    moments = [datetime.fromisoformat(text) for text in (at, leaves)]
    assert moments[1] == leaves_at(moments[0], circumstances)


def test_an_assignment_is_the_department_s_whatever_it_was_before():
    urgent = Circumstances(is_urgent=True, waits_for_routing=True)
    assert tellings("assigned", ORDINARY) == tellings("assigned", urgent)


def test_an_unknown_event_is_an_error_of_ours():
    with pytest.raises(KeyError):
        tellings("forgotten", ORDINARY)
