"""What the petitioner may see of their case: where it stands, until when, who has it."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import (
    ContinuedOfficially,
    Decision,
    Denial,
    Event,
    Explanation,
    IdentityLevel,
    Kind,
    PartsSettled,
    Phase,
    Priority,
    PriorityGround,
    Rejected,
    Replied,
    Standing,
    Transferred,
    Withdrawn,
    denial_from_plain,
)
from pqrs.models import (
    CodeRequest,
    Evaluation,
    OfficialText,
    Petition,
    ReplyText,
    by_number,
    facts_of,
)
from pqrs.office.attachments import AttachedFile
from pqrs.office.discretion import came_as_report, is_guarded
from pqrs.queries.documents import documents_of


class CitizenState(StrEnum):
    """The four states a citizen is shown."""

    RECEIVED = "received"
    IN_PROGRESS = "in_progress"
    ANSWERED = "answered"
    CLOSED = "closed"


@dataclass(frozen=True)
class Lock:
    """What is needed to check an access code: the stored hash of a number."""

    petition_id: int
    number: str
    code_hash: str


@dataclass(frozen=True)
class Answer:
    """The signed answer, with its letter number and what it decides."""

    body: str
    letter_number: str
    signed_at: datetime
    decision: Decision
    denial: Denial | None
    refers_to: str


@dataclass(frozen=True)
class EndingAct:
    """The act that ended it without an answer: its number, its day and its grounds."""

    act: str
    act_on: date | None
    grounds: tuple[str, ...]


@dataclass(frozen=True)
class Continued:
    """The act by which the entity went on with what its petitioner had withdrawn, that day."""

    withdrawn_on: date
    act: EndingAct


@dataclass(frozen=True)
class TrackedPart:
    """One matter of several. `words`: of the person. `department`: "" for whoever has the case."""

    words: str
    department: str
    is_outside: bool
    sent_on: date | None
    reason: str


@dataclass(frozen=True)
class Tracking:
    """One case for its petitioner. `answer` is there once it was opened; `answer_waits` before.

    So with `decision`, the act that ended it without an answer.
    `is_discreet`: somebody may be watching. `is_guarded`: its papers do not say what it is about.
    `was_reported`: it came in as a report of wrongdoing, or is one now.
    """

    number: str
    subject: str
    state: CitizenState
    kind: Kind
    priority: Priority
    grounds: tuple[PriorityGround, ...]
    identity: IdentityLevel
    filed_at: datetime
    received_on: date
    due_on: date | None
    is_late: bool
    department: str | None
    competent: str | None
    waits_for_routing: bool
    transferred_to: str | None
    explanation: Explanation
    timeline: tuple[Event, ...]
    missing: tuple[str, ...]
    external_number: str | None
    documents: tuple[AttachedFile, ...]
    answer: Answer | None
    answer_waits: bool
    answered_on: date | None
    decision: EndingAct | None
    decision_waits: bool
    continued: Continued | None
    evaluated: bool
    reply_by: str
    is_discreet: bool
    is_guarded: bool
    was_reported: bool
    parts: tuple[TrackedPart, ...]


def lock_of(session: Session, number: str) -> Lock | None:
    """The lock of a petition by its written number: of the code shown last. One statement.

    By use and not by request: a person may press an older link after a newer one.
    """
    renewed = (
        select(CodeRequest.code_hash)
        .where(CodeRequest.petition_id == Petition.id, CodeRequest.code_hash.is_not(None))
        .order_by(CodeRequest.used_at.desc(), CodeRequest.id.desc())
        .limit(1)
        .correlate(Petition)
        .scalar_subquery()
    )
    row = session.execute(
        select(Petition.id, Petition.number, func.coalesce(renewed, Petition.code_hash)).where(
            Petition.number == number
        )
    ).one_or_none()
    return Lock(*row) if row else None


def tracking(session: Session, number: str, *, today: date) -> Tracking:
    """The case for its petitioner. At most eight statements."""
    petition = by_number(session, number)
    if petition is None:
        raise LookupError(number)
    rules = petition.rules()
    timeline = petition.timeline()
    now_standing = rules.standing(timeline)
    facts = facts_of(petition)
    signed = signed_reply(session, petition)
    opened = petition.answered_on is not None
    decision = ending_act(session, petition, now_standing)
    return Tracking(
        number=petition.number,
        subject=petition.subject,
        state=citizen_state(now_standing, timeline),
        kind=petition.kind,
        priority=petition.priority,
        grounds=tuple(map(PriorityGround, petition.grounds)),
        identity=petition.identity,
        filed_at=petition.filed_at,
        received_on=petition.received_on,
        due_on=petition.due_on,
        is_late=now_standing.is_overdue(today),
        department=petition.department,
        competent=petition.competent,
        waits_for_routing=petition.routed_by == "intake",
        transferred_to=next(
            (event.authority for event in timeline if isinstance(event, Transferred)), None
        ),
        explanation=rules.explain(timeline),
        timeline=timeline,
        missing=tuple(petition.missing),
        external_number=petition.external_number,
        documents=documents_of(session, petition.id),
        answer=signed if opened else None,
        answer_waits=signed is not None and not opened,
        answered_on=petition.answered_on,
        decision=decision if now_standing.notified_on else None,
        decision_waits=decision is not None and now_standing.notified_on is None,
        continued=continued_in(timeline, now_standing),
        evaluated=is_evaluated(session, petition),
        reply_by=petition.reply_by,
        is_discreet=facts.is_discreet,
        is_guarded=is_guarded(facts, timeline[0]),
        was_reported=facts.is_report or came_as_report(timeline[0]),
        parts=parts_of(session, petition, now_standing),
    )


def parts_of(session: Session, petition: Petition, found: Standing) -> tuple[TrackedPart, ...]:
    """Who sees to each matter, when there are several; of what a department said, nothing.

    One statement more, for those cases alone.
    """
    if not found.matters:
        return ()
    settled = [one for one in petition.timeline() if isinstance(one, PartsSettled)][-1]
    query = select(OfficialText.items).where(
        OfficialText.petition_id == petition.id, OfficialText.version == settled.version
    )
    said = session.scalar(query) or [""] * len(found.matters)
    return tuple(
        TrackedPart(
            words=words,
            department=one.department,
            is_outside=one.is_outside,
            sent_on=one.sent_on,
            reason=one.reason if one.department else "",
        )
        for one, words in zip(found.matters, said, strict=False)
    )


def citizen_state(now_standing: Standing, timeline: tuple[Event, ...]) -> CitizenState:
    """Four words instead of all the law's phases."""
    if now_standing.phase in {Phase.CLOSED, Phase.TRANSFERRED, Phase.ANNULLED}:
        return CitizenState.CLOSED
    if any(isinstance(event, Replied) for event in timeline):
        return CitizenState.ANSWERED
    if now_standing.routed_by == "intake":
        return CitizenState.RECEIVED
    return CitizenState.IN_PROGRESS


