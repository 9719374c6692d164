"""The fields that proposals share: a known day, a whole number, the formal act, validity."""

from collections.abc import Sequence
from typing import Any

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError
from wtforms.form import BaseForm

from pqrs.law import FIRST_YEAR, LAST_YEAR
from pqrs.web.fields import Check, Text
from pqrs.web.forms import AtMost, DateParts, Needed, OneLine, PageForm


class KnownDay(DateParts):
    """A day of the years that the calendar knows."""

    def pre_validate(self, _form: BaseForm) -> None:
        """Say which years they are."""
        if self.data is not None and not FIRST_YEAR <= self.data.year <= LAST_YEAR:
            raise ValidationError(
                _("Escriba un año entre %(first)s y %(last)s.", first=FIRST_YEAR, last=LAST_YEAR)
            )


class WholeNumber(OneLine):
    """A number without decimals; `number` is None when nothing was written."""

    number: int | None = None

    def __init__(
        self,
        label: Text,
        validators: Sequence[Check] = (),
        *,
        least: int,
        most: int,
        **kwargs: Any,
    ) -> None:
        """From `least` to `most`, both included."""
        super().__init__(label, validators, **kwargs)
        self.least, self.most = least, most

    def pre_validate(self, form: BaseForm) -> None:
        """Digits of ours, and no more than it may be."""
        super().pre_validate(form)
        if not self.data:
            return
        digits = self.data.removeprefix("-")
        plain = digits.isascii() and digits.isdecimal() and len(digits) <= len(str(self.most))
        self.number = int(self.data) if plain else None
        if self.number is None or not self.least <= self.number <= self.most:
            raise ValidationError(
                _("Escriba un número entre %(least)s y %(most)s.", least=self.least, most=self.most)
            )


def act_field() -> OneLine:
    """The number of the act, as a person would cite it."""
    return OneLine(
        _l("Acto y número"),
        [Needed(_l("Escriba el acto y su número, por ejemplo Decreto 045 de 2026.")), AtMost(200)],
    )


def act_day_field() -> DateParts:
    """Its date."""
    return DateParts(_l("Fecha del acto"), [Needed(_l("Escriba la fecha del acto."))])


def officer_field() -> OneLine:
    """Who issued it."""
    return OneLine(
        _l("Quién lo expidió"),
        [Needed(_l("Escriba quién expidió el acto, por ejemplo Alcalde municipal.")), AtMost(200)],
    )


def norm_field() -> OneLine:
    """The norm that a holiday or a term cites."""
    return OneLine(
        _l("Norma"),
        [Needed(_l("Escriba la norma, por ejemplo Ley 1437 de 2011.")), AtMost(200)],
    )


def article_field() -> OneLine:
    """Its article; some norms have none."""
    return OneLine(_l("Artículo"), [AtMost(100)])


def begins_field() -> KnownDay:
    """The first day of validity."""
    return KnownDay(_l("Rige desde"), [Needed(_l("Escriba el día desde el que rige."))])


def until_field() -> KnownDay:
    """The last day of validity; most have none."""
    return KnownDay(_l("Rige hasta"))


class RuleForm(PageForm):
    """A change and the formal act it rests on; its three fields come last.

    `begins` and `until` are there when the change has a validity.
    """

    act: OneLine
    act_on: DateParts
    officer: OneLine

    def validate_until(self, field: KnownDay) -> None:
        """Not before it begins."""
        begins = self["begins"].data
        if begins and field.data and field.data < begins:
            raise ValidationError(_("El último día no puede ser anterior al primero."))
