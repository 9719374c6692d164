"""Rechazar una apelación: who decided says that it is not as the law asks (CPACA art. 77, 78)."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.reject_appeal import reject_appeal as turn_down
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.contests import may_reject
from pqrs.web.desk.reasoned import ActForm, reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class AppealRejectionForm(ActForm):
    """By which act, and why."""

    reason = reason_field(
        _l("¿Qué le falta a la apelación?"),
        _l("Escriba por qué se rechaza: la persona lo lee y puede presentar queja."),
    )


class AppealRejectionPage(ActPage[AppealRejectionForm]):
    button = Button(Permission.DECIDE_APPEAL, "appeal_decided", _l("No se rechazó la apelación."))
    template = "desk/reject_appeal.html"

    def form(self) -> AppealRejectionForm:
        return AppealRejectionForm()

    def begin(self, form: AppealRejectionForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_reject(case, on)

    def act(self, _case: CasePage, form: AppealRejectionForm, press: Press) -> object:
        return turn_down(
            db.session(), act=form.act.data, act_on=form.day(), body=form.reason.data, **press
        )

    def said(self, case: CasePage, _form: AppealRejectionForm) -> str:
        return str(
            _(
                "Rechazó la apelación de la petición %(number)s. Se le avisa a la persona: desde "
                "que lo reciba tiene cinco días hábiles para presentar queja.",
                number=case.number,
            )
        )


PAGE = AppealRejectionPage()


@desk.get("/bandeja/<number>/rechazo-apelacion")
@may(Permission.DECIDE_APPEAL)
def ask_appeal_rejection(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/rechazo-apelacion")
@may(Permission.DECIDE_APPEAL)
def reject_appeal(number: str) -> ResponseReturnValue:
    """The person is told, and may complain of it to the superior."""
    return PAGE.press(number)