def signed_reply(session: Session, petition: Petition) -> Answer | None:
    """The newest signed version of the answer."""
    row = session.scalar(
        select(ReplyText)
        .where(ReplyText.petition_id == petition.id, ReplyText.signed_at.is_not(None))
        .order_by(ReplyText.version.desc())
        .limit(1)
    )
    if row is None or row.signed_at is None or row.letter_number is None:
        return None
    return Answer(
        body=row.body,
        letter_number=row.letter_number,
        signed_at=row.signed_at,
        decision=row.decision,
        denial=denial_from_plain(row.denial),
        refers_to=row.refers_to,
    )


def ending_act(session: Session, petition: Petition, found: Standing) -> EndingAct | None:
    """The act, if one ended it: a rejection's grounds are a text, a withdrawal's its reason."""
    if found.decided_on is None:
        return None
    event = [one for one in petition.timeline() if isinstance(one, Rejected | Withdrawn)][-1]
    if isinstance(event, Withdrawn):
        return EndingAct(event.act, event.act_on, (event.reason,))
    query = select(OfficialText.items).where(
        OfficialText.petition_id == petition.id, OfficialText.version == event.version
    )
    return EndingAct(event.act, event.act_on, tuple(session.scalar(query) or ()))


def continued_in(timeline: tuple[Event, ...], found: Standing) -> Continued | None:
    """While there is an answer to wait for; afterwards the history says it."""
    if found.withdrawn_on is None or found.continued_on is None or found.phase.is_final:
        return None
    event = next(one for one in timeline if isinstance(one, ContinuedOfficially))
    return Continued(found.withdrawn_on, EndingAct(event.act, event.act_on, (event.reason,)))


def is_evaluated(session: Session, petition: Petition) -> bool:
    """Whether the petitioner has said what they think of the answer."""
    found = session.scalar(select(Evaluation.id).where(Evaluation.petition_id == petition.id))
    return found is not None
