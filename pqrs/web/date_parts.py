"""A date typed in three boxes: no calendar to open, nothing to learn."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field

from pqrs.web.fields import Check, Text
from pqrs.web.typed_text import clean, without_control

REAL_DATE: Final = _l("Escriba una fecha que exista, por ejemplo 27 3 2026.")
FIRST_YEAR, LAST_YEAR = 1900, 2199
YEAR_DIGITS: Final = 4
SHOWN: Final = 20
"""Characters of a box that are shown again; nobody's day is longer."""
PARTS: Final = ("day", "month", "year")


def day_of(boxes: tuple[str, ...]) -> date | None:
    """The day three plain numbers name, between 1900 and 2199; None when they name none."""
    if not all(box.isascii() and box.isdecimal() and len(box) <= YEAR_DIGITS for box in boxes):
        return None
    day, month, year = (int(box) for box in boxes)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


@dataclass(frozen=True)
class DatePart:
    """One of the three boxes of a date, as the macro draws it."""

    name: str
    id: str
    label: str
    value: str
    width: int


class DateParts(Field):
    """Posts `<name>-day`, `<name>-month` and `<name>-year`; `data` is None when all are empty."""

    data: date | None

    def __init__(self, label: Text, validators: Sequence[Check] = (), **kwargs: Any) -> None:
        """As WTForms' own."""
        super().__init__(label, list(validators), **kwargs)
        self.typed: tuple[str, ...] = ("", "", "")

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:  # noqa: ANN401, ARG002  WTForms' own signature
        """Read the three boxes; what was typed is kept as typed, to be shown again."""
        self.process_errors = []
        self.data = data if isinstance(data, date) else None
        if formdata is None:
            if self.data:
                self.set_day(self.data)
            return
        boxes = (formdata.get(f"{self.name}-{part}", "") for part in PARTS)
        self.typed = tuple(without_control(clean(str(box)))[:SHOWN] for box in boxes)
        self.data = day_of(self.typed)
        if any(self.typed) and self.data is None:
            self.process_errors.append(str(REAL_DATE))

    def set_day(self, day: date) -> None:
        """A day that follows from what was typed elsewhere, shown as if it had been typed."""
        self.data = day
        self.typed = (str(day.day), str(day.month), str(day.year))

    @property
    def parts(self) -> tuple[DatePart, ...]:
        """Day, month and year for the macro `date_field`."""
        labels = (_("Día"), _("Mes"), _("Año"))
        return tuple(
            DatePart(f"{self.name}-{part}", f"{self.id}-{part}", label, value, width)
            for part, label, value, width in zip(PARTS, labels, self.typed, (2, 2, 4), strict=True)
        )

    @property
    def focus_id(self) -> str:
        """Where the error summary leads: the day."""
        return f"{self.id}-day"
