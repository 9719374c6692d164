"""What a receipt says of one petition or of one signed answer: as it was filed, as it was signed.

Nothing that happened later changes it, so the same receipt can be made again at any time.
"""

import json
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import (
    Assigned,
    Decision,
    Denial,
    Event,
    Filed,
    Rules,
    denial_from_plain,
    local_day,
)
from pqrs.models import (
    Document,
    Notice,
    Petition,
    PetitionText,
    ReplyText,
    RuleChange,
    by_number,
    facts_of,
    rule_book,
)
from pqrs.office import Audience
from pqrs.office.attachments import AttachedFile
from pqrs.office.discretion import is_guarded
from pqrs.office.receipt_seal import Seal, fingerprint

TERM_STEPS: Final = ("step.term", "step.part", "step.no_term")
"""The keys of the step that says the term, as `law/explain.py` names them."""


@dataclass(frozen=True)
class ReceiptFacts:
    """`department`: who had to answer from the start; None while a person had yet to decide.

    `due_on`: the day that was told at filing, None when the kind has no term. `why`: that term and
    its norm, in one sentence of the law's.
    `is_guarded`: it may not say whose it is to answer, and its file not its number. `missing`: what
    it was filed without (CPACA art. 15). `language`: of whoever filed it.
    """

    number: str
    filed_at: datetime
    received_at: datetime
    is_guarded: bool
    department: str | None
    due_on: date | None
    why: str
    text_sha256: str
    files: tuple[AttachedFile, ...]
    missing: tuple[str, ...]
    language: str

    @property
    def seal(self) -> Seal:
        """What its signature covers."""
        digest = fingerprint(self.text_sha256, [file.sha256 for file in self.files])
        return Seal(self.number, self.filed_at, self.received_at, digest)


@dataclass(frozen=True)
class AnswerFacts:
    """A signed answer. `petition`: the number of what it answers, never part of the seal.

    `decision`, `denial`, `refers_to`: its sense, which was signed with its words.
    """

    number: str
    petition: str
    is_guarded: bool
    signed_at: datetime
    body: str
    decision: Decision
    denial: Denial | None
    refers_to: str
    language: str

    @property
    def text_sha256(self) -> str:
        return hash_of(self.body)

    @property
    def sense_sha256(self) -> str:
        """Of what it decides, why it refuses and which answer it refers to, as one line of JSON."""
        denial = self.denial.to_plain() if self.denial else None
        sense = [self.decision.value, denial, self.refers_to]
        return hash_of(json.dumps(sense, sort_keys=True, ensure_ascii=False))

    @property
    def seal(self) -> Seal:
        """What its signature covers."""
        digest = fingerprint(self.text_sha256, [self.sense_sha256])
        return Seal(self.number, self.signed_at, None, digest)


def receipt_facts(session: Session, number: str) -> ReceiptFacts | None:
    """Of the petition of that number; None when there is none, or its words are kept no more."""
    petition = by_number(session, number)
    if petition is None:
        return None
    text = session.scalar(
        select(PetitionText.body).where(
            PetitionText.petition_id == petition.id, PetitionText.version == 1
        )
    )
    filed, *rest = petition.timeline()
    if text is None or not isinstance(filed, Filed):
        return None
    rules = rules_then(session, petition, filed)
    return ReceiptFacts(
        number=petition.number,
        filed_at=petition.filed_at,
        received_at=filed.received_at,
        is_guarded=is_guarded(facts_of(petition), filed),
        department=first_department(rest),
        due_on=told_due_date(session, petition, filed, rules),
        why=why_then(filed, rules),
        text_sha256=hash_of(text),
        files=filed_files(session, petition),
        missing=tuple(petition.missing),
        language=petition.language,
    )


def answer_facts(session: Session, number: str) -> AnswerFacts | None:
    """The newest signed answer of the petition of that number."""
    row = session.execute(
        select(ReplyText, Petition)
        .join(Petition, Petition.id == ReplyText.petition_id)
        .where(Petition.number == number, ReplyText.signed_at.is_not(None))
        .order_by(ReplyText.version.desc())
        .limit(1)
    ).one_or_none()
    return as_answer(*row) if row else None


def letter_facts(session: Session, letter_number: str) -> AnswerFacts | None:
    """The signed answer of that letter number."""
    row = session.execute(
        select(ReplyText, Petition)
        .join(Petition, Petition.id == ReplyText.petition_id)
        .where(ReplyText.letter_number == letter_number, ReplyText.signed_at.is_not(None))
    ).one_or_none()
    return as_answer(*row) if row else None


def as_answer(row: ReplyText, petition: Petition) -> AnswerFacts | None:
    """The row as a value."""
    if row.letter_number is None or row.signed_at is None:
        return None
    return AnswerFacts(
        number=row.letter_number,
        petition=petition.number,
        is_guarded=is_guarded(facts_of(petition), petition.timeline()[0]),
        signed_at=row.signed_at,
        body=row.body,
        decision=row.decision,
        denial=denial_from_plain(row.denial),
        refers_to=row.refers_to,
        language=petition.language,
    )


def filed_files(session: Session, petition: Petition) -> tuple[AttachedFile, ...]:
    """Those that came with it; what was added later has its own proof."""
    rows = session.scalars(
        select(Document)
        .where(Document.petition_id == petition.id, Document.added_at <= petition.filed_at)
        .order_by(Document.position)
    )
    return tuple(row.to_file() for row in rows)


def first_department(events: list[Event]) -> str | None:
    """Where it went when it was filed; None when that was for a person to decide."""
    first = next((event for event in events if isinstance(event, Assigned)), None)
    return first.department if first and first.by != "intake" else None


def rules_then(session: Session, petition: Petition, filed: Filed) -> Rules:
    """Those in force at the filing; its own for a case older than any rule of this database."""
    version = session.scalar(
        select(func.max(RuleChange.version)).where(RuleChange.decided_at <= petition.filed_at)
    )
    if version is None:
        return petition.rules()
    return rule_book(session, version).on(local_day(filed.received_at))


def told_due_date(session: Session, petition: Petition, filed: Filed, rules: Rules) -> date | None:
    """The day that the person was told then, whatever moved since: the notice of the filing has it.

    It is not reckoned anew, because a petition filed while a change of the rules was being approved
    was told a day by the rules before. A case of another system has no such notice.
    """
    told = session.scalar(
        select(Notice.details)
        .where(
            Notice.petition_id == petition.id,
            Notice.letter == "receipt",
            Notice.audience == Audience.PETITIONER,
        )
        .order_by(Notice.id)
        .limit(1)
    )
    if told is None:
        return rules.standing((filed,)).due_on
    return date.fromisoformat(told["due_on"]) if told["due_on"] else None


def why_then(filed: Filed, rules: Rules) -> str:
    """How long there is, from when, and by which norm."""
    steps = rules.explain((filed,)).steps
    return next((str(step) for step in steps if step.key.startswith(TERM_STEPS)), "")


def hash_of(text: str) -> str:
    """SHA-256 of the words in UTF-8."""
    return sha256(text.encode()).hexdigest()
