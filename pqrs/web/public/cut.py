"""Which period the address asks for; every other question about the figures is refused.

A filter that nobody checked could be combined until one person is left.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import request
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.queries.periods import Period, periods, read_period

NAME: Final = "periodo"
LEFT_BY_OTHERS: Final = ("utm_", "fbclid", "gclid")
"""What networks add to a shared link; it asks for nothing."""
NOT_PUBLISHED: Final = _l("Ese corte no se publica para proteger la identidad de las personas.")


@dataclass(frozen=True)
class Cut:
    """The period to show, those that may be asked for, and whether another was asked for."""

    period: Period
    offered: tuple[Period, ...]
    refused: bool


def asked_cut(today: date) -> Cut:
    """Without a question, the present year. Refused: anything but one period that is offered."""
    offered = periods(db.session(), today)
    asked = [name for name in request.args if not name.startswith(LEFT_BY_OTHERS)]
    if not asked:
        return Cut(offered[0], offered, refused=False)
    values = request.args.getlist(NAME)
    period = read_period(values[0]) if len(values) == 1 and asked == [NAME] else None
    if period is None or period not in offered:
        return Cut(offered[0], offered, refused=True)
    return Cut(period, offered, refused=False)
