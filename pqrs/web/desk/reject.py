"""Rechazar: by a reasoned act, on one of the two grounds of the law (CPACA art. 19)."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.reject import reject as turn_down
from pqrs.extensions import db
from pqrs.law import Refusal, RejectionGround, lawful
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.reasoned import ActForm, reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed, SelectChoice
from pqrs.web.identity import may
from pqrs.web.words import words


class RejectForm(ActForm):
    """The ground, the act and what it says."""

    ground = Choice(
        _l("¿Por qué se rechaza?"),
        [Needed(_l("Elija por qué se rechaza."))],
        choices=[SelectChoice(one.value, words.of(one)) for one in RejectionGround],
    )
    reason = reason_field(
        _l("¿Cuáles son los motivos?"), _l("Escriba los motivos: la persona los lee.")
    )


class RejectPage(ActPage[RejectForm]):
    button = Button(Permission.REJECT_CASE, "rejected", _l("No se rechazó."))
    template = "desk/reject.html"

    def form(self) -> RejectForm:
        return RejectForm()

    def begin(self, form: RejectForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.reject(case.standing, on)

    def act(self, _case: CasePage, form: RejectForm, press: Press) -> object:
        return turn_down(
            db.session(),
            ground=RejectionGround(form.ground.data),
            act=form.act.data,
            act_on=form.day(),
            reason=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: RejectForm) -> str:
        return str(
            _("Rechazó la petición %(number)s. Se le avisa a la persona.", number=case.number)
        )


PAGE = RejectPage()


@desk.get("/bandeja/<number>/rechazar")
@may(Permission.REJECT_CASE)
def ask_rejection(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/rechazar")
@may(Permission.REJECT_CASE)
def reject(number: str) -> ResponseReturnValue:
    """It ends; the person may contest it."""
    return PAGE.press(number)
