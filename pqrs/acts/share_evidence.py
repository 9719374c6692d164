"""Dar traslado a las otras partes de las pruebas que trae un recurso (CPACA art. 79)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.acts.decide_appeal import not_theirs
from pqrs.law import EvidenceShared, Remedy, cpaca, lawful_contests, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def share_evidence(
    session: Session, *, remedy: Remedy, on: date, body: str, **press: Unpack[Press]
) -> Petition:
    """`on`: the day they were told. `body`: to whom and what, for the desk: it may name people."""

    def decide(petition: Petition, at: datetime) -> EvidenceShared:
        contest = petition.standing().contest(remedy)
        check(lawful_contests.share_evidence(contest, on, local_day(at)))
        check(not_theirs(contest, petition, press["viewer"]))
        check(unreasoned(body, cpaca("79")))
        version = keep_text(session, petition, [body], press["viewer"], at)
        return EvidenceShared(at=at, remedy=remedy, shared_on=on, version=version)

    return act_on_case(session, Permission.DECIDE_APPEAL, decide, **press)
