"""Traslado por competencia: to the authority that must answer, and the petitioner is told."""

from dataclasses import dataclass
from datetime import date

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.open_case import StaleError
from pqrs.acts.transfer import transfer as pass_on
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Kind, Refusal, transfer_by, transfer_clock
from pqrs.models import rules_for
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.case import CaseForm, ShownCase, read_case, show
from pqrs.web.desk.stale import Press, answer_stale
from pqrs.web.forms import AtMost, LongText, Needed, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

TEMPLATE = "desk/transfer.html"
CONFLICT = 409
PRESS = Press(Permission.TRANSFER_CASE, "transferred", _l("No se trasladó."))


class TransferForm(CaseForm):
    """To whom and why; both are told to the petitioner."""

    authority = Pick(_l("Entidad competente"), [Needed(_l("Elija la entidad que debe responder."))])
    reason = LongText(
        _l("¿Por qué le corresponde?"),
        [Needed(_l("Escriba por qué le corresponde a esa entidad.")), AtMost(1000)],
    )


@dataclass(frozen=True)
class TransferPage:
    """The case that leaves. `by`: until when the law wants it passed on."""

    shown: ShownCase
    by: date
    days: int
    norm: str
    is_late: bool
    back_url: str
    changed: bool = False


@desk.get("/bandeja/<number>/trasladar")
@may(Permission.TRANSFER_CASE)
def ask_transfer(number: str) -> ResponseReturnValue:
    """The form, with the body that routing found already chosen."""
    case = read_case(number, Permission.TRANSFER_CASE)
    form = transfer_form()
    wanted = request.args.get("entidad", "")
    is_known = the_app().office.pack.is_outside_body(wanted)
    form.authority.data = wanted if is_known else case.competent or ""
    form.show(case)
    return page(TEMPLATE, transfer_page(case), form)


@desk.post("/bandeja/<number>/trasladar")
@may(Permission.TRANSFER_CASE)
def transfer(number: str) -> ResponseReturnValue:
    """Pass it on; from here its answer is another authority's."""
    form = transfer_form()
    is_good = form.validate_on_submit()
    stale = answer_stale(number, form, PRESS)
    if stale is not None:
        return stale
    case = read_case(number, Permission.TRANSFER_CASE)
    if not is_good:
        return page(TEMPLATE, transfer_page(case), form)
    try:
        pass_on(
            db.session(),
            number=case.number,
            authority=form.authority.data,
            reason=form.reason.data,
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            office=the_app().office,
        )
    except StaleError:
        return answer_stale(number, form, PRESS) or show_changed(number, form)
    except Refusal as refusal:
        form.refuse("", str(refusal))
        return page(TEMPLATE, transfer_page(case), form, CONFLICT)
    flash(_("Trasladó la petición %(number)s. Se le avisa a la persona.", number=case.number))
    return redirect(list_url(case), 303)


def show_changed(number: str, form: TransferForm) -> Response:
    """409: the case as it is now, with what was written."""
    case = read_case(number, Permission.TRANSFER_CASE)
    form.show(case)
    return page(TEMPLATE, transfer_page(case, changed=True), form, CONFLICT)


def transfer_form() -> TransferForm:
    """The bodies outside the entity, by name."""
    form = TransferForm()
    outside = [body for body in the_app().office.pack.departments if not body.internal]
    form.authority.choices = [
        SelectChoice("", _("Elija una entidad")),
        *(SelectChoice(body.code, body.name) for body in sorted(outside, key=lambda one: one.name)),
    ]
    return form


def transfer_page(case: CasePage, *, changed: bool = False) -> TransferPage:
    """The reminder of the five days and the way back."""
    with reading():
        by = transfer_day(case.kind, case.standing.received_on)
    clock = transfer_clock(case.kind)
    is_intake = case.facts.waits_for_routing
    back = "desk.intake_case" if is_intake else "desk.petition"
    return TransferPage(
        shown=show(case),
        by=by,
        days=clock.amount,
        norm=str(clock.citation),
        is_late=today() > by,
        back_url=url_for(back, number=case.number),
        changed=changed,
    )


def transfer_day(kind: Kind, received_on: date) -> date:
    """Until when the law wants it passed on."""
    rules = rules_for(db.session())
    return transfer_by(kind, received_on, rules.calendar, rules.readings)


def list_url(case: CasePage) -> str:
    """The list this case was taken from."""
    return url_for("desk.intake" if case.facts.waits_for_routing else "desk.queue")
