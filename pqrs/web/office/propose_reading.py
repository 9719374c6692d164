"""Another reading of a disputed point, for what is received from a day on."""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, ValidationError

from pqrs.extensions import db
from pqrs.law import ChangeKind, disputed
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.readings_in_force import ReadingInForce, readings_in_force
from pqrs.web.forms import AtMost, Choice, OneLine, SelectChoice
from pqrs.web.identity import may
from pqrs.web.office import office
from pqrs.web.office.propose_page import ProposePage
from pqrs.web.office.reading_words import value_words
from pqrs.web.office.rule_fields import (
    RuleForm,
    act_day_field,
    act_field,
    begins_field,
    officer_field,
    until_field,
)


class ReadingForm(RuleForm):
    """Which point, how it will be read and since when. `hour`: where any hour is a value."""

    point = HiddenField()
    value = Choice(_l("¿Cómo se leerá?"))
    hour = OneLine(_l("¿Qué hora?"), [AtMost(5)])
    begins = begins_field()
    until = until_field()
    act, act_on, officer = act_field(), act_day_field(), officer_field()

    @property
    def written(self) -> str:
        """The value, from whichever field this point has."""
        return self.value.data or self.hour.data or ""

    def validate_point(self, field: HiddenField) -> None:
        """One of the law's."""
        if field.data not in names():
            raise ValidationError(_("Elija el punto en discusión."))

    def validate_value(self, field: Choice) -> None:
        """Only where there is something to choose from."""
        if field.choices and not field.data:
            raise ValidationError(_("Elija cómo se leerá."))

    def validate_hour(self, field: OneLine) -> None:
        """Only where there is not."""
        if self.point.data in names() and not self.value.choices and not field.data:
            raise ValidationError(_("Escriba la hora, por ejemplo 17:00."))


@dataclass(frozen=True)
class PointShown:
    """One point as it is read now; without it, all of them to choose from."""

    reading: ReadingInForce | None
    value: str
    points: tuple[tuple[str, str], ...]


class ReadingPage(ProposePage[ReadingForm]):
    kind = ChangeKind.READING
    template = "office/propose_reading.html"
    fields = MappingProxyType({"from": "begins"})

    def form(self) -> ReadingForm:
        """For the point of the address, or of the form that was sent."""
        form = ReadingForm()
        if request.method == "GET":
            form.point.data = request.args.get("punto", "")
        point = next((one for one in disputed() if one.name == form.point.data), None)
        values = point.values if point else ()
        form.value.choices = [
            SelectChoice(value, value_words(point, value)) for value in values if point
        ]
        form.value.flags.required = form.hour.flags.required = True
        return form

    def record(self, form: ReadingForm) -> dict[str, Any]:
        return {
            "name": form.point.data,
            "value": form.written,
            "from": form.begins.data,
            "until": form.until.data,
        }

    def about(self, form: ReadingForm) -> PointShown:
        found = next(
            (
                one
                for one in readings_in_force(db.session(), today())
                if one.point.name == form.point.data
            ),
            None,
        )
        points = tuple((one.name, one.question) for one in disputed())
        return PointShown(found, value_words(found.point, found.value) if found else "", points)


PAGE = ReadingPage()


def names() -> frozenset[str]:
    """Of every disputed point."""
    return frozenset(one.name for one in disputed())


@office.get("/reglas/lectura")
@may(Permission.EDIT_OFFICE)
def ask_reading() -> ResponseReturnValue:
    """The form for one point, or the points to choose from."""
    return PAGE.ask()


@office.post("/reglas/lectura")
@may(Permission.EDIT_OFFICE)
def propose_reading() -> ResponseReturnValue:
    """What it would move, or the proposal."""
    return PAGE.press()
