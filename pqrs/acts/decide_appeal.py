"""Decidir un recurso, or whether an answer was whole (CPACA art. 13, 79, 80 and 86).

Whoever decided decides a reposición; the department above, an apelación or a queja (art. 74).
"""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import (
    BY_ACT,
    UPWARDS,
    AppealDecided,
    Contest,
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
from pqrs.office import Permission, Viewer


def decide_appeal(
    session: Session,
    *,
    remedy: Remedy,
    ruling: Ruling,
    act: str,
    act_on: date,
    body: str,
    **press: Unpack[Press],
) -> Petition:
    """`act`, `act_on`: number and day of the act; `body`: what it says, for the person.

    Whether an answer was whole needs no numbered act. Late or not: the silence excuses nobody.
    """

    def decide(petition: Petition, at: datetime) -> AppealDecided:
        contest, today = petition.standing().contest(remedy), local_day(at)
        check(lawful_contests.decide_appeal(contest, ruling))
        check(not_theirs(contest, petition, press["viewer"]))
        check(unreasoned(body, cpaca("80")))
        if remedy in BY_ACT:
            check(unnumbered(act, cpaca("80")))
        check(off_its_days(contest, act_on, today))
        version = keep_text(session, petition, [body], press["viewer"], at)
        return AppealDecided(
            at=at,
            remedy=remedy,
            ruling=ruling,
            act=act.strip(),
            act_on=act_on,
            version=version,
            by=press["viewer"].department,
        )

    return act_on_case(session, Permission.DECIDE_APPEAL, decide, **press)


def off_its_days(contest: Contest | None, act_on: date, today: date) -> Refusal | None:
    """Nothing is decided before it was presented, or had to be heard, nor in days to come."""
    if contest is None or contest.begins_on <= act_on <= today:
        return None
    return Refusal("contest_day", cpaca("80"), first=contest.begins_on, last=today)


def not_theirs(contest: Contest | None, petition: Petition, viewer: Viewer) -> Refusal | None:
    """Art. 74: not the superior's a reposición, nor an apelación of whoever decided.

    Only when it is decided and has to arrive, either may write it down.
    """
    if contest is None or contest.waits_for(viewer.department, petition.department):
        return None
    is_above = contest.remedy in UPWARDS
    return Refusal("contest_elsewhere" if is_above else "contest_ours", cpaca("74"))
