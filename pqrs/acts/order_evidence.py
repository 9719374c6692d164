"""Decretar pruebas en un recurso: up to thirty working days, lengthened once (CPACA art. 79)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.decide_appeal import not_theirs
from pqrs.law import EvidenceOrdered, Remedy, cpaca, lawful_contests, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def order_evidence(
    session: Session, *, remedy: Remedy, total_days: int, reason: str, **press: Unpack[Press]
) -> Petition:
    """`total_days`: working days since the first order. The months of silence wait (art. 86)."""

    def decide(petition: Petition, at: datetime) -> EvidenceOrdered:
        contest, rules = petition.standing().contest(remedy), petition.rules_of_today()
        refusal = lawful_contests.order_evidence(
            contest, local_day(at), rules.calendar, total_days, rules.readings
        )
        check(refusal)
        check(not_theirs(contest, petition, press["viewer"]))
        check(unreasoned(reason, cpaca("79")))
        return EvidenceOrdered(at=at, remedy=remedy, total_days=total_days, reason=reason)

    return act_on_case(session, Permission.DECIDE_APPEAL, decide, **press)
