"""The rules that deadlines are reckoned with, as this database holds them, version by version."""

import json
from datetime import date
from functools import lru_cache

from sqlalchemy import String, cast, func, select
from sqlalchemy.orm import Session

from pqrs.law import Change, ChangeKind, RuleBook, Rules
from pqrs.models.rule_change import RuleChange, RuleStatus

KEY = "rules"
AS_TEXT = cast(RuleChange.payload, String)
"""Read only when a book is made of it: the law's own data is long."""
_Row = tuple[int, str, str, str]
_KEPT_BOOKS = 64


def rules_for(session: Session, on: date | None = None) -> Rules:
    """The newest rules for what is received on that day; without a day, those without an end.

    For one petition ask it: `petition.rules()`.
    """
    return rule_book(session).on(on or date.max)


def rule_book(session: Session, version: int | None = None) -> RuleBook:
    """The rules of a version, the newest without one; read once a session (see `forget_rules`)."""
    rows = _approved(session)
    if version is not None and rows and version < rows[-1][0]:
        rows = tuple(row for row in rows if row[0] <= version)
    return _book(rows)


def newest_version(session: Session) -> int:
    """The version of the last approved change; 0 where there is none."""
    return session.scalar(select(func.max(RuleChange.version))) or 0


def forget_rules(session: Session) -> None:
    """Read the rules again at the next question."""
    session.info.pop(KEY, None)


def _approved(session: Session) -> tuple[_Row, ...]:
    """Every approved change, oldest first."""
    if KEY not in session.info:
        with session.no_autoflush:
            rows = session.execute(
                select(RuleChange.version, RuleChange.kind, AS_TEXT, RuleChange.act)
                .where(RuleChange.status == RuleStatus.APPROVED)
                .order_by(RuleChange.version)
            )
            session.info[KEY] = tuple(
                (version, kind.value, payload, act) for version, kind, payload, act in rows
            )
    found: tuple[_Row, ...] = session.info[KEY]
    return found


@lru_cache(maxsize=_KEPT_BOOKS)
def _book(rows: tuple[_Row, ...]) -> RuleBook:
    """The same rows are the same rules: every session of the process shares one book."""
    return RuleBook.of(
        (version, Change(ChangeKind(kind), json.loads(payload), act))
        for version, kind, payload, act in rows
    )
