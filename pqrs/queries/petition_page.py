"""Everything the desk needs of one case: words, due date and why, history, answer, person."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import (
    Capacity,
    Channel,
    Decision,
    Denial,
    Event,
    Explanation,
    IdentityLevel,
    Kind,
    Outcome,
    PetitionerWrote,
    Phase,
    Priority,
    PriorityGround,
    Rules,
    Standing,
    denial_from_plain,
)
from pqrs.models import (
    Evaluation,
    Official,
    OfficialText,
    Petition,
    Petitioner,
    PetitionText,
    Place,
    ReplyText,
    by_number,
    facts_of,
)
from pqrs.office import CaseFacts
from pqrs.office.attachments import AttachedFile
from pqrs.queries.documents import documents_of
from pqrs.queries.third_parties import ThirdShown, third_parties, third_with

CONTEST_TEXTS = ("appeal_decided", "insistence_ruled", "evidence_shared")
PART_TEXTS = ("parts_settled", "part_contributed")
WITH_TEXT = {"completion_requested", "returned", "rejected", *PART_TEXTS, *CONTEST_TEXTS}


@dataclass(frozen=True)
class Step:
    """One event with who made it: the official's name, or nothing for a citizen or the system.

    `asked`: what the entity wrote with it. `third`: the third persons that it is about.
    """

    event: Event
    actor: str
    official: str | None
    asked: tuple[str, ...] = ()
    third: ThirdShown | None = None


@dataclass(frozen=True)
class PersonShown:
    """The petitioner, for those who may see who it is; `body`, `represented`: for whom they ask."""

    name: str
    document: str
    email: str | None
    phone: str | None
    postal_address: str | None
    body: str = ""
    represented: str = ""


@dataclass(frozen=True)
class ReplyShown:
    """The newest version of the answer; signed when it has its letter number.

    `denial`: why something is refused; `refers_to`: an earlier petition. `mark` tells this draft
    from any other.
    """

    body: str
    version: int
    drafted_by: str
    drafted_at: datetime
    signed_by: str | None
    signed_at: datetime | None
    letter_number: str | None
    decision: Decision
    denial: Denial | None
    refers_to: str
    mark: str


@dataclass(frozen=True)
class EvaluationShown:
    """What the petitioner said of the answer; another system had not asked the first two."""

    outcome: Outcome | None
    ease: int | None
    satisfaction: int
    comment: str


@dataclass(frozen=True)
class CasePage:
    """One case as the desk sees it. `sequence` goes into every form, against stale pages."""

    number: str
    sequence: int
    subject: str
    texts: tuple[tuple[datetime, str], ...]
    documents: tuple[AttachedFile, ...]
    kind: Kind
    phase: Phase
    priority: Priority
    grounds: tuple[PriorityGround, ...]
    capacity: Capacity
    identity: IdentityLevel
    channel: Channel
    department: str | None
    competent: str | None
    topic: str | None
    place: str | None
    place_code: str | None
    location: str
    happened_on: date | None
    filed_at: datetime
    reply_by: str
    missing: tuple[str, ...]
    external_number: str | None
    standing: Standing
    rules: Rules
    later_rules: Rules
    days_left: int | None
    explanation: Explanation
    steps: tuple[Step, ...]
    person: PersonShown | None
    reply: ReplyShown | None
    evaluation: EvaluationShown | None
    facts: CaseFacts


def case_facts(session: Session, number: str) -> CaseFacts | None:
    """What the permissions ask of a case, before anything of it is read."""
    petition = by_number(session, number)
    return None if petition is None else facts_of(petition)


def case_page(session: Session, number: str, *, today: date) -> CasePage | None:
    """The whole case, or None when there is no such number. At most ten statements.

    Two more for the few that have third persons.
    """
    petition = by_number(session, number)
    if petition is None:
        return None
    rules = petition.rules()
    timeline = petition.timeline()
    now_standing = rules.standing(timeline)
    asked = asked_in(session, petition.id)
    third = third_parties(session, petition, timeline)
    names = dict(session.execute(select(Official.id, Official.name)).all())
    return CasePage(
        number=petition.number,
        sequence=petition.last_sequence,
        subject=petition.subject,
        texts=texts_of(session, petition),
        documents=documents_of(session, petition.id),
        kind=petition.kind,
        phase=petition.phase,
        priority=petition.priority,
        grounds=tuple(map(PriorityGround, petition.grounds)),
        capacity=petition.capacity,
        identity=petition.identity,
        channel=petition.channel,
        department=petition.department,
        competent=petition.competent,
        topic=petition.topic,
        place=place_name(session, petition),
        place_code=petition.place,
        location=petition.location,
        happened_on=petition.happened_on,
        filed_at=petition.filed_at,
        reply_by=petition.reply_by,
        missing=tuple(petition.missing),
        external_number=petition.external_number,
        standing=now_standing,
        rules=rules,
        later_rules=petition.rules_of_today(),
        days_left=now_standing.days_left(today, rules.calendar),
        explanation=rules.explain(timeline),
        steps=tuple(
            Step(
                event,
                row.actor,
                names.get(row.official_id or 0),
                asked_with(event, asked),
                third_with(event, third),
            )
            for row, event in zip(petition.events, timeline, strict=True)
        ),
        person=person_of(session, petition),
        reply=reply_of(session, petition, names),
        evaluation=evaluation_of(session, petition),
        facts=facts_of(petition),
    )


def asked_in(session: Session, petition_id: int) -> dict[int, tuple[str, ...]]:
    """What the entity wrote in the case beside its answer, by version."""
    query = select(OfficialText).where(OfficialText.petition_id == petition_id)
    return {row.version: tuple(row.items) for row in session.scalars(query)}


def asked_with(event: Event, asked: dict[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The items of the version that this event names."""
    if event.name not in WITH_TEXT:
        return ()
    return asked.get(getattr(event, "version", None) or 0, ())


