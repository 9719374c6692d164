"""Cases whose columns are not what their events say, and open ones that lack the newest rules."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.models import Petition, newest_version
from pqrs.models.reckoning import OPEN, wrong_columns


@dataclass(frozen=True)
class WrongCase:
    """`differing`: by column, what is kept and what is right. `fault`: it cannot be read."""

    number: str
    differing: dict[str, tuple[Any, Any]]
    fault: str


@dataclass(frozen=True)
class WrongDates:
    """`stale`: how many open cases have older rules than the newest."""

    cases: tuple[WrongCase, ...]
    stale: int


def wrong_dates(session: Session) -> WrongDates:
    """Fold every petition again, by its own rules."""
    cases = tuple(
        WrongCase(one.petition.number, one.differing, one.fault) for one in wrong_columns(session)
    )
    stale = select(func.count()).where(
        Petition.phase.in_(OPEN), Petition.reckoned_with < newest_version(session)
    )
    return WrongDates(cases, session.scalar(stale) or 0)
