"""May third persons be told of the case, or heard in it (CPACA art. 37, 38)? As `lawful.py`."""

from datetime import date

from pqrs.law import lawful
from pqrs.law.citations import cpaca
from pqrs.law.refusals import Refusal
from pqrs.law.standing import Standing

_TELLING = cpaca("37")


def tell(standing: Standing, on: date | None = None, today: date | None = None) -> Refusal | None:
    """While there is a decision to take, any number of times.

    Never of a report: whoever it speaks of would know of it. `on`: the day, not before it arrived.
    """
    if standing.holds_report:
        return Refusal("third_report", _TELLING)
    if standing.replied_on:
        return Refusal("already_replied", _TELLING, day=standing.replied_on)
    return lawful.reply(standing) or _day(standing, on, today)


def hear(standing: Standing, on: date | None = None, today: date | None = None) -> Refusal | None:
    """Told or not, and also after the answer, while the file is here. A report has no parties."""
    if standing.holds_report:
        return Refusal("third_report", _TELLING)
    return lawful.converse(standing) or _day(standing, on, today)


def _day(standing: Standing, on: date | None, today: date | None) -> Refusal | None:
    if on and today and not standing.arrived_on <= on <= today:
        return Refusal("third_day", _TELLING, first=standing.arrived_on, last=today)
    return None
