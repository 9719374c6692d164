"""Answers of general interest: by words, one by one, and those like what is being written."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models import (
    AnswerStatus,
    PublicAnswer,
    PublicAnswerWord,
    is_fit,
    is_listed,
    took_its_place,
)
from pqrs.office import Pack
from pqrs.office.answer_words import Known, answers_it, meant_by, said_in, sought_in, weights_of

ROWS = 15
MOST_PAGES = 1_000
SUGGESTED = 3
_CANDIDATES = 12
_PREFIX = 2
"""Letters that even a misspelt word of a search begins with."""
_LAST = "\uffff"


@dataclass(frozen=True)
class AnswerRow:
    """One answer as anyone may read it: nothing in it says from which case it came."""

    id: int
    question: str
    answer: str
    topic: str
    department: str
    place: str | None
    published_on: date
    review_by: date


@dataclass(frozen=True)
class AnswerList:
    """One page, the best first when words were sought, else the newest. `has_more`: a next page.

    `departments`, `topics`: codes that some listed answer has, to choose from; of a department
    that ended, its heir's.
    """

    rows: tuple[AnswerRow, ...]
    has_more: bool
    departments: tuple[str, ...]
    topics: tuple[str, ...]


@dataclass(frozen=True)
class PublicPage:
    """`answer` is None once withdrawn; `reason` says why, `replaced_by` leads to the new one.

    None too, without a day, while its case may not be a source any more.
    """

    id: int
    question: str
    answer: AnswerRow | None
    withdrawn_on: date | None = None
    reason: str = ""
    replaced_by: int | None = None


@dataclass(frozen=True)
class Sought:
    """What the list is narrowed to; empty is everything."""

    text: str = ""
    department: str = ""
    topic: str = ""
    page: int = 1


def public_answers(session: Session, sought: Sought, on: date, pack: Pack) -> AnswerList:
    """At most three statements, whatever there is."""
    kinds = session.execute(
        select(PublicAnswer.department, PublicAnswer.topic).where(is_listed(on, pack)).distinct()
    ).all()
    conditions = [is_listed(on, pack)]
    if sought.department:
        theirs = {sought.department, *pack.inherited_by(sought.department, on)}
        conditions.append(PublicAnswer.department.in_(theirs))
    if sought.topic:
        conditions.append(PublicAnswer.topic == sought.topic)
    query = found_by(session, sought.text, conditions)
    rows: list[PublicAnswer] = []
    if query is not None:
        page = query.limit(ROWS + 1).offset((sought.page - 1) * ROWS)
        rows = list(session.scalars(page))
    return AnswerList(
        rows=tuple(map(shown, rows[:ROWS])),
        has_more=len(rows) > ROWS,
        departments=tuple(sorted({pack.heir_of(department, on) for department, _topic in kinds})),
        topics=tuple(sorted({topic for _department, topic in kinds})),
    )


def found_by(
    session: Session, text: str, conditions: Iterable[ColumnElement[bool]]
) -> Select[PublicAnswer] | None:
    """Those that have most of the words; every one when none is sought; None when none is known."""
    if not text:
        newest = (PublicAnswer.published_on.desc(), PublicAnswer.id.desc())
        return select(PublicAnswer).where(*conditions).order_by(*newest)
    wanted = sought_in(text)
    near = known_near(session, wanted) if wanted else frozenset()
    known = {word: one for one in wanted for word in meant_by(one, near)}
    if not known:
        return None
    word = PublicAnswerWord.word
    hits = func.count(func.distinct(case(known, value=word)))
    return (
        select(PublicAnswer)
        .join(PublicAnswerWord, PublicAnswerWord.answer_id == PublicAnswer.id)
        .where(*conditions, word.in_(known))
        .group_by(PublicAnswer.id)
        .having(hits >= -(-len(wanted) // 2))
        .order_by(hits.desc(), func.sum(PublicAnswerWord.weight).desc(), PublicAnswer.id.desc())
    )


def known_near(session: Session, wanted: Collection[str]) -> frozenset[str]:
    """The words of all answers that begin as one of these does. One statement."""
    word = PublicAnswerWord.word
    starts = {one[:_PREFIX] for one in wanted}
    near = or_(*(and_(word >= start, word < start + _LAST) for start in sorted(starts)))
    return frozenset(session.scalars(select(word).where(near).distinct()))


def public_answer(session: Session, answer_id: int, pack: Pack) -> PublicPage | None:
    """What its own address shows; None for what was never published. At most two statements."""
    found = session.execute(
        select(PublicAnswer, is_fit(pack)).where(
            PublicAnswer.id == answer_id, PublicAnswer.published_on.is_not(None)
        )
    ).one_or_none()
    if found is None:
        return None
    row, fit = found
    if row.status is AnswerStatus.PUBLISHED and fit:
        return PublicPage(row.id, row.question, shown(row))
    newer = took_its_place(row.id).where(is_fit(pack)).limit(1)
    day = local_day(row.withdrawn_at) if row.withdrawn_at else None
    replaced_by = session.scalar(newer)
    return PublicPage(row.id, "", None, day, row.reason, replaced_by)


def similar_answers(
    session: Session,
    text: str,
    *,
    topics: Collection[str],
    place: str | None,
    pack: Pack,
    on: date,
) -> tuple[AnswerRow, ...]:
    """Up to three that really seem to answer what is being written. One statement.

    `topics`: those it may be of. What is of another place is left out.
    """
    wanted = sought_in(text)
    if not wanted:
        return ()
    weight = func.sum(PublicAnswerWord.weight)
    near = case((PublicAnswer.topic.in_(topics), 1), else_=0)
    found = session.scalars(
        select(PublicAnswer)
        .join(PublicAnswerWord, PublicAnswerWord.answer_id == PublicAnswer.id)
        .where(is_listed(on, pack), PublicAnswerWord.word.in_(wanted))
        .group_by(PublicAnswer.id)
        .order_by(near.desc(), weight.desc(), PublicAnswer.id.desc())
        .limit(_CANDIDATES)
    )
    fitting = (
        row
        for row in found
        if fits(row, place, pack) and answers_it(wanted, topics, known(row, pack))
    )
    return tuple(shown(row) for _place, row in zip(range(SUGGESTED), fitting, strict=False))


def fits(row: PublicAnswer, place: str | None, pack: Pack) -> bool:
    """Whether it holds where the person is: everywhere, or there."""
    if row.place is None or place is None:
        return True
    upwards = pack.place_index.upwards
    return row.place in upwards(place) or place in upwards(row.place)


def known(row: PublicAnswer, pack: Pack) -> Known:
    """As far as its words go."""
    question = said_in(row.question)
    every = weights_of(row.question, row.answer, pack.topics_by_id.get(row.topic))
    return Known(row.topic, question, frozenset(every))


def shown(row: PublicAnswer) -> AnswerRow:
    """Without rows. Only of what was published."""
    assert row.published_on is not None  # noqa: S101  a published answer has its day
    return AnswerRow(
        id=row.id,
        question=row.question,
        answer=row.answer,
        topic=row.topic,
        department=row.department,
        place=row.place,
        published_on=row.published_on,
        review_by=row.review_by,
    )
