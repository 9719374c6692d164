"""Write down what the judge decided of an insistencia (CPACA art. 26)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case, keep_text
from pqrs.acts.assign import check
from pqrs.law import (
    InsistenceRuled,
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


def rule_insistence(
    session: Session,
    *,
    ruling: Ruling,
    act: str,
    act_on: date,
    comply_by: date | None,
    body: str,
    **press: Unpack[Press],
) -> Petition:
    """`act`, `act_on`: of the ruling; `comply_by`: until when it orders to hand things over."""

    def decide(petition: Petition, at: datetime) -> InsistenceRuled:
        contest = petition.standing().contest(Remedy.INSISTENCE)
        check(lawful_contests.rule_insistence(contest, act_on, local_day(at)))
        check(unreasoned(body, cpaca("26")))
        check(unnumbered(act, cpaca("26")))
        version = keep_text(session, petition, [body], press["viewer"], at)
        return InsistenceRuled(
            at=at,
            ruling=ruling,
            act=act.strip(),
            act_on=act_on,
            comply_by=comply_by if ruling in {Ruling.MODIFIED, Ruling.REVOKED} else None,
            version=version,
        )

    return act_on_case(session, Permission.HANDLE_INSISTENCE, decide, **press)
