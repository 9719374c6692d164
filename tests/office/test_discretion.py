"""Who may be in fear, and whose answer everybody may not read."""

import pytest

from pqrs.law import IdentityLevel, Kind, Phase
from pqrs.office import CaseFacts
from pqrs.office.discretion import is_discreet, is_guarded, is_secret


@pytest.mark.parametrize(
    ("kind", "identity", "named", "discreet", "secret"),
    [
        (Kind.CLAIM, IdentityLevel.NAMED, (), False, False),
        (Kind.CLAIM, IdentityLevel.ANONYMOUS, (), True, False),
        (Kind.CLAIM, IdentityLevel.RESERVED, (), True, True),
        (Kind.REPORT, IdentityLevel.NAMED, (), True, True),
        (Kind.COMPLAINT, IdentityLevel.NAMED, ("PLAN",), False, True),
    ],
)
def test_a_report_a_name_kept_back_and_whoever_is_complained_about(
    kind, identity, named, discreet, secret
):
    facts = CaseFacts(
        department="CI",
        kind=kind,
        identity=identity,
        phase=Phase.REPLIED,
        waits_for_routing=False,
        named_departments=named,
    )

    assert (discreet, secret) == (is_discreet(kind, identity), is_secret(facts))
    assert (discreet or secret) == is_guarded(facts)
