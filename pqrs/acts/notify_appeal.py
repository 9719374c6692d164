"""The decision of a recurso, or of the judge, reached the person (CPACA art. 67 and 86)."""

from datetime import date, datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.decide_appeal import not_theirs
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import AppealNotified, Means, Remedy, Stage, lawful_contests, local_day
from pqrs.models import CITIZEN, Petition
from pqrs.office import Permission


def open_appeal(session: Session, petition: Petition, *, office: Office) -> bool:
    """The person opened every decision that waited; False, and nothing written, when none did."""
    at = office.clock()
    waiting = [one for one in petition.standing().contests if one.stage is Stage.TO_NOTIFY]
    for contest in waiting:
        event = AppealNotified(at=at, remedy=contest.remedy, means=Means.OPENED)
        petition.record(event, actor=CITIZEN)
        notify(session, petition, event, office.pack)
    session.flush()
    return bool(waiting)


def notify_appeal(
    session: Session, *, remedy: Remedy, means: Means, on: date, **press: Unpack[Press]
) -> Petition:
    """An official writes down how and on which day it arrived.

    Of an apelación, one of the case's department or the head of the one above, who decided it.
    """

    def decide(petition: Petition, at: datetime) -> AppealNotified:
        today = local_day(at)
        contest = petition.standing().contest(remedy)
        check(lawful_contests.notify_appeal(contest, on, today))
        check(not_theirs(contest, petition, press["viewer"]))
        reached_on = None if on == today else on
        return AppealNotified(at=at, remedy=remedy, means=means, delivered_on=reached_on)

    return act_on_case(session, Permission.NOTIFY_APPEAL, decide, **press)
