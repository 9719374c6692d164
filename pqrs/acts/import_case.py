"""Bring in a case that another system filed: its history as events, marked as imported.

It gets a number of the historic series and keeps its own; the consecutive series does not notice.
What was not kept there is not made up: no person, no access code, no words of the answer. Deadlines
are reckoned here; the other system's date is kept beside ours and never used. Whoever an old report
or complaint names does not come to see it by this door either.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.evaluate import Opinion, evaluate_answer
from pqrs.acts.file_petition import first_assignment, first_words, vouch_for
from pqrs.acts.office import Office
from pqrs.acts.shield import shield
from pqrs.law import (
    BOGOTA,
    Assigned,
    Capacity,
    Channel,
    Delivered,
    Event,
    Extended,
    Filed,
    IdentityLevel,
    LawError,
    Means,
    Refusal,
    Replied,
    RuleBook,
    grounds_for,
    lawful,
    local_day,
    rank_for,
)
from pqrs.models import Actor, AuditEntry, Petition, PetitionText
from pqrs.models.counter import next_values
from pqrs.models.petition import FIRST_HASH
from pqrs.office import PetitionNumber, Router, Suggestion
from pqrs.office.import_row import OldCase
from pqrs.office.numbering import HISTORIC

IMPORTED = Actor("import")
"""Who made these events happen is not known here: the other system says that they did."""
NO_CODE = ""
"""No access code has this hash: nobody was told one."""
NO_TEXT = 0
"""The version of an answer whose words stayed in the other system."""
ENTRY = "import_cases"

FROM_ELSEWHERE = "Caso importado: en el sistema anterior era el {number}."
WHEN_UNKNOWN = "Prórroga del sistema anterior, que no guardó el día en que se avisó."


class ImportRefusalError(Exception):
    """A case that cannot be brought in: the column that says why, and the reason."""

    def __init__(self, column: str, reason: str) -> None:
        """Keep both for the report."""
        super().__init__(reason)
        self.column = column
        self.reason = reason


@dataclass(frozen=True)
class Plan:
    """What would be written of a case. `due_on`: the date that our rules give."""

    case: OldCase
    suggestion: Suggestion
    events: tuple[Event, ...]
    due_on: date | None

    @property
    def differs(self) -> bool:
        """Whether the other system had reckoned another date."""
        return self.case.due_on is not None and self.case.due_on != self.due_on


def known_cases(session: Session) -> dict[str, str]:
    """The cases brought in before: own number to content."""
    rows = session.execute(
        select(Petition.external_number, Petition.content_hash).where(
            Petition.external_number.is_not(None)
        )
    )
    return {number: content for number, content in rows if number is not None}


def plan_case(case: OldCase, book: RuleBook, router: Router, office: Office) -> Plan:
    """Its history, held against the law. Raises ImportRefusalError; writes nothing.

    `router`: the one in force, which a whole file asks for once.
    """
    today = local_day(office.clock())
    suggestion = router.suggest(case.text or case.subject, case.topic, case.place, on=today)
    rules = book.on(local_day(case.received_at))
    filed = Filed(case.received_at, case.received_at, case.kind, Channel.IMPORTED)
    events: list[Event] = [filed, assignment_of(case, suggestion, office)]
    try:
        found = rules.standing(events)
        if case.extended_to_days is not None:
            told_at = extension_moment(case, found.due_on, office.clock())
            refusal = lawful.extend(
                found, local_day(told_at), case.extended_to_days, rules.readings
            )
            if refusal:
                raise ImportRefusalError("extended_to_days", str(refusal))
            events.append(Extended(told_at, case.extended_to_days, WHEN_UNKNOWN))
        if case.answered_at is not None:
            events.append(Replied(case.answered_at, NO_TEXT))
            events.append(Delivered(case.answered_at, Means.RECORDED))
        found = rules.standing(events)
    except (LawError, Refusal) as error:
        raise ImportRefusalError("received_at", str(error)) from error
    return Plan(case, suggestion, tuple(events), found.due_on)


def extension_moment(case: OldCase, due_on: date | None, now: datetime) -> datetime:
    """The last moment at which it could be told in time: a file says until when, not when."""
    last = [case.answered_at or now, now]
    if due_on is not None:
        last.append(datetime.combine(due_on, time.max.replace(microsecond=0), BOGOTA))
    return max(min(last), case.received_at)


def assignment_of(case: OldCase, suggestion: Suggestion, office: Office) -> Assigned:
    """To the department that had it; without one, as if it were filed today.

    An open case goes to who has that work today; of a body that is not ours, it waits at the desk.
    """
    reason = FROM_ELSEWHERE.format(number=case.number)
    if case.department is None:
        guess = first_assignment(case.received_at, suggestion, office)
        told = f"{guess.reason.rstrip('.')}. {reason}" if guess.reason else reason
        return Assigned(
            case.received_at, guess.department, told, guess.by, competent=guess.competent
        )
    body = office.pack.department(case.department)
    if case.answered_at is None:
        body = office.pack.body_on(case.department, local_day(office.clock()))
    if body.internal:
        return Assigned(case.received_at, body.code, reason, "person")
    by = "intake" if case.answered_at is None else "person"
    desk = office.pack.entity.citizen_service
    return Assigned(case.received_at, desk, reason, by, competent=body.code)


def import_cases(session: Session, plans: Iterable[Plan], office: Office) -> Iterator[str]:
    """Write them one by one; the number that each got in the historic series, of its own year."""
    plans = tuple(plans)
    years = Counter(local_day(plan.case.received_at).year for plan in plans)
    free = {
        year: iter(next_values(session, HISTORIC, year, count))
        for year, count in sorted(years.items())
    }
    for plan in plans:
        year = local_day(plan.case.received_at).year
        yield import_case(session, plan, PetitionNumber(year, next(free[year]), HISTORIC), office)


def import_case(session: Session, plan: Plan, number: PetitionNumber, office: Office) -> str:
    """Write one, with its history and its evaluation."""
    case, suggestion = plan.case, plan.suggestion
    grounds = grounds_for((), Capacity.SELF, suggestion.settled_priority)
    petition = Petition(
        number=str(number),
        series=number.series,
        year=number.year,
        sequence=number.sequence,
        filed_at=case.received_at,
        content_hash=case.content_hash,
        code_hash=NO_CODE,
        external_number=case.number,
        external_due_on=case.due_on,
        channel=case.channel,
        identity=IdentityLevel.NAMED,
        priority=suggestion.settled_priority,
        grounds=[str(ground) for ground in grounds],
        rank=rank_for(grounds),
        subject=case.subject or first_words(case.text),
        topic=case.topic or (None if suggestion.needs_person else suggestion.topic),
        place=case.place,
        area=office.pack.area_of(case.place),
        location=case.locality,
        reply_by="page",
        missing=[],
        last_sequence=0,
        last_hash=FIRST_HASH,
    )
    session.add(petition)
    petition.record(*plan.events, actor=IMPORTED)
    session.add(
        PetitionText(petition_id=petition.id, version=1, body=case.text, at=case.received_at)
    )
    session.flush()
    shield(session, petition, office)
    keep_satisfaction(session, petition, case)
    vouch_for(session, petition)
    return petition.number


def keep_satisfaction(session: Session, petition: Petition, case: OldCase) -> None:
    """What the person said there, on the day of the answer; what was not asked stays empty."""
    if case.satisfaction is None or case.answered_at is None:
        return
    answered_at = case.answered_at
    evaluate_answer(
        session,
        petition,
        Opinion(outcome=None, ease=None, satisfaction=case.satisfaction),
        token=f"import {petition.number}",
        clock=lambda: answered_at,
    )


def note_import(session: Session, details: Mapping[str, Any], at: datetime) -> None:
    """Leave in the audit trail which file was brought in, and what came of it."""
    session.add(
        AuditEntry(at=at, official_id=None, action=ENTRY, petition_id=None, details=dict(details))
    )
    session.flush()
