"""Rechazar una apelación que no se presentó como la ley pide (CPACA art. 77 and 78).

By whoever decided, to whom it is presented. Against that lies the queja, before the superior.
"""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.acts.decide_appeal import off_its_days
from pqrs.law import (
    AppealDecided,
    Refusal,
    Remedy,
    Ruling,
    cpaca,
    lawful_contests,
    local_day,
    unnumbered,
    unreasoned,
)
from pqrs.models import Petition
from pqrs.office import Permission


def reject_appeal(
    session: Session, *, act: str, act_on: date, body: str, **press: Unpack[Press]
) -> Petition:
    """`act`, `act_on`: number and day of the act; `body`: why, and that there is the queja."""

    def decide(petition: Petition, at: datetime) -> AppealDecided:
        contest = petition.standing().contest(Remedy.APPEAL)
        check(lawful_contests.reject_appeal(contest))
        if press["viewer"].department != petition.department:
            raise Refusal("contest_ours", cpaca("78"))
        check(unreasoned(body, cpaca("78")))
        check(unnumbered(act, cpaca("78")))
        check(off_its_days(contest, act_on, local_day(at)))
        version = keep_text(session, petition, [body], press["viewer"], at)
        return AppealDecided(
            at=at,
            remedy=Remedy.APPEAL,
            ruling=Ruling.INADMISSIBLE,
            act=act.strip(),
            act_on=act_on,
            version=version,
            by=petition.department,
        )

    return act_on_case(session, Permission.DECIDE_APPEAL, decide, **press)
