"""«La entidad no trabaja»: days on which no term runs, by the act that closes the office."""

from collections.abc import Iterator
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any, Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from pqrs.law import ChangeKind
from pqrs.office import Permission
from pqrs.web.forms import Needed
from pqrs.web.identity import may
from pqrs.web.office import office
from pqrs.web.office.propose_page import ProposePage
from pqrs.web.office.rule_fields import (
    KnownDay,
    RuleForm,
    act_day_field,
    act_field,
    officer_field,
)

LONGEST: Final = 60
"""Days from first to last: longer than any recess, shorter than a year typed wrong."""


class ClosureForm(RuleForm):
    """A first day and, when they are more, a last one; days apart besides."""

    first = KnownDay(_l("Primer día"), [Needed(_l("Escriba el primer día que no se trabaja."))])
    last = KnownDay(_l("Último día"))
    apart = KnownDay(_l("Otro día suelto"))
    apart_too = KnownDay(_l("Otro más"))
    act, act_on, officer = act_field(), act_day_field(), officer_field()

    def validate_last(self, field: KnownDay) -> None:
        """After the first, and not a year later."""
        first, last = self.first.data, field.data
        if first is None or last is None:
            return
        if last < first:
            raise ValidationError(_("El último día no puede ser anterior al primero."))
        if (last - first).days >= LONGEST:
            raise ValidationError(
                _("Son más de %(count)s días seguidos. Revise el año.", count=LONGEST)
            )

    def days(self) -> Iterator[date]:
        """Every day that was named."""
        first = self.first.data or date.min
        last = self.last.data or first
        for place in range((last - first).days + 1):
            yield first + timedelta(days=place)
        yield from (day for day in (self.apart.data, self.apart_too.data) if day)


class ClosurePage(ProposePage[ClosureForm]):
    kind = ChangeKind.CLOSURE
    template = "office/propose_closure.html"
    fields = MappingProxyType({"days": "first"})

    def form(self) -> ClosureForm:
        return ClosureForm()

    def record(self, form: ClosureForm) -> dict[str, Any]:
        return {"days": list(form.days())}


PAGE = ClosurePage()


@office.get("/reglas/cierre")
@may(Permission.EDIT_OFFICE)
def ask_closure() -> ResponseReturnValue:
    """The form."""
    return PAGE.ask()


@office.post("/reglas/cierre")
@may(Permission.EDIT_OFFICE)
def propose_closure() -> ResponseReturnValue:
    """What it would move, or the proposal."""
    return PAGE.press()
