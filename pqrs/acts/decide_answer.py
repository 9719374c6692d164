"""Another person approves or refuses that an answer be published; and withdraws one that was."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.propose_answer import OPENNESS, PRIVACY, check_days, check_words, note
from pqrs.law import OWN_REGULATION, Refusal, local_day
from pqrs.models import (
    AnswerStatus,
    Petition,
    PublicAnswer,
    PublicAnswerWord,
    may_be_source,
    took_its_place,
)
from pqrs.office import Permission, Viewer, allowed
from pqrs.office.answer_words import weights_of


class UnknownAnswerError(Exception):
    """There is no such answer."""


class DecidedAnswerError(Exception):
    """Somebody decided it another way since the page was shown."""


def decide_answer(
    session: Session, answer_id: int, *, approve: bool, reason: str, viewer: Viewer, office: Office
) -> AnswerStatus:
    """Publish it, and it can be found at once; or refuse it with the reason. Twice is once.

    Raises `NotAllowedError`, `UnknownAnswerError`, `DecidedAnswerError`, or a `Refusal` when the
    person is who proposed it, a refusal has no reason, or it may not be published any more.
    """
    row = the_answer(session, answer_id, viewer)
    wanted = AnswerStatus.PUBLISHED if approve else AnswerStatus.REFUSED
    if row.status is wanted:
        return wanted
    if row.status is not AnswerStatus.PROPOSED:
        raise DecidedAnswerError(answer_id)
    if row.proposed_by == viewer.official_id:
        raise Refusal("rule_same_person", OWN_REGULATION)
    if not approve and not reason.strip():
        raise Refusal("rule_refusal_reason", OWN_REGULATION)
    if approve:
        check_again(session, row, office)
    row.decided_by, row.decided_at = viewer.official_id, office.clock()
    row.reason = "" if approve else reason.strip()
    row.published_on = local_day(office.clock()) if approve else None
    row.status = wanted
    session.flush()
    note(session, f"answer_{wanted.value}", row, viewer, office)
    if approve:
        keep_words(session, row, office)
        make_way(session, row, viewer, office)
    return wanted


def withdraw_answer(
    session: Session,
    answer_id: int,
    reason: str,
    *,
    viewer: Viewer,
    office: Office,
    looked: bool = False,
) -> None:
    """Take it down, with the reason that its page will show. Twice is once.

    The reason is as public as the answer, so it is read in the same way; `looked`: the person read
    what is doubtful in it. Raises `NotAllowedError`, `UnknownAnswerError`, `DecidedAnswerError` or
    a `Refusal`.
    """
    row = the_answer(session, answer_id, viewer)
    if row.status is AnswerStatus.WITHDRAWN:
        return
    if row.status is not AnswerStatus.PUBLISHED:
        raise DecidedAnswerError(answer_id)
    if not reason.strip():
        raise Refusal("answer_reason", OPENNESS)
    check_words(reason, source_row(session, row), office.pack, looked=looked)
    take_down(session, row, reason.strip(), viewer, office)


def the_answer(session: Session, answer_id: int, viewer: Viewer) -> PublicAnswer:
    """The row, with nobody else deciding. Raises `NotAllowedError` or `UnknownAnswerError`."""
    if not allowed(Permission.PUBLISH_ANSWER, viewer):
        raise NotAllowedError(Permission.PUBLISH_ANSWER)
    row = session.scalar(
        select(PublicAnswer)
        .where(PublicAnswer.id == answer_id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    if row is None:
        raise UnknownAnswerError(answer_id)
    return row


def check_again(session: Session, row: PublicAnswer, office: Office) -> None:
    """The case may have become a report, its person may have given a name, another its place."""
    if row.replaces:  # two that would replace the same one wait for each other
        session.execute(select(PublicAnswer.id).filter_by(id=row.replaces).with_for_update())
    petition = source_row(session, row)
    if petition is not None and not may_be_source(petition, office.pack):
        raise Refusal("answer_source", PRIVACY)
    check_days(row.review_by, local_day(office.clock()))
    check_words(f"{row.question}\n{row.answer}", petition, office.pack, looked=row.looked)
    if row.replaces and session.scalar(took_its_place(row.replaces).limit(1)) is not None:
        raise Refusal("answer_replaced", OPENNESS)


def source_row(session: Session, row: PublicAnswer) -> Petition | None:
    """The case it was made from; None for a frequent question."""
    return session.get(Petition, row.petition_id) if row.petition_id else None


def keep_words(session: Session, row: PublicAnswer, office: Office) -> None:
    """By which it is found."""
    topic = office.pack.topics_by_id.get(row.topic)
    found = weights_of(row.question, row.answer, topic)
    session.add_all(
        PublicAnswerWord(word=word, answer_id=row.id, weight=weight)
        for word, weight in found.items()
    )
    session.flush()


def make_way(session: Session, row: PublicAnswer, viewer: Viewer, office: Office) -> None:
    """The one it replaces is withdrawn without a reason: its page leads to this one."""
    old = session.get(PublicAnswer, row.replaces) if row.replaces else None
    if old is not None and old.status is AnswerStatus.PUBLISHED:
        take_down(session, old, "", viewer, office)


def take_down(
    session: Session, row: PublicAnswer, reason: str, viewer: Viewer, office: Office
) -> None:
    """Its words stay on record; nobody is shown them."""
    row.status, row.reason = AnswerStatus.WITHDRAWN, reason
    row.withdrawn_by, row.withdrawn_at = viewer.official_id, office.clock()
    session.flush()
    note(session, "answer_withdrawn", row, viewer, office)
