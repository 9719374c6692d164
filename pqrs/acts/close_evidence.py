"""Cerrar las pruebas de un recurso antes de tiempo: all of it was gathered (CPACA art. 79)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.decide_appeal import not_theirs
from pqrs.law import EvidenceClosed, Remedy, cpaca, lawful_contests, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def close_evidence(
    session: Session, *, remedy: Remedy, reason: str, **press: Unpack[Press]
) -> Petition:
    """The months of silence run again from today (art. 86). `reason`: what was gathered."""

    def decide(petition: Petition, at: datetime) -> EvidenceClosed:
        contest, calendar = petition.standing().contest(remedy), petition.rules_of_today().calendar
        check(lawful_contests.close_evidence(contest, local_day(at), calendar))
        check(not_theirs(contest, petition, press["viewer"]))
        check(unreasoned(reason, cpaca("79")))
        return EvidenceClosed(at=at, remedy=remedy, reason=reason)

    return act_on_case(session, Permission.DECIDE_APPEAL, decide, **press)
