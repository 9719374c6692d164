"""Third persons whom the decision may affect (CPACA art. 37): owed until told, and when."""

from datetime import date

import pytest

from pqrs.law import (
    Corrected,
    Delivered,
    Kind,
    Means,
    Replied,
    ThirdMeans,
    ThirdPartyHeard,
    ThirdPartyNoted,
    ThirdPartyTold,
    Transferred,
    Withdrawn,
    lawful_third_parties,
)
from tests.law.histories import moment, stand

NOTED = ThirdPartyNoted(moment("2026-02-04T10:00"), 1)
TOLD = ThirdPartyTold(moment("2026-02-06T10:00"), ThirdMeans.ADDRESS, date(2026, 2, 5), 2)
HEARD = ThirdPartyHeard(moment("2026-02-09T10:00"), date(2026, 2, 9), 3)
REPLIED = Replied(moment("2026-02-10T10:00"), 1)
DELIVERED = Delivered(moment("2026-02-11T10:00"), Means.OPENED)
WITHDRAWN = Withdrawn(moment("2026-02-10T10:00"), tacitly=False)
UNTOLD = Corrected(moment("2026-02-07T10:00"), 3, None, "era otro caso")
AGAIN = ThirdPartyNoted(moment("2026-02-09T10:00"), 4)


@pytest.mark.parametrize(
    ("events", "owes", "told_on"),
    [
        ((), False, None),
        ((NOTED,), True, None),
        ((NOTED, TOLD), False, date(2026, 2, 5)),
        ((TOLD, HEARD), False, date(2026, 2, 5)),
        ((NOTED, TOLD, AGAIN), True, date(2026, 2, 5)),
        ((NOTED, TOLD, UNTOLD), True, None),
        ((NOTED, REPLIED), False, None),
        ((NOTED, WITHDRAWN), False, None),
    ],
)
def test_they_are_owed_from_when_they_were_noticed_until_they_are_told(events, owes, told_on):
    found = stand(*events)
    assert (owes, told_on) == (found.owes_third_parties, found.third_told_on)


def test_no_date_of_the_case_moves():
    assert stand().due_on == stand(NOTED, TOLD, HEARD).due_on


RECEIVED, TODAY = date(2026, 2, 2), date(2026, 2, 20)


@pytest.mark.parametrize(
    ("events", "kind", "on", "tell", "hear"),
    [
        ((), Kind.PRIVATE_INTEREST, RECEIVED, None, None),
        ((), Kind.PRIVATE_INTEREST, TODAY, None, None),
        ((), Kind.PRIVATE_INTEREST, date(2026, 2, 1), "third_day", "third_day"),
        ((), Kind.PRIVATE_INTEREST, date(2026, 2, 21), "third_day", "third_day"),
        ((NOTED, TOLD), Kind.CLAIM, TODAY, None, None),
        ((), Kind.REPORT, TODAY, "third_report", "third_report"),
        ((REPLIED,), Kind.CLAIM, TODAY, "already_replied", None),
        ((REPLIED, DELIVERED), Kind.CLAIM, TODAY, "already_replied", None),
        ((WITHDRAWN,), Kind.CLAIM, TODAY, "ended_closed", None),
        (
            (Transferred(moment("2026-02-04T10:00"), "CVC", ""),),
            Kind.CLAIM,
            TODAY,
            "ended_transferred",
            "ended_transferred",
        ),
    ],
)
def test_when_they_may_be_told_and_heard(events, kind, on, tell, hear):
    standing = stand(*events, kind=kind)
    found = (
        lawful_third_parties.tell(standing, on, TODAY),
        lawful_third_parties.hear(standing, on, TODAY),
    )
    assert (tell, hear) == tuple(one and one.rule for one in found)
    assert all(one.citation for one in found if one)


def test_a_report_among_several_parts_keeps_all_of_it():
    mixed = stand(kind=Kind.MIXED, parts=(Kind.CLAIM, Kind.REPORT))
    refusal = lawful_third_parties.tell(mixed)
    assert "third_report" == refusal.rule
    assert "Es una denuncia" in str(refusal)
    assert "artículo 37" in str(refusal)
