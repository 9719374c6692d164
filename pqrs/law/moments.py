"""Instants and the local days they fall on. Nothing here asks what time it is.

The law counts days of Bogotá (law of counting: Ley 4 de 1913, artículos 59 a 62), so an instant
is always brought to that zone before its day is taken.
"""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pqrs.law.citations import COUNTING
from pqrs.law.refusals import LawError

BOGOTA = ZoneInfo("America/Bogota")


def aware(moment: datetime) -> datetime:
    """An instant without a zone was written by somebody in Colombia."""
    return moment.replace(tzinfo=BOGOTA) if moment.tzinfo is None else moment


def local(moment: datetime) -> datetime:
    return moment.replace(tzinfo=BOGOTA) if moment.tzinfo is None else moment.astimezone(BOGOTA)


def local_day(moment: datetime) -> date:
    """23:59:59 belongs to its day; one second after midnight is already the next."""
    return (moment if moment.tzinfo is BOGOTA else local(moment)).date()


def read_moment(text: str) -> datetime:
    """Read ISO 8601; a date alone is its midnight, no zone is Bogotá.

    Raises LawError when there is no such day or hour.
    """
    try:
        return local(datetime.fromisoformat(text.strip()))
    except (ValueError, OverflowError, AttributeError):
        raise LawError("moment", COUNTING, text=text) from None


def read_day(text: str) -> date:
    return read_moment(text).date()
