"""Requerimiento: what is missing, asked once and item by item; the clock waits (CPACA art. 17)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.request_completion import request_completion as ask_for
from pqrs.extensions import db
from pqrs.law import CompletionRequested, Refusal, cpaca, lawful
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import items_field, items_of
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed, SelectChoice
from pqrs.web.identity import may

TODAY, OTHER_DAY = "today", "day"


class CompletionForm(CaseForm):
    """All that is missing, because it is asked only once, and how the person learnt of it."""

    items = items_field(_l("¿Qué falta?"), _l("Escriba qué falta: una cosa en cada renglón."))
    how = Choice(
        _l("¿Cómo se le comunica?"), [Needed(_l("Diga cómo se le comunica a la persona."))]
    )
    communicated_on = DateParts(_l("¿Qué día se le comunicó?"))

    def day(self) -> date | None:
        """The day it was told, if it was not today."""
        return self.communicated_on.data if self.how.data == OTHER_DAY else None

    def validate_communicated_on(self, field: DateParts) -> None:
        """Asked for only when it was another day."""
        if self.how.data == OTHER_DAY and field.data is None and not field.errors:
            field.errors = [str(_("Escriba el día en que se le comunicó."))]


@dataclass(frozen=True)
class Wait:
    """Until when the person would have, and the norm."""

    respond_by: date | None
    norm: str


class CompletionPage(ActPage[CompletionForm]):
    button = Button(Permission.ASK_COMPLETION, "completion_requested", _l("No se pidió."))
    template = "desk/request_completion.html"

    def form(self) -> CompletionForm:
        return CompletionForm()

    def suit(self, form: CompletionForm, case: CasePage) -> None:
        """By e-mail to who wants the answer so; to anybody else, somebody tells them."""
        by_email = case.reply_by == "email"
        first = (
            _("Por correo electrónico, ahora") if by_email else _("Hoy, en persona o por teléfono")
        )
        form.communicated_on.flags.required = True
        form.how.choices = [
            SelectChoice(TODAY, first),
            SelectChoice(OTHER_DAY, _("Ya se le había comunicado otro día")),
        ]

    def begin(self, form: CompletionForm, _case: CasePage) -> None:
        form.how.data = TODAY

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.request_completion(case.standing, on, case.rules.readings)

    def about(self, case: CasePage, _form: CompletionForm) -> Wait:
        (then,) = after(case, CompletionRequested(at=now()))
        return Wait(then.respond_by, str(cpaca("17")))

    def act(self, _case: CasePage, form: CompletionForm, press: Press) -> object:
        items, day = items_of(form.items.data), form.day()
        return ask_for(db.session(), items=items, communicated_on=day, **press)

    def said(self, case: CasePage, _form: CompletionForm) -> str:
        return str(
            _(
                "Pidió lo que falta en la petición %(number)s. El término espera.",
                number=case.number,
            )
        )


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
