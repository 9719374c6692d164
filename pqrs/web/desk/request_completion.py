"""Requerimiento: what is missing, asked once and item by item; the clock waits (CPACA art. 17)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.request_completion import request_completion as ask_for
from pqrs.extensions import db
from pqrs.law import CompletionRequested, Refusal, completion_rule, lawful
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import items_field, items_of
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class CompletionForm(CaseForm):
    """All that is missing, because it is asked only once."""

    items = items_field(_l("¿Qué falta?"), _l("Escriba qué falta: una cosa en cada renglón."))


@dataclass(frozen=True)
class Wait:
    """Until when the person would have, the norm, and how the person is told."""

    respond_by: date | None
    norm: str
    how: str


class CompletionPage(ActPage[CompletionForm]):
    button = Button(Permission.ASK_COMPLETION, "completion_requested", _l("No se pidió."))
    template = "desk/request_completion.html"

    def form(self) -> CompletionForm:
        return CompletionForm()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.request_completion(case.standing, on, case.rules.readings)

    def about(self, case: CasePage, _form: CompletionForm) -> Wait:
        (then,) = after(case, CompletionRequested(at=now()))
        norm = completion_rule(case.standing.kind)
        return Wait(then.respond_by, str(norm), how_told(case.reply_by))

    def act(self, _case: CasePage, form: CompletionForm, press: Press) -> object:
        return ask_for(db.session(), items=items_of(form.items.data), **press)

    def said(self, case: CasePage, _form: CompletionForm) -> str:
        return str(
            _(
                "Pidió lo que falta en la petición %(number)s. El término espera.",
                number=case.number,
            )
        )


def how_told(reply_by: str) -> str:
    """By e-mail to who wants the answer so; to anybody else, somebody tells them."""
    if reply_by == "email":
        return str(_("Se le pide ahora por correo electrónico."))
    return str(_("Dígaselo hoy, en persona o por teléfono, y anótelo aquí el mismo día."))


PAGE = CompletionPage()


@desk.get("/bandeja/<number>/completar")
@may(Permission.ASK_COMPLETION)
def ask_completion(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/completar")
@may(Permission.ASK_COMPLETION)
def request_completion(number: str) -> ResponseReturnValue:
    """Ask the person; it is done once."""
    return PAGE.press(number)
