"""Who may be in fear, and whose answer everybody may not read."""

from datetime import UTC, datetime

import pytest

from pqrs.law import Channel, Filed, IdentityLevel, Kind, Phase, PriorityGround
from pqrs.office import CaseFacts
from pqrs.office.discretion import (
    is_discreet,
    is_guarded,
    is_secret,
    may_be_named,
    may_be_public,
)

NOW = datetime(2026, 3, 16, tzinfo=UTC)
CLAIMED = Filed(NOW, NOW, Kind.CLAIM, Channel.WEB)
REPORTED = (
    Filed(NOW, NOW, Kind.REPORT, Channel.WEB),
    Filed(NOW, NOW, Kind.MIXED, Channel.WEB, parts=(Kind.CLAIM, Kind.REPORT)),
)


@pytest.mark.parametrize(
    ("kind", "identity", "facts", "discreet", "secret"),
    [
        (Kind.CLAIM, IdentityLevel.NAMED, {}, False, False),
        (Kind.CLAIM, IdentityLevel.ANONYMOUS, {}, True, False),
        (Kind.CLAIM, IdentityLevel.RESERVED, {}, True, True),
        (Kind.REPORT, IdentityLevel.NAMED, {}, True, True),
        (Kind.MIXED, IdentityLevel.NAMED, {"holds_report": True}, True, True),
        (Kind.COMPLAINT, IdentityLevel.NAMED, {"named_departments": ("PLAN",)}, False, True),
    ],
)
def test_a_report_a_name_kept_back_and_whoever_is_complained_about(
    kind, identity, facts, discreet, secret
):
    case = CaseFacts(
        department="CI",
        kind=kind,
        identity=identity,
        phase=Phase.REPLIED,
        waits_for_routing=False,
        **facts,
    )

    assert (discreet, secret) == (case.is_discreet, is_secret(case))
    assert (discreet or secret) == is_guarded(case, CLAIMED)
    assert all(is_guarded(case, filed) for filed in REPORTED)
    if kind is not Kind.MIXED:
        assert discreet == is_discreet(kind, identity)


@pytest.mark.parametrize(
    ("kind", "identity", "filed", "grounds", "named"),
    [
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (), True),
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (PriorityGround.OLDER.value,), True),
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (PriorityGround.CHILD.value,), False),
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (PriorityGround.ABOUT_CHILD.value,), False),
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (PriorityGround.VICTIM.value,), False),
        (Kind.CLAIM, IdentityLevel.NAMED, CLAIMED, (PriorityGround.DISABILITY.value,), False),
        (Kind.CLAIM, IdentityLevel.RESERVED, CLAIMED, (), False),
        (Kind.CLAIM, IdentityLevel.ANONYMOUS, CLAIMED, (), False),
        (Kind.REPORT, IdentityLevel.NAMED, CLAIMED, (), False),
        (Kind.CLAIM, IdentityLevel.NAMED, REPORTED[0], (), False),
    ],
)
def test_to_third_persons_only_a_name_that_nobody_kept_back(kind, identity, filed, grounds, named):
    case = CaseFacts(
        department="CI", kind=kind, identity=identity, phase=Phase.OPEN, waits_for_routing=False
    )

    assert named is may_be_named(case, filed, grounds)


@pytest.mark.parametrize(
    ("facts", "filed", "public"),
    [
        ({}, CLAIMED, True),
        ({"identity": IdentityLevel.RESERVED}, CLAIMED, True),
        ({"kind": Kind.REPORT}, CLAIMED, False),
        ({"holds_report": True}, CLAIMED, False),
        ({"named_departments": ("HAC",)}, CLAIMED, False),
        ({"named_officials": (3,)}, CLAIMED, False),
        ({}, REPORTED[0], False),
        ({}, REPORTED[1], False),
    ],
)
def test_what_somebody_is_blamed_in_nobody_reads_and_of_who_asked_no_name(facts, filed, public):
    case = CaseFacts(
        **{
            "department": "CI",
            "kind": Kind.CLAIM,
            "identity": IdentityLevel.NAMED,
            "phase": Phase.OPEN,
            "waits_for_routing": False,
        }
        | facts
    )

    assert public is may_be_public(case, filed)
    assert (public and case.identity is IdentityLevel.NAMED) is may_be_named(case, filed, ())
