"""Radicar: give a petition its number, its due date and the department that must answer.

Filing is never refused (CPACA art. 15): what is missing is noted, and a second press or a retry
after a lost answer gives the same number and the same access code.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pqrs.acts.attach import attach
from pqrs.acts.join_alike import join_alike
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.acts.shield import ACCUSING, accused_in, is_against_control
from pqrs.acts.take_down import take_down
from pqrs.law import (
    Assigned,
    Capacity,
    Channel,
    Filed,
    IdentityLevel,
    Kind,
    PriorityGround,
    grounds_for,
    kind_for,
    local_day,
    priority_for,
    rank_for,
)
from pqrs.models import CITIZEN, Actor, Petition, Petitioner, PetitionText, Submission
from pqrs.models.counter import next_value
from pqrs.models.petition import FIRST_HASH, canonical
from pqrs.office import PetitionNumber, Suggestion, access_code
from pqrs.office.alarm import Alarm
from pqrs.office.attachments import AttachedFile
from pqrs.office.automatic import REASON
from pqrs.office.portions import suggest_by_matters
from pqrs.office.reception import TakenDown
from pqrs.outside.passwords import token_hash
from pqrs.outside.witness import ISSUED, IssuedNumber

SERIES = "R"
SUBJECT_LENGTH = 90


@dataclass(frozen=True, kw_only=True)
class Person:
    """Who asks and how to reach them; every part but the name may be missing.

    `body_name`, `represented_name`: for whom, as their `Capacity` says.
    """

    name: str
    document_type: str | None = None
    document_number: str | None = None
    email: str | None = None
    phone: str | None = None
    postal_address: str | None = None
    body_name: str | None = None
    body_document: str | None = None
    represented_name: str | None = None


@dataclass(frozen=True, kw_only=True)
class Filing:
    """What a person wrote. `kind` is None for "no sé qué tipo es"; `place`, `topic` are codes.

    `is_doubtful`: it looks sent by a machine, so a person reads it first. `grounds`: those the
    person states; others follow from what is told. The bytes of `documents` are on the disk.
    `named`: codes of the offices that the person says are involved, beside those that the text
    names. `language`: in which they want to be written to; no part of what was filed.
    `taken_down`: what an official wrote of how it came; `posted_on`: of a letter, its postmark.
    """

    text: str
    kind: Kind | None = None
    subject: str = ""
    topic: str | None = None
    place: str | None = None
    location: str = ""
    happened_on: date | None = None
    identity: IdentityLevel = IdentityLevel.NAMED
    person: Person | None = None
    capacity: Capacity = Capacity.SELF
    grounds: tuple[PriorityGround, ...] = ()
    reply_by: str = "page"
    channel: Channel = Channel.WEB
    received_at: datetime | None = None
    missing: tuple[str, ...] = field(default=())
    documents: tuple[AttachedFile, ...] = field(default=())
    named: tuple[str, ...] = field(default=())
    is_doubtful: bool = False
    language: str = "es"
    taken_down: TakenDown | None = None
    posted_on: date | None = None

    def content_hash(self) -> str:
        """SHA-256 of everything filed, in one spelling: what receipt and witness vouch for."""
        plain: dict[str, Any] = asdict(self)
        del plain["language"]
        for name in ("happened_on", "received_at", "posted_on"):
            plain[name] = plain[name].isoformat() if plain[name] else None
        plain["documents"] = [document.sha256 for document in self.documents]
        return hashlib.sha256(canonical(plain)).hexdigest()


@dataclass(frozen=True)
class Receipt:
    """What the person is shown. `again` says that this token had been filed before."""

    number: str
    access_code: str
    again: bool


class AlreadyFiledError(Exception):
    """The same form was filed with other words; carries the number it got then."""

    def __init__(self, number: str) -> None:
        """Keep the number for the page."""
        super().__init__(number)
        self.number = number


def file_petition(
    session: Session, filing: Filing, *, token: str, office: Office, actor: Actor = CITIZEN
) -> Receipt:
    """File it once. Raises `AlreadyFiledError` when `token` was used for other content."""
    receipt = earlier_receipt(session, filing, token, office)
    if receipt is not None:
        return receipt
    try:
        with session.begin_nested():
            return file_first(session, filing, token, office, actor)
    except IntegrityError:  # two presses at once: the other one has the number now
        receipt = earlier_receipt(session, filing, token, office)
        if receipt is None:
            raise
        return receipt


def earlier_receipt(session: Session, filing: Filing, token: str, office: Office) -> Receipt | None:
    """What this token was given before, if anything. Raises `AlreadyFiledError`."""
    earlier = session.get(Submission, token_hash(token))
    if earlier is None:
        return None
    petition = session.get_one(Petition, earlier.petition_id)
    number = petition.number
    if earlier.content_hash != filing.content_hash():
        raise AlreadyFiledError(number)
    # The first answer may have failed between the commit and the witness.
    vouch_for(session, petition)
    return Receipt(number, access_code.code_from_token(office.code_key, token), again=True)


def file_first(
    session: Session, filing: Filing, token: str, office: Office, actor: Actor
) -> Receipt:
    """Number, case, first department, and the token that was used up for it."""
    code = access_code.code_from_token(office.code_key, token)
    content_hash = filing.content_hash()
    suggestion, accused = routed(session, filing, office)
    if filing.is_doubtful:
        suggestion = replace(suggestion, needs_person=True, reason=REASON)
    petition = new_petition(session, filing, suggestion, office)
    petition.named_officials = list(accused)
    petition.code_hash = access_code.keyed_hash(office.code_key, petition.number, code)
    session.add(petition)
    enter(session, petition, filing, suggestion, office, actor)
    session.add(
        Submission(token_hash=token_hash(token), petition_id=petition.id, content_hash=content_hash)
    )
    session.flush()
    vouch_for(session, petition)
    return Receipt(petition.number, code, again=False)


def routed(session: Session, filing: Filing, office: Office) -> tuple[Suggestion, tuple[int, ...]]:
    """Who must answer; and, of what accuses, the members of the staff whom it names."""
    found = suggest(session, filing, office, filing.named)
    if (filing.kind or found.kind) not in ACCUSING:
        return found, ()
    accused = accused_in(session, [filing.subject, filing.text], office.pack)
    named = (*filing.named, *accused.departments)
    return suggest(session, filing, office, named) if named else found, accused.officials


def suggest(
    session: Session, filing: Filing, office: Office, accused: tuple[str, ...]
) -> Suggestion:
    """What the router makes of it today."""
    today = local_day(office.clock())
    router = office.router_now(session)
    return suggest_by_matters(router, filing.text, filing.topic, filing.place, today, accused)


def vouch_for(session: Session, petition: Petition) -> None:
    """Have the number witnessed after the commit and before anybody is told it."""
    issued = IssuedNumber(petition.number, petition.filed_at, petition.content_hash)
    session.info.setdefault(ISSUED, []).append(issued)


def new_petition(
    session: Session, filing: Filing, suggestion: Suggestion, office: Office
) -> Petition:
    """The row with its number, not yet in the timeline.

    A place that was not chosen is the one that the text tells of, if it leaves no doubt.
    """
    year, sequence, moment = next_value(session, SERIES, office.clock)
    anonymous = filing.identity is IdentityLevel.ANONYMOUS
    person = None if anonymous or filing.person is None else Petitioner(**asdict(filing.person))
    place = filing.place or suggestion.place
    grounds = grounds_for(
        with_doubt(filing.grounds, suggestion), filing.capacity, suggestion.settled_priority
    )
    return Petition(
        number=str(PetitionNumber(year, sequence)),
        series=SERIES,
        year=year,
        sequence=sequence,
        filed_at=moment,
        content_hash=filing.content_hash(),
        channel=filing.channel,
        identity=filing.identity,
        capacity=filing.capacity,
        priority=priority_for(grounds),
        grounds=[str(ground) for ground in grounds],
        rank=rank_for(grounds),
        subject=filing.subject or first_words(filing.text),
        topic=filing.topic or (None if suggestion.needs_person else suggestion.topic),
        place=place,
        area=office.pack.area_of(place),
        location=filing.location,
        happened_on=filing.happened_on,
        reply_by="page" if person is None else filing.reply_by,
        language="es" if person is None else filing.language,
        missing=list(filing.missing),
        named_departments=list(suggestion.named_departments),
        for_ombudsman=is_against_control(suggestion.named_departments, office.pack),
        petitioner=person,
        last_sequence=0,
        last_hash=FIRST_HASH,
    )


def with_doubt(
    stated: Iterable[PriorityGround], suggestion: Suggestion
) -> tuple[PriorityGround, ...]:
    """The grounds stated, and that somebody must say at once whether a life is in danger."""
    given = tuple(stated)
    doubtful = suggestion.danger is Alarm.PERHAPS and PriorityGround.LIFE not in given
    return (*given, PriorityGround.PERHAPS_LIFE) if doubtful else given


def enter(
    session: Session,
    petition: Petition,
    filing: Filing,
    suggestion: Suggestion,
    office: Office,
    actor: Actor,
) -> None:
    """Put it in the timeline, with its words and its department, and tell whom it concerns."""
    filed = Filed(
        at=petition.filed_at,
        received_at=min(filing.received_at or petition.filed_at, petition.filed_at),
        kind=kind_for(filing.kind or suggestion.kind or Kind.PRIVATE_INTEREST, filing.capacity),
        channel=filing.channel,
        posted_on=filing.posted_on,
    )
    assigned = first_assignment(petition.filed_at, suggestion, office)
    petition.record(filed, assigned, actor=actor)
    session.add(
        PetitionText(petition_id=petition.id, version=1, body=filing.text, at=petition.filed_at)
    )
    attach(session, petition, filing.documents, store=office.files, at=petition.filed_at)
    if filing.taken_down:
        take_down(session, petition, filing.taken_down, actor)
    join_alike(session, petition, filing.text)
    notify(session, petition, filed, office.pack)
    if assigned.by != "intake":
        notify(session, petition, assigned, office.pack)


def first_assignment(moment: datetime, suggestion: Suggestion, office: Office) -> Assigned:
    """To the department that must answer; to the intake desk when a person has to decide.

    An outside body is never assigned: the case waits at the desk, marked with the body it belongs
    to and the five days to pass it on (CPACA art. 21).
    """
    internal = office.pack.department(suggestion.competent).internal
    return Assigned(
        at=moment,
        department=(
            office.pack.entity.citizen_service if suggestion.needs_person else suggestion.competent
        ),
        reason=suggestion.reason,
        by="intake" if suggestion.needs_person else suggestion.by,
        competent=None if internal else suggestion.competent,
    )


def first_words(text: str) -> str:
    """A subject from the text itself: its first line, cut between words."""
    line = next((line.strip() for line in text.splitlines() if line.strip()), "")
    if len(line) <= SUBJECT_LENGTH:
        return line
    return line[:SUBJECT_LENGTH].rpartition(" ")[0].rstrip(".,;:") + "…"
