"""Devolver para aclarar: nobody can tell what it asks; the clock waits (CPACA art. 19)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.return_unclear import return_unclear as ask_to_clarify
from pqrs.extensions import db
from pqrs.law import Refusal, Returned, cpaca, lawful
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import items_field, items_of
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class ClarifyForm(CaseForm):
    """What has to be made clear, so that the person can."""

    items = items_field(
        _l("¿Qué no se entiende?"), _l("Escriba qué debe aclarar: una cosa en cada renglón.")
    )


@dataclass(frozen=True)
class Wait:
    """Until when the person would have, and the norm."""

    respond_by: date | None
    norm: str


class ClarifyPage(ActPage[ClarifyForm]):
    button = Button(Permission.ASK_COMPLETION, "returned", _l("No se devolvió."))
    template = "desk/return_unclear.html"

    def form(self) -> ClarifyForm:
        return ClarifyForm()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.return_unclear(case.standing, on)

    def about(self, case: CasePage, _form: ClarifyForm) -> Wait:
        (then,) = after(case, Returned(at=now()))
        return Wait(then.respond_by, str(cpaca("19")))

    def act(self, _case: CasePage, form: ClarifyForm, press: Press) -> object:
        return ask_to_clarify(db.session(), items=items_of(form.items.data), **press)

    def said(self, case: CasePage, _form: ClarifyForm) -> str:
        return str(
            _(
                "Devolvió la petición %(number)s para que la aclaren. El término espera.",
                number=case.number,
            )
        )


PAGE = ClarifyPage()


@desk.get("/bandeja/<number>/aclarar")
@may(Permission.ASK_COMPLETION)
def ask_clarification(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/aclarar")
@may(Permission.ASK_COMPLETION)
def return_unclear(number: str) -> ResponseReturnValue:
    """Ask the person what it means."""
    return PAGE.press(number)
