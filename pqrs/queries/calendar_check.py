"""A year's calendar compared with the law's rule, and who signed it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from pqrs.law import holidays_in
from pqrs.models import Official, rule_book
from pqrs.models.year_days import Difference, differences, digest_of_year, last_signature


@dataclass(frozen=True)
class Signature:
    """`is_current`: the days are still those that were signed."""

    by: str
    at: datetime
    act: str
    is_current: bool


@dataclass(frozen=True)
class CalendarCheck:
    """`differences`: each with its reason and norm. `signature`: the last one, even if stale."""

    year: int
    differences: tuple[Difference, ...]
    signature: Signature | None

    @property
    def is_signed(self) -> bool:
        """Signed as it stands now."""
        return self.signature is not None and self.signature.is_current


def calendar_check(session: Session, year: int) -> CalendarCheck:
    """Compare. At most three statements. Raises LawError for a year out of range."""
    holidays_in(year)
    book = rule_book(session)
    return CalendarCheck(year, differences(book, year), signature_of(session, year))


def signature_of(session: Session, year: int) -> Signature | None:
    """The year's last signature, with the name of whoever gave it."""
    row = last_signature(session, year)
    if row is None:
        return None
    return Signature(
        by=session.get_one(Official, row.signed_by).name,
        at=row.signed_at,
        act=row.act,
        is_current=row.digest == digest_of_year(rule_book(session), year),
    )