def texts_of(session: Session, petition: Petition) -> tuple[tuple[datetime, str], ...]:
    """The petition's words, oldest first; what was said in messages is shown with them."""
    said = [one.version for one in petition.timeline() if isinstance(one, PetitionerWrote)]
    rows = session.scalars(
        select(PetitionText)
        .where(
            PetitionText.petition_id == petition.id,
            PetitionText.version.not_in([version for version in said if version]),
        )
        .order_by(PetitionText.version)
    )
    return tuple((row.at, row.body) for row in rows)


def place_name(session: Session, petition: Petition) -> str | None:
    """«La Aldea, Villagorgona», or the place alone when it stands by itself."""
    if petition.place is None:
        return None
    place = session.get_one(Place, petition.place)
    parent = session.get(Place, place.parent) if place.parent else None
    return f"{place.name}, {parent.name}" if parent else place.name


def person_of(session: Session, petition: Petition) -> PersonShown | None:
    """Who asks; None for an anonymous petition."""
    if petition.petitioner_id is None:
        return None
    person = session.get_one(Petitioner, petition.petitioner_id)
    parts = (person.document_type, person.document_number)
    return PersonShown(
        name=person.name,
        document=" ".join(part for part in parts if part),
        email=person.email,
        phone=person.phone,
        postal_address=person.postal_address,
        body=", ".join(part for part in (person.body_name, person.body_document) if part),
        represented=person.represented_name or "",
    )


def reply_of(session: Session, petition: Petition, names: dict[int, str]) -> ReplyShown | None:
    """The newest version of the answer."""
    row = session.scalar(
        select(ReplyText)
        .where(ReplyText.petition_id == petition.id)
        .order_by(ReplyText.version.desc())
        .limit(1)
    )
    if row is None:
        return None
    return ReplyShown(
        body=row.body,
        version=row.version,
        drafted_by=names.get(row.drafted_by, ""),
        drafted_at=row.drafted_at,
        signed_by=names.get(row.signed_by or 0),
        signed_at=row.signed_at,
        letter_number=row.letter_number,
        decision=row.decision,
        denial=denial_from_plain(row.denial),
        refers_to=row.refers_to,
        mark=row.mark,
    )


def evaluation_of(session: Session, petition: Petition) -> EvaluationShown | None:
    """The citizen's opinion of the answer, if given."""
    row = session.scalar(select(Evaluation).where(Evaluation.petition_id == petition.id))
    if row is None:
        return None
    return EvaluationShown(row.outcome, row.ease, row.satisfaction, row.comment)
