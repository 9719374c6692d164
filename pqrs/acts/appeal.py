"""Recurrir: contest what was decided by one of the ways it has (CPACA art. 13, 26, 74 to 77)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_own_case import OwnPress, act_on_own_case, keep_own_text, wrote
from pqrs.acts.assign import check
from pqrs.law import (
    Appealed,
    Event,
    Remedy,
    Way,
    cpaca,
    lawful_contests,
    local_day,
    unreasoned,
    ways_of,
)
from pqrs.models import Petition
from pqrs.office import Pack


def appeal(session: Session, *, remedy: Remedy, body: str, **press: Unpack[OwnPress]) -> bool:
    """`body`: why. False when the same press had presented it before."""

    def decide(petition: Petition, at: datetime) -> Appealed:
        today = local_day(at)
        ways = ways_for(petition, today, press["office"].pack)
        check(lawful_contests.appeal(ways, remedy, today))
        check(unreasoned(body, cpaca("77")))
        superior = superior_for(petition, remedy, today, press["office"].pack)
        version = keep_own_text(session, petition, body, at)
        return Appealed(at=at, remedy=remedy, version=version, superior=superior)

    def is_same(petition: Petition, event: Event) -> bool:
        return (
            isinstance(event, Appealed)
            and event.remedy is remedy
            and wrote(session, petition, event.version, body)
        )

    return act_on_own_case(session, decide, is_same, **press)


def superior_for(petition: Petition, remedy: Remedy, today: date, pack: Pack) -> str | None:
    """Who hears it above (CPACA art. 74); None for what is decided where it is.

    A queja goes above whoever rejected the apelación or, with nobody there, where that was going.
    """
    if remedy is Remedy.APPEAL:
        return pack.superior_of(petition.department, today)
    rejected = petition.standing().contest(Remedy.APPEAL)
    if remedy is not Remedy.REFUSED_APPEAL or rejected is None:
        return None
    by = rejected.by or petition.department
    return pack.superior_of(by, today) or rejected.superior


def ways_for(petition: Petition, today: date, pack: Pack) -> tuple[Way, ...]:
    """The ways this case has, with the days that no longer count since it ended."""
    rules, told = petition.rules_of_today(), petition.timeline()
    return ways_of(
        told,
        petition.standing(),
        today,
        rules.calendar,
        rules.readings,
        has_superior=pack.has_superior(petition.department),
    )
