"""What `/plazos` asks, kept whole in its address: such a link can be written by hand and shared.

A day is `2026-02-02` in a link, or three boxes when a browser sends the form.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, Final

from flask import request
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError
from wtforms.form import BaseForm

from pqrs.law import BOGOTA, COUNTING, Calendar, Kind, LawError
from pqrs.web.date_parts import REAL_DATE
from pqrs.web.forms import (
    AtMost,
    Choices,
    DateParts,
    GetForm,
    Needed,
    OneLine,
    Pick,
    SelectChoice,
)
from pqrs.web.law_words import refusal_words
from pqrs.web.typed_text import clean, without_control
from pqrs.web.words import OFFERED, words

OF_DATA: Final = (Kind.DATA_QUERY, Kind.DATA_CLAIM)
GROUPS: Final = (
    (_l("Las más comunes"), OFFERED),
    (_l("Sobre datos personales"), OF_DATA),
    (
        _l("De autoridades y de la oposición"),
        (
            Kind.AUTHORITY_INFORMATION,
            Kind.AUTHORITY_OTHER,
            Kind.COUNCIL,
            Kind.CONGRESS,
            Kind.NATIONAL_OMBUDSMAN,
            Kind.NATIONAL_OMBUDSMAN_FORWARDED,
            Kind.OPPOSITION,
        ),
    ),
    (
        _l("Otras"),
        (
            Kind.ANONYMOUS_INFORMATION,
            Kind.PRESS_INFORMATION,
            Kind.CASE_LAW_EXTENSION,
            Kind.PUBLIC_UTILITY,
            Kind.MIXED,
        ),
    ),
)
CAUSES: Final = {
    "CPACA_12": _l("Impedimento o recusación"),
    "CPACA_39": _l("Conflicto de competencias"),
}
EVENTS: Final = {
    "extended": ("extended_on", "total_days"),
    "asked": ("asked_on", "completed_on"),
    "closed": ("closed_on", "act"),
    "paused": ("cause", "paused_on", "resumed_on"),
    "mixed": ("parts",),
}
"""What may have happened, and the boxes that tell it: each group is folded until it is needed."""
LONGEST_CODE: Final = 40
MOST_DAYS: Final = 999
HOUR: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})(am|pm)?")
NOON: Final = 12
HOUR_SHAPE: Final = _l("Escriba una hora que exista, por ejemplo 16:30.")
FIRST: Final = ("clase", "recibida")
"""What a link may bring alone, to be completed by whoever opens it."""


class KnownDay(DateParts):
    """A day of the law's calendar, in three boxes or as `2026-02-02`."""

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:  # noqa: ANN401  WTForms' own signature
        """The boxes speak before the link."""
        names = [f"{self.name}-{part}" for part in ("year", "month", "day")]
        written = formdata.get(self.name, "") if formdata else ""
        if written and not any(formdata.get(name) for name in names):
            pieces = written.split("-", 2)
            formdata = dict(zip(names, [*pieces, "", ""][:3], strict=True))
        super().process(formdata, data, extra_filters)
        if self.process_errors:
            said = str(REAL_DATE).removesuffix(".")
            self.process_errors = [_("%(said)s (%(norm)s).", said=said, norm=COUNTING)]

    def pre_validate(self, _form: BaseForm) -> None:
        """The law's own refusal of years without a calendar."""
        try:
            if self.data is not None:
                Calendar().require(self.data)
        except LawError as error:
            raise ValidationError(refusal_words(error)) from error


class Hour(OneLine):
    """`16:30`, `4:30 p. m.`; `moment` is None when nothing was written."""

    moment: time | None = None

    def pre_validate(self, form: BaseForm) -> None:
        """Keep what it means."""
        super().pre_validate(form)
        if self.data:
            self.moment = hour_of(self.data)
            if self.moment is None:
                raise ValidationError(str(HOUR_SHAPE))


class WholeDays(OneLine):
    """A number of days; `number` is 0 when nothing was written."""

    number: int = 0

    def pre_validate(self, form: BaseForm) -> None:
        """Digits of ours, and few."""
        super().pre_validate(form)
        if not self.data:
            return
        plain = self.data.isascii() and self.data.isdecimal()
        self.number = int(self.data[:4]) if plain else 0
        if not 0 < self.number <= MOST_DAYS:
            raise ValidationError(_("Escriba un número de días, por ejemplo 30."))


