"""A day that was closed is worked after all: the act that closed it was revoked or was an error."""

from datetime import date
from typing import Any

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.law import ChangeKind
from pqrs.models import rule_book
from pqrs.office import Permission
from pqrs.web.filters import weekday_date
from pqrs.web.forms import Choices, Needed, SelectChoice
from pqrs.web.identity import may
from pqrs.web.office import office
from pqrs.web.office.propose_page import ProposePage
from pqrs.web.office.rule_fields import RuleForm, act_day_field, act_field, officer_field


class ReopeningForm(RuleForm):
    """Which of the closed days."""

    days = Choices(_l("¿Qué días se vuelven a trabajar?"), [Needed(_l("Elija al menos un día."))])
    act, act_on, officer = act_field(), act_day_field(), officer_field()


class ReopeningPage(ProposePage[ReopeningForm]):
    kind = ChangeKind.REOPENING
    template = "office/propose_reopening.html"

    def form(self) -> ReopeningForm:
        """The days that are closed now, the newest first, each with its act."""
        form = ReopeningForm()
        closures = rule_book(db.session()).closures
        form.days.choices = [
            SelectChoice(
                day.isoformat(),
                _("%(day)s, por %(act)s", day=weekday_date(day), act=closures[day]),
            )
            for day in sorted(closures, reverse=True)
        ]
        return form

    def record(self, form: ReopeningForm) -> dict[str, Any]:
        return {"days": [date.fromisoformat(day) for day in form.days.data]}


PAGE = ReopeningPage()


@office.get("/reglas/reapertura")
@may(Permission.EDIT_OFFICE)
def ask_reopening() -> ResponseReturnValue:
    """The form."""
    return PAGE.ask()


@office.post("/reglas/reapertura")
@may(Permission.EDIT_OFFICE)
def propose_reopening() -> ResponseReturnValue:
    """What it would move, or the proposal."""
    return PAGE.press()
