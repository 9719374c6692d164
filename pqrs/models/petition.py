"""Petitions and their events: the events are the truth, six columns are kept computed from them.

`Petition.record` is the only door. It appends the event, folds the timeline and writes the
columns; nothing else writes either, and triggers refuse whoever tries.
"""

import hashlib
import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ForeignKey,
    Index,
    String,
    UniqueConstraint,
    and_,
    cast,
    literal_column,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, object_session, relationship

from pqrs.law import (
    Breached,
    Capacity,
    Channel,
    Event,
    IdentityLevel,
    Kind,
    Phase,
    Priority,
    RuleBook,
    Rules,
    Standing,
    arrival_of,
    event_from_plain,
    local_day,
)
from pqrs.models.base import Base, enum_column
from pqrs.models.person import Petitioner
from pqrs.models.rules import rule_book
from pqrs.models.tally import move_tallies
from pqrs.office.tallies import petition_tallies

FIRST_HASH = "0" * 64
CHAINED = ("sequence", "name", "actor", "official_id", "digest")


@dataclass(frozen=True)
class Actor:
    """Who made an event happen: a citizen, an official, or the system by itself."""

    kind: str
    official_id: int | None = None


CITIZEN = Actor("citizen")
SYSTEM = Actor("system")


class PetitionEvent(Base):
    """One thing that happened. Never changed, never removed; chained to the one before it.

    The hash covers a salted digest of the payload, so that what must be erased one day can be
    without breaking the chain.
    """

    __tablename__ = "petition_event"
    __table_args__ = (UniqueConstraint("petition_id", "sequence"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    sequence: Mapped[int]
    name: Mapped[str]
    at: Mapped[datetime]
    actor: Mapped[str]
    official_id: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    payload: Mapped[dict[str, Any]]
    salt: Mapped[str]
    digest: Mapped[str]
    hash: Mapped[str]

    def facts(self) -> dict[str, Any]:
        """What its hash covers."""
        return {name: getattr(self, name) for name in (*CHAINED, "at")}

    def to_event(self) -> Event:
        """The law's own value for this row."""
        return event_from_plain(self.name, self.at, self.payload)


PARTED = "CAST(part_departments AS VARCHAR) != '[]'"
"""As `is_parted` is written out: of another wording no database knows that its index will do."""


class Petition(Base):
    """A petition in the wide sense: any PQRSD, as the thing that is kept."""

    __tablename__ = "petition"
    __table_args__ = (
        UniqueConstraint("series", "year", "sequence"),
        # The queues: one department, or the intake desk, by phase, danger to life first, then date.
        Index("ix_petition_queue", "department", "routed_by", "phase", "rank", "due_on", "id"),
        Index("ix_petition_intake", "routed_by", "phase", "rank", "due_on", "id"),
        Index("ix_petition_phase_due_on", "phase", "due_on"),
        # Similar cases: of one matter, or of one part of the municipality, the newest first.
        Index("ix_petition_topic_filed_at", "topic", "filed_at"),
        Index("ix_petition_area_filed_at", "area", "filed_at"),
        Index("ix_petition_filed_at", "filed_at"),
        Index("ix_petition_contested", "contested", "department"),
        # Few are parted: those of one department are found without reading all that are open.
        Index(
            "ix_petition_parted",
            "holds_report",
            "phase",
            "due_on",
            sqlite_where=text(PARTED),
            postgresql_where=text(PARTED),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(unique=True)
    series: Mapped[str]
    year: Mapped[int]
    sequence: Mapped[int]
    filed_at: Mapped[datetime]
    content_hash: Mapped[str]
    code_hash: Mapped[str]

    channel: Mapped[Channel] = mapped_column(enum_column(Channel))
    identity: Mapped[IdentityLevel] = mapped_column(enum_column(IdentityLevel))
    capacity: Mapped[Capacity] = mapped_column(enum_column(Capacity), default=Capacity.SELF)
    priority: Mapped[Priority] = mapped_column(enum_column(Priority))
    # Values of `PriorityGround`: why it goes before others.
    grounds: Mapped[list[str]] = mapped_column(default=list)
    rank: Mapped[int]
    subject: Mapped[str]
    topic: Mapped[str | None] = mapped_column(ForeignKey("topic.code"))
    place: Mapped[str | None] = mapped_column(ForeignKey("place.code"))
    area: Mapped[str | None] = mapped_column(ForeignKey("place.code"))
    location: Mapped[str]
    happened_on: Mapped[date | None]
    reply_by: Mapped[str]
    # In which the petitioner is written to: that of the page where they filed, `es` or `en`.
    language: Mapped[str] = mapped_column(default="es", server_default="es")
    missing: Mapped[list[str]]
    # Codes of the offices complained about: none of their people may read it (CPACA art. 11).
    named_departments: Mapped[list[str]] = mapped_column(default=list)
    # So with single people. Against internal control itself, the ombudsman decides.
    named_officials: Mapped[list[int]] = mapped_column(default=list)
    for_ombudsman: Mapped[bool] = mapped_column(default=False)
    petitioner_id: Mapped[int | None] = mapped_column(ForeignKey("petitioner.id"))
    petitioner: Mapped[Petitioner | None] = relationship()
    # What another system had given an imported case; the date is kept and never reckoned with.
    external_number: Mapped[str | None] = mapped_column(index=True, unique=True)
    external_due_on: Mapped[date | None]

    # Computed by `record`, for lists and figures; acts and pages about one petition fold instead.
    phase: Mapped[Phase] = mapped_column(enum_column(Phase))
    kind: Mapped[Kind] = mapped_column(enum_column(Kind))
    received_on: Mapped[date]
    due_on: Mapped[date | None]
    department: Mapped[str | None] = mapped_column(ForeignKey("department.code"))
    official_id: Mapped[int | None] = mapped_column(ForeignKey("official.id"))
    closed_on: Mapped[date | None]
    answered_on: Mapped[date | None]
    answer_days: Mapped[int | None]
    competent: Mapped[str | None] = mapped_column(ForeignKey("department.code"))
    routed_by: Mapped[str | None]
    last_sequence: Mapped[int]
    last_hash: Mapped[str]
    breached_on: Mapped[date | None]
    contested: Mapped[bool] = mapped_column(default=False)
    appeal_to: Mapped[str | None]
    # A report, or mixed with one among its parts: either is guarded.
    holds_report: Mapped[bool] = mapped_column(default=False)
    # Of several matters: the offices that see to one, for the queue of each.
    part_departments: Mapped[list[str]] = mapped_column(default=list)
    reckoned_with: Mapped[int]

    events: Mapped[list[PetitionEvent]] = relationship(
        order_by=PetitionEvent.sequence, lazy="select"
    )

    def timeline(self) -> tuple[Event, ...]:
        """What happened, in order."""
        return tuple(row.to_event() for row in self.events)

    def rules(self) -> Rules:
        """Those its dates are reckoned with: of its own version, by the day it arrived.

        Only `acts/reckon.py` moves an open case to the newest, and tells what moved; one that ended
        keeps for ever those it ended under.
        """
        return self.rule_book().on(arrival_of(self.timeline()))

    def rules_of_today(self) -> Rules:
        """The newest: what runs after a case ended, as the days to contest it, goes by these."""
        return rule_book(live_session(self)).on(arrival_of(self.timeline()))

    def rule_book(self) -> RuleBook:
        """The rules of its version; the newest before its first event."""
        version = self.reckoned_with if self.last_sequence else None
        return rule_book(live_session(self), version)

    def standing(self) -> Standing:
        """Where the petition stands in law, folded afresh."""
        return self.rules().standing(self.timeline())

    def record(self, *events: Event, actor: Actor) -> Standing:
        """Append `events`, fold the timeline, write the computed columns and the kept figures.

        A date that went by unmet before an event is put on record first. Must run in a writing
        transaction. A second writer of the same petition fails on the unique key of petition and
        sequence.
        """
        session = live_session(self)
        before = tuple(petition_tallies(self.figures())) if self.last_sequence else ()
        rules = self.rules_to_record(events)
        for event in events:
            if self.last_sequence:
                self.note_breaches(event.at, rules)
            self.append(event, actor)
        now_standing = rules.standing(self.timeline())
        self.write_columns(now_standing, rules)
        session.flush()
        move_tallies(session, before, petition_tallies(self.figures()))
        return now_standing

    def record_breaches(self, at: datetime) -> int:
        """Put on record what went by unmet until then; how many dates. As `record` otherwise."""
        session, known = live_session(self), self.last_sequence
        before = tuple(petition_tallies(self.figures()))
        rules = self.rules_to_record(())
        self.note_breaches(at, rules)
        self.write_columns(rules.standing(self.timeline()), rules)
        session.flush()
        move_tallies(session, before, petition_tallies(self.figures()))
        return self.last_sequence - known

    def rules_to_record(self, events: Sequence[Event]) -> Rules:
        """The newest for its first events, then its own: a told date moves only by being reckoned.

        A case that a change passed by is moved by `acts/reckon_stale.py`, with its event.
        """
        if self.last_sequence:
            return self.rules()
        return rule_book(live_session(self)).on(arrival_of(events))

    def note_breaches(self, at: datetime, rules: Rules) -> None:
        """Append what went by unmet until then and is not yet on record."""
        for due_on, kinds in rules.standing(self.timeline()).unrecorded_breaches(local_day(at)):
            self.append(Breached(at, due_on, kinds), SYSTEM)

    def append(self, event: Event, actor: Actor) -> None:
        """Add the row that continues this petition's chain."""
        row = PetitionEvent(**link(event, actor, self.last_sequence + 1, self.last_hash))
        self.events.append(row)
        self.last_sequence = row.sequence
        self.last_hash = row.hash

    def write_columns(self, now_standing: Standing, rules: Rules) -> None:
        """The cache of the fold."""
        for name, value in columns_of(now_standing, rules).items():
            setattr(self, name, value)
        self.reckoned_with = rules.version

    def figures(self) -> dict[str, Any]:
        """The columns that published figures are counted from."""
        return {name: getattr(self, name) for name in FIGURE_COLUMNS}


FIGURE_COLUMNS = (
    "phase",
    "kind",
    "received_on",
    "due_on",
    "department",
    "answered_on",
    "answer_days",
    "breached_on",
    "channel",
    "area",
)


COMPUTED = (
    "phase", "kind", "received_on", "due_on", "department", "official_id", "closed_on",
    "answered_on", "answer_days", "breached_on", "competent", "routed_by", "contested",
    "appeal_to", "holds_report", "part_departments",
)  # fmt: skip
"""What `columns_of` answers, in its order."""


def columns_of(now_standing: Standing, rules: Rules) -> dict[str, Any]:
    """The computed columns and their values: `record` writes them, `verify` compares them."""
    return {
        "phase": now_standing.phase,
        "kind": now_standing.kind,
        "received_on": now_standing.received_on,
        "due_on": now_standing.due_on,
        "department": now_standing.department,
        "official_id": now_standing.official_id,
        "closed_on": now_standing.closed_on,
        "answered_on": now_standing.answered_on,
        "answer_days": answer_days(now_standing, rules),
        "breached_on": now_standing.breached_on,
        "competent": now_standing.competent,
        "routed_by": now_standing.routed_by,
        "contested": now_standing.is_contested,
        "appeal_to": now_standing.appeal_to,
        "holds_report": now_standing.holds_report,
        "part_departments": list(now_standing.part_departments),
    }


def answer_days(now_standing: Standing, rules: Rules) -> int | None:
    """Working days from reception to the answer's arrival; the first after reception is day 1."""
    if now_standing.answered_on is None:
        return None
    return rules.calendar.count_working_days(now_standing.received_on, now_standing.answered_on)


def digest_payload(salt: str, payload: dict[str, Any]) -> str:
    """A digest that nobody can guess back once the salt is erased."""
    return hashlib.sha256(salt.encode() + canonical(payload)).hexdigest()


def link(event: Event, actor: Actor, sequence: int, previous: str) -> dict[str, Any]:
    """The columns of the row that continues a chain after `previous`."""
    payload, salt = event.to_plain(), secrets.token_hex(16)
    row = {
        "sequence": sequence,
        "name": event.name,
        "at": event.at,
        "actor": actor.kind,
        "official_id": actor.official_id,
        "payload": payload,
        "salt": salt,
        "digest": digest_payload(salt, payload),
    }
    return {**row, "hash": chain_hash(row, previous)}


def chain_hash(row: Mapping[str, Any], previous: str) -> str:
    """SHA-256 of 0x00, the event's fixed facts and the hash before it (RFC 6962's leaf form)."""
    facts = {name: row[name] for name in CHAINED}
    facts["at"] = row["at"].astimezone(UTC).isoformat()
    return hashlib.sha256(b"\x00" + canonical(facts) + previous.encode()).hexdigest()


def canonical(plain: dict[str, Any]) -> bytes:
    """One spelling for one value: sorted keys, no spaces, UTF-8."""
    return _CANONICAL.encode(plain).encode()


_CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def live_session(petition: Petition) -> Session:
    """The session the petition lives in."""
    session = object_session(petition)
    if session is None:
        raise ValueError("the petition is in no session")
    return session


def is_parted() -> ColumnElement[bool]:
    """Whether some department sees to one of several matters; the words are those of `PARTED`."""
    return cast(Petition.part_departments, String) != literal_column("'[]'")


def has_part_of(department: str) -> ColumnElement[bool]:
    """Of several matters, whether that office sees to one; the list is kept as JSON."""
    theirs = cast(Petition.part_departments, String).contains(f'"{department}"', autoescape=True)
    return and_(is_parted(), theirs)


def by_number(session: Session, number: str, *, for_change: bool = False) -> Petition | None:
    """The petition of that number; to be changed, its row is locked on PostgreSQL and read anew.

    Read before the lock, it may have been another's to change in between.
    """
    query = select(Petition).where(Petition.number == number)
    if for_change:
        query = query.with_for_update(of=Petition).execution_options(populate_existing=True)
    return session.scalar(query)


class PetitionText(Base):
    """The words of a petition, by version; later additions are new rows. Never changed."""

    __tablename__ = "petition_text"
    __table_args__ = (UniqueConstraint("petition_id", "version"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    petition_id: Mapped[int] = mapped_column(ForeignKey("petition.id"))
    version: Mapped[int]
    body: Mapped[str]
    at: Mapped[datetime]
