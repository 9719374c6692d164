"""A national holiday that a law made and the program's data do not have yet."""

from datetime import date
from types import MappingProxyType
from typing import Any, Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from pqrs.law import MONTHS, ChangeKind
from pqrs.office import Permission
from pqrs.web.forms import AtMost, Choice, Choices, Needed, OneLine, Pick, SelectChoice
from pqrs.web.identity import may
from pqrs.web.office import office
from pqrs.web.office.propose_page import ProposePage
from pqrs.web.office.rule_fields import (
    RuleForm,
    WholeNumber,
    act_day_field,
    act_field,
    article_field,
    begins_field,
    norm_field,
    officer_field,
    until_field,
)

FIXED, EASTER = "fixed", "easter"
LEAP_YEAR: Final = 2000


class HolidayForm(RuleForm):
    """It hangs on a date or on Easter; it may move to the next Monday."""

    name = OneLine(
        _l("Nombre del festivo"), [Needed(_l("Escriba el nombre del festivo.")), AtMost(100)]
    )
    hangs_on = Choice(
        _l("¿Qué día se celebra?"),
        [Needed(_l("Elija cómo se sabe qué día es."))],
        choices=[
            SelectChoice(FIXED, _l("Cada año, la misma fecha")),
            SelectChoice(EASTER, _l("Según el Domingo de Pascua")),
        ],
    )
    day = WholeNumber(_l("Día"), least=1, most=31)
    month = Pick(_l("Mes"))
    easter = WholeNumber(_l("Días después de Pascua"), least=-80, most=240)
    moves = Choices(
        _l("¿Se traslada?"),
        choices=[SelectChoice("yes", _l("Si no cae en lunes, pasa al lunes siguiente"))],
    )
    norm = norm_field()
    article = article_field()
    begins = begins_field()
    until = until_field()
    act, act_on, officer = act_field(), act_day_field(), officer_field()

    def validate_day(self, field: WholeNumber) -> None:
        """A day that the month has every year."""
        if self.hangs_on.data != FIXED or self.month.errors:
            return
        if not field.number or not self.month.data:
            raise ValidationError(_("Escriba el día y elija el mes."))
        try:
            day = date(LEAP_YEAR, int(self.month.data), field.number)
        except ValueError as wrong:
            raise ValidationError(_("Ese mes no tiene ese día.")) from wrong
        if (day.month, day.day) == (2, 29):
            raise ValidationError(_("El 29 de febrero no existe todos los años."))

    def validate_easter(self, field: WholeNumber) -> None:
        """So many days."""
        if self.hangs_on.data == EASTER and field.number is None:
            raise ValidationError(_("Escriba cuántos días, por ejemplo 60. Con menos, antes: -3."))


class HolidayPage(ProposePage[HolidayForm]):
    kind = ChangeKind.HOLIDAY
    template = "office/propose_holiday.html"
    fields = MappingProxyType({"date": "day", "from": "begins"})

    def form(self) -> HolidayForm:
        """With the months by name; fields under an answer do not say that they are optional."""
        form = HolidayForm()
        names = [SelectChoice(str(place), str(name)) for place, name in enumerate(MONTHS, start=1)]
        form.month.choices = [SelectChoice("", _("Elija el mes")), *names]
        for field in (form.day, form.month, form.easter):
            field.flags.required = True
        return form

    def record(self, form: HolidayForm) -> dict[str, Any]:
        is_fixed = form.hangs_on.data == FIXED
        day = f"{int(form.month.data):02}-{form.day.number:02}" if is_fixed else None
        return {
            "name": form.name.data,
            "date": day,
            "easter": None if is_fixed else form.easter.number,
            "moves": bool(form.moves.data),
            "norm": form.norm.data,
            "article": form.article.data,
            "from": form.begins.data,
            "until": form.until.data,
        }


PAGE = HolidayPage()


@office.get("/reglas/festivo")
@may(Permission.EDIT_OFFICE)
def ask_holiday() -> ResponseReturnValue:
    """The form."""
    return PAGE.ask()


@office.post("/reglas/festivo")
@may(Permission.EDIT_OFFICE)
def propose_holiday() -> ResponseReturnValue:
    """What it would move, or the proposal."""
    return PAGE.press()
