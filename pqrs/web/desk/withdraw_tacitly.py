"""Declarar el desistimiento: by a reasoned act, once the time is over (CPACA art. 17)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.withdraw_tacitly import withdraw_tacitly as declare
from pqrs.extensions import db
from pqrs.law import Refusal, lawful
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.reasoned import ActForm, reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class WithdrawForm(ActForm):
    """The act and what it says."""

    reason = reason_field(
        _l("¿Cuáles son los motivos?"),
        _l("Escriba los motivos: qué se pidió, cuándo, y que no llegó."),
    )


@dataclass(frozen=True)
class Ended:
    """Until when the person had."""

    respond_by: date | None


class WithdrawPage(ActPage[WithdrawForm]):
    button = Button(Permission.WITHDRAW_TACITLY, "withdrawn", _l("No se declaró."))
    template = "desk/withdraw_tacitly.html"

    def form(self) -> WithdrawForm:
        return WithdrawForm()

    def begin(self, form: WithdrawForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.withdraw_tacitly(case.standing, on)

    def about(self, case: CasePage, _form: WithdrawForm) -> Ended:
        return Ended(case.standing.respond_by)

    def act(self, _case: CasePage, form: WithdrawForm, press: Press) -> object:
        return declare(
            db.session(),
            act=form.act.data,
            act_on=form.day(),
            reason=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: WithdrawForm) -> str:
        return str(
            _(
                "Declaró el desistimiento de la petición %(number)s. Se le avisa a la persona.",
                number=case.number,
            )
        )


PAGE = WithdrawPage()


@desk.get("/bandeja/<number>/desistimiento")
@may(Permission.WITHDRAW_TACITLY)
def ask_withdrawal(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/desistimiento")
@may(Permission.WITHDRAW_TACITLY)
def withdraw_tacitly(number: str) -> ResponseReturnValue:
    """It ends; the person may file the same again."""
    return PAGE.press(number)
