"""An administrator signs a year's calendar: compared with the law, its differences justified."""

from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import OWN_REGULATION, Refusal, holidays_in
from pqrs.models import AuditEntry, CalendarSignature, rule_book
from pqrs.models.year_days import differences, digest_of_year, is_signed
from pqrs.office import Permission, Viewer, allowed


def sign_calendar(
    session: Session, *, year: int, act: str, viewer: Viewer, office: Office
) -> CalendarSignature:
    """Keep who signed which days, when, and by which act they differ from the law's rule.

    A later change of the year's days makes the signature stale. Raises `NotAllowedError`, LawError
    for a year out of range, or `Refusal`: differences without an act, or signed already.
    """
    if not allowed(Permission.EDIT_OFFICE, viewer):
        raise NotAllowedError(Permission.EDIT_OFFICE)
    holidays_in(year)  # refuses a year out of range by its name
    book = rule_book(session)
    if is_signed(session, year):
        raise Refusal("rule_signed", OWN_REGULATION, year=year)
    if differences(book, year) and not act.strip():
        raise Refusal("rule_signature_act", OWN_REGULATION, year=year)
    signature = CalendarSignature(
        year=year,
        digest=digest_of_year(book, year),
        act=act.strip(),
        signed_by=viewer.official_id,
        signed_at=office.clock(),
    )
    session.add(signature)
    session.flush()
    session.add(
        AuditEntry(
            at=signature.signed_at,
            official_id=viewer.official_id,
            action="calendar_signed",
            petition_id=None,
            details={"year": year, "digest": signature.digest},
        )
    )
    session.flush()
    return signature
