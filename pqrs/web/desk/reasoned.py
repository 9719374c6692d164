"""Fields that the acts of the desk share: reasons, what is asked item by item, an act's number."""

from datetime import date
from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.outside.now import today
from pqrs.web.date_parts import DateParts
from pqrs.web.desk.case import CaseForm
from pqrs.web.fields import Text
from pqrs.web.forms import AtMost, LongText, Needed, OneLine
from pqrs.web.typed_text import clean

LONGEST_REASON: Final = 4000
LONGEST_ITEMS: Final = 6000
MARKS: Final = " \t-–•·*"
"""What people put before each item of a list."""


def reason_field(label: Text, message: Text) -> LongText:
    """Why, in words that stay."""
    return LongText(label, [Needed(message), AtMost(LONGEST_REASON)])


def items_field(label: Text, message: Text) -> LongText:
    """One thing in each line."""
    return LongText(label, [Needed(message), AtMost(LONGEST_ITEMS)])


def items_of(text: str) -> tuple[str, ...]:
    """The lines that say something, without the marks that people put before them."""
    return tuple(item for line in clean(text).splitlines() if (item := line.strip(MARKS)))


class ActForm(CaseForm):
    """What is decided by a numbered act; the day of today is already there."""

    act = OneLine(
        _l("Número del acto"),
        [Needed(_l("Escriba el número del acto, como «Resolución 123 de 2026».")), AtMost(120)],
    )
    act_on = DateParts(_l("Fecha del acto"), [Needed(_l("Escriba la fecha del acto."))])

    def begin(self) -> None:
        """Fill the day in."""
        self.act_on.process(None, today())

    def day(self) -> date:
        """The day of the act, which the form needs."""
        return self.act_on.data or today()
