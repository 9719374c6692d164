"""Traslado por competencia: to the authority that must answer, and the petitioner is told."""

from dataclasses import dataclass
from datetime import date

from flask import request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.transfer import transfer as pass_on
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Kind, Refusal, lawful, transfer_by, transfer_clock
from pqrs.models import rules_for
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, list_url
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, LongText, Needed, Pick, SelectChoice
from pqrs.web.identity import may
from pqrs.web.pages import the_app


class TransferForm(CaseForm):
    """To whom and why; both are told to the petitioner."""

    authority = Pick(_l("Entidad competente"), [Needed(_l("Elija la entidad que debe responder."))])
    reason = LongText(
        _l("¿Por qué le corresponde?"),
        [Needed(_l("Escriba por qué le corresponde a esa entidad.")), AtMost(1000)],
    )


@dataclass(frozen=True)
class Reminder:
    """Until when the law wants it passed on."""

    by: date
    days: int
    norm: str
    is_late: bool


class TransferPage(ActPage[TransferForm]):
    button = Button(Permission.TRANSFER_CASE, "transferred", _l("No se trasladó."))
    template = "desk/transfer.html"

    def form(self) -> TransferForm:
        """The bodies outside the entity, by name."""
        form = TransferForm()
        outside = [body for body in the_app().office.pack.departments if not body.internal]
        by_name = sorted(outside, key=lambda body: body.name)
        form.authority.choices = [
            SelectChoice("", _("Elija una entidad")),
            *(SelectChoice(body.code, body.name) for body in by_name),
        ]
        return form

    def begin(self, form: TransferForm, case: CasePage) -> None:
        """The body that routing found is already chosen."""
        wanted = request.args.get("entidad", "")
        is_known = the_app().office.pack.is_outside_body(wanted)
        form.authority.data = wanted if is_known else case.competent or ""

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.transfer(case.standing, on)

    def about(self, case: CasePage, _form: TransferForm) -> Reminder:
        """The reminder of the five days."""
        with reading():
            by = transfer_day(case.kind, case.standing.received_on)
        clock = transfer_clock(case.kind)
        return Reminder(by, clock.amount, str(clock.citation), is_late=today() > by)

    def act(self, _case: CasePage, form: TransferForm, press: Press) -> object:
        authority, reason = form.authority.data, form.reason.data
        return pass_on(db.session(), authority=authority, reason=reason, **press)

    def said(self, case: CasePage, _form: TransferForm) -> str:
        return str(
            _("Trasladó la petición %(number)s. Se le avisa a la persona.", number=case.number)
        )

    def goes(self, case: CasePage) -> str:
        return list_url(case)


PAGE = TransferPage()


@desk.get("/bandeja/<number>/trasladar")
@may(Permission.TRANSFER_CASE)
def ask_transfer(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/trasladar")
@may(Permission.TRANSFER_CASE)
def transfer(number: str) -> ResponseReturnValue:
    """Pass it on; from here its answer is another authority's."""
    return PAGE.press(number)


def transfer_day(kind: Kind, received_on: date) -> date:
    """Until when the law wants it passed on."""
    rules = rules_for(db.session(), received_on)
    return transfer_by(kind, received_on, rules.calendar, rules.readings)
