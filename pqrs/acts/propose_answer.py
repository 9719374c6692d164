"""An official proposes that an answer of general interest be published, without whoever asked.

From an answered case or from nothing. Ley 1712 de 2014, artículo 14: what is answered to one is put
within reach of all.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError, UnknownCaseError
from pqrs.law import Citation, Refusal, local_day
from pqrs.models import (
    AnswerStatus,
    AuditEntry,
    Petition,
    PublicAnswer,
    ReplyText,
    by_number,
    facts_of,
    known_person,
    may_be_source,
)
from pqrs.office import Pack, Permission, Viewer, allowed
from pqrs.office.giveaways import giveaways, unmarked
from pqrs.office.personal_data import KnownPerson

PRIVACY: Final = Citation("Ley 1581 de 2012", "4")
OPENNESS: Final = Citation("Ley 1712 de 2014", "14")
LONGEST_VALIDITY: Final = timedelta(days=731)


@dataclass(frozen=True)
class Wording:
    """What everybody will read. `review_by`: the last day without being read again."""

    question: str
    answer: str
    topic: str
    place: str | None
    review_by: date

    @property
    def whole(self) -> str:
        """All of it, to look for what says who somebody is."""
        return f"{self.question}\n{self.answer}"


def propose_answer(  # noqa: PLR0913  what is said, of which case, in place of which, and who
    session: Session,
    wording: Wording,
    *,
    viewer: Viewer,
    office: Office,
    number: str | None = None,
    replaces: int | None = None,
    looked: bool = False,
) -> int:
    """Leave it for a supervisor; its id. The same again, still undecided, is the first.

    `looked`: the person read what is doubtful, and all that comes from a case. Raises
    `NotAllowedError`, `UnknownCaseError` or a `Refusal`.
    """
    petition = source_of(session, number, viewer=viewer, pack=office.pack)
    if not allowed(Permission.PROPOSE_ANSWER, viewer):
        raise NotAllowedError(Permission.PROPOSE_ANSWER)
    moment = office.clock()
    before = earlier(session, replaces, viewer, office)
    petition = petition or source_of_earlier(session, before, office.pack)
    check_days(wording.review_by, local_day(moment))
    check_words(wording.whole, petition, office.pack, looked=looked)
    row = PublicAnswer(
        question=wording.question,
        answer=wording.answer,
        topic=wording.topic,
        department=viewer.department,
        place=wording.place,
        review_by=wording.review_by,
        petition_id=petition.id if petition else None,
        replaces=before.id if before and before.status is AnswerStatus.PUBLISHED else None,
        looked=looked,
        status=AnswerStatus.PROPOSED,
        proposed_by=viewer.official_id,
        proposed_at=moment,
    )
    if (known := pending_like(session, row)) is not None:
        return known
    session.add(row)
    session.flush()
    note(session, "answer_proposed", row, viewer, office)
    return row.id


def source_of(
    session: Session, number: str | None, *, viewer: Viewer, pack: Pack
) -> Petition | None:
    """The case it is made from: one that this person answers, with its answer signed."""
    if number is None:
        return None
    petition = by_number(session, number)
    if petition is None:
        raise UnknownCaseError(number)
    if not allowed(Permission.PROPOSE_ANSWER, viewer, facts_of(petition), pack.entity.signer):
        raise NotAllowedError(Permission.PROPOSE_ANSWER)
    signed = select(ReplyText.id).where(
        ReplyText.petition_id == petition.id, ReplyText.signed_at.is_not(None)
    )
    if not may_be_source(petition, pack) or session.scalar(signed.limit(1)) is None:
        raise Refusal("answer_source", PRIVACY)
    return petition


def check_days(review_by: date, today: date) -> None:
    """It is read again some day, and not in ten years. Raises a `Refusal`."""
    if not today < review_by <= today + LONGEST_VALIDITY:
        raise Refusal("answer_review_day", OPENNESS)


def check_words(text: str, petition: Petition | None, pack: Pack, *, looked: bool) -> None:
    """Nothing in it says who somebody is, as far as a machine can tell. Raises a `Refusal`.

    What comes from a case is always read by a person: a lone name has no mark.
    """
    person = known_person(petition.petitioner) if petition else KnownPerson()
    marks = giveaways(text, person, pack)
    if any(one.is_sure for one in marks) or unmarked(text, person, pack):
        raise Refusal("answer_personal_data", PRIVACY)
    if (marks or petition) and not looked:
        raise Refusal("answer_not_looked", PRIVACY)


def earlier(
    session: Session, answer_id: int | None, viewer: Viewer, office: Office
) -> PublicAnswer | None:
    """The answer that is put in other words: one that this person's department answers for."""
    theirs = office.pack.inherited_by(viewer.department or "", local_day(office.clock()))
    return session.scalar(
        select(PublicAnswer).where(
            PublicAnswer.id == answer_id, PublicAnswer.department.in_(theirs)
        )
    )


def source_of_earlier(session: Session, before: PublicAnswer | None, pack: Pack) -> Petition | None:
    """Other words are still of the same case, whoever has it now."""
    if before is None or before.petition_id is None:
        return None
    petition = session.get_one(Petition, before.petition_id)
    if not may_be_source(petition, pack):
        raise Refusal("answer_source", PRIVACY)
    return petition


ALIKE: Final = (
    "question", "answer", "topic", "department", "place", "review_by", "petition_id", "replaces",
)  # fmt: skip
"""What two proposals have in common when they are one."""


def pending_like(session: Session, row: PublicAnswer) -> int | None:
    """The undecided one that says the same in everything, if there is one."""
    same = (getattr(PublicAnswer, name) == getattr(row, name) for name in ALIKE)
    return session.scalar(
        select(PublicAnswer.id).where(PublicAnswer.status == AnswerStatus.PROPOSED, *same)
    )


def note(session: Session, action: str, row: PublicAnswer, viewer: Viewer, office: Office) -> None:
    """Who did it and when, in the trail that is never changed."""
    entry = AuditEntry(
        at=office.clock(),
        official_id=viewer.official_id,
        action=action,
        petition_id=None,
        details={"answer": row.id, "reason": row.reason or ""},
    )
    session.add(entry)
    session.flush()