class CalculatorForm(GetForm):
    """What was asked and when; then, only if it happened, what happened."""

    kind = Pick(
        _l("¿Qué se pidió?"),
        [Needed(_l("Elija qué se pidió."))],
        name="clase",
        validate_choice=False,
    )
    received_on = KnownDay(
        _l("¿Qué día llegó?"),
        [Needed(_l("Escriba el día en que llegó."))],
        name="recibida",
    )
    hour = Hour(_l("¿A qué hora llegó?"), [AtMost(20)], name="hora")
    parts = Choices(_l("¿Qué partes tiene?"), name="partes")
    extended_on = KnownDay(_l("Día en que se avisó la prórroga"), name="prorroga")
    total_days = WholeDays(_l("Días hábiles en total, con la prórroga"), name="total")
    asked_on = KnownDay(_l("Día en que se comunicó que faltaba algo"), name="requerida")
    completed_on = KnownDay(_l("Día en que la persona completó"), name="completada")
    closed_on = KnownDay(_l("¿Qué día no trabajó?"), name="cierre")
    act = OneLine(_l("Decreto o resolución que lo dispuso"), [AtMost(120)], name="acto")
    cause = Pick(_l("¿Por qué?"), name="causa")
    paused_on = KnownDay(_l("Día en que comenzó"), name="suspendida")
    resumed_on = KnownDay(_l("Día en que terminó"), name="reanudada")

    def __init__(self) -> None:
        """Only the hour says "optional": the rest stands under a heading that says so for all."""
        super().__init__()
        self.kind.choices = [SelectChoice("", _("Elija una clase")), *kind_choices()]
        self.parts.choices = [
            SelectChoice(kind.code, words.kind(kind)) for kind in (*OFFERED, *OF_DATA)
        ]
        reasons = [SelectChoice(code, reason) for code, reason in CAUSES.items()]
        self.cause.choices = [SelectChoice("", _("Elija una causa")), *reasons]
        for control in self:
            control.flags.required = control is not self.hour

    def validate_kind(self, field: Field) -> None:
        """A kind that no law knows is refused in the law's words."""
        if len(field.data) > LONGEST_CODE:
            raise ValidationError(_("Elija una de las opciones."))
        field.data = without_control(clean(field.data))
        try:
            Kind.from_code(field.data)
        except LawError as error:
            raise ValidationError(refusal_words(error)) from error

    def validate_total_days(self, field: WholeDays) -> None:
        """One half of an extension says nothing."""
        if self.extended_on.data and not field.data:
            raise ValidationError(_("Escriba cuántos días hábiles son en total."))

    def validate_extended_on(self, field: KnownDay) -> None:
        """The other half."""
        if self.total_days.data and not any(field.typed):
            raise ValidationError(_("Escriba el día en que se avisó la prórroga."))

    def validate_closed_on(self, field: KnownDay) -> None:
        """An act closes some day."""
        if self.act.data and not any(field.typed):
            raise ValidationError(_("Escriba el día en que la entidad no trabajó."))

    def validate_cause(self, field: Field) -> None:
        """Without a cause there is no suspension: the law knows two."""
        if not field.data and (any(self.paused_on.typed) or any(self.resumed_on.typed)):
            raise ValidationError(_("Elija por qué se suspendió."))

    def validate_paused_on(self, field: KnownDay) -> None:
        """It begins some day; it may not have ended yet."""
        if not any(field.typed) and (self.cause.data or any(self.resumed_on.typed)):
            raise ValidationError(_("Escriba el día en que comenzó la suspensión."))

    @property
    def is_asked(self) -> bool:
        """Whether the address asks for a date; a link may bring only how to begin."""
        given = {name for name in self.names() if name in request.args}
        begun = {name for name in given if name in FIRST}
        known = {kind.code for kind in Kind}
        complete = bool(given - begun) or begun == set(FIRST)
        return complete or bool({"clase"} == begun and self.kind.data not in known)

    @property
    def received_at(self) -> datetime:
        """Without an hour, the first minute of the day: it is the day that counts."""
        day = self.received_on.data or date.min
        return datetime.combine(day, self.hour.moment or time.min, BOGOTA)

    @property
    def opened(self) -> frozenset[str]:
        """The groups in which something was written, or has to be."""
        return frozenset(
            group
            for group, fields in EVENTS.items()
            if any(typed_in(self[name]) or self[name].errors for name in fields)
        )

    def names(self) -> Iterator[str]:
        """Every name of the address that is ours."""
        for control in self:
            yield control.name
            if isinstance(control, DateParts):
                yield from (part.name for part in control.parts)

    def address(self) -> dict[str, Any]:
        """The same question in as few words as a link needs."""
        return {control.name: typed_in(control) for control in self if typed_in(control)}


def kind_choices() -> Iterator[SelectChoice]:
    """Every kind, by who asks."""
    for title, kinds in GROUPS:
        for kind in kinds:
            yield SelectChoice(kind.code, words.kind(kind), optgroup=str(title))


def typed_in(control: Field) -> Any:  # noqa: ANN401  a text, or several
    """What was written, as a link has it."""
    if isinstance(control, DateParts):
        written = "-".join(reversed(control.typed)) if any(control.typed) else ""
        return control.data.isoformat() if control.data else written
    return control.data or ""


def hour_of(text: str) -> time | None:
    """The hour that `16:30` or `4:30 p. m.` names; None when it names none."""
    found = HOUR.fullmatch(re.sub(r"[\s.]", "", text.lower()))
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2]), found[3]
    if half:
        if not 1 <= hour <= NOON:
            return None
        hour = hour % NOON + (NOON if half == "pm" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None
