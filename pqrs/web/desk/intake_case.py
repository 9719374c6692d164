"""First routing of one case: read it, and send it to who must answer, with a reason."""

from dataclasses import dataclass

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.assign import assign
from pqrs.acts.open_case import StaleError
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office import Permission, Suggestion
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.case import CaseForm, ShownCase, is_allowed, read_case, show
from pqrs.web.desk.intake import Guess, guesses
from pqrs.web.desk.stale import Press, answer_stale
from pqrs.web.forms import AtMost, LongText, Needed, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

TEMPLATE = "desk/intake_case.html"
CONFLICT = 409
PRESS = Press(Permission.ROUTE_FIRST, "assigned", _l("No se envió."))


class AssignForm(CaseForm):
    """To which of our offices, and why."""

    department = Pick(
        _l("Dependencia que responde"), [Needed(_l("Elija la dependencia que debe responder."))]
    )
    reason = LongText(
        _l("¿Por qué a esa dependencia?"), [Needed(_l("Escriba por qué.")), AtMost(1000)]
    )


@dataclass(frozen=True)
class IntakeCasePage:
    """The case, what the router makes of it, and whether somebody acted meanwhile."""

    shown: ShownCase
    reason: str
    guesses: tuple[Guess, ...]
    changed: bool = False


@desk.get("/ventanilla/<number>")
@may(Permission.ROUTE_FIRST)
def intake_case(number: str) -> ResponseReturnValue:
    """The case with the best guess filled in; once routed, there is nothing to decide here."""
    case = read_case(number)
    if not is_allowed(Permission.ROUTE_FIRST, the_viewer().viewer, case.facts):
        return redirect(url_for("desk.petition", number=case.number), 303)
    form = assign_form()
    best = next(iter(guesses(case.number, suggest(case))), None)
    if best is not None and not best.transfer_url:
        form.department.data, form.reason.data = best.code, best.reason
    return show_form(case, form)


@desk.post("/ventanilla/<number>")
@may(Permission.ROUTE_FIRST)
def route(number: str) -> ResponseReturnValue:
    """Send it; the list's one-press buttons come here too."""
    form = assign_form()
    is_good = form.validate_on_submit()
    stale = answer_stale(number, form, PRESS)
    if stale is not None:
        return stale
    case = read_case(number)
    if not is_good:
        return show_form(case, form)
    try:
        assign(
            db.session(),
            number=case.number,
            department=form.department.data,
            reason=form.reason.data,
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            office=the_app().office,
        )
    except StaleError:
        stale = answer_stale(number, form, PRESS)
        return stale or show_form(read_case(number), form, status=CONFLICT)
    except Refusal as refusal:
        form.refuse("", str(refusal))
        return show_form(case, form, status=CONFLICT)
    body = the_app().office.pack.department(form.department.data).name
    flash(_("Envió la petición %(number)s a %(body)s.", number=case.number, body=body))
    return redirect(url_for("desk.intake"), 303)


def show_form(case: CasePage, form: AssignForm, status: int | None = None) -> Response:
    """The page; what was typed stays, what was seen is renewed."""
    suggestion = suggest(case)
    changed = status == CONFLICT and not form.errors
    form.show(case)
    data = IntakeCasePage(show(case), suggestion.reason, guesses(case.number, suggestion), changed)
    return page(TEMPLATE, data, form, status)


def suggest(case: CasePage) -> Suggestion:
    """What the router says of the petition's first words."""
    text = case.texts[0][1] if case.texts else case.subject
    return the_app().office.router.suggest(text, case.topic, case.place_code)


def assign_form() -> AssignForm:
    """Our own offices, by name."""
    form = AssignForm()
    ours = sorted(the_app().office.pack.internal_departments(), key=lambda one: one.name)
    form.department.choices = [
        SelectChoice("", _("Elija una dependencia")),
        *(SelectChoice(body.code, body.name) for body in ours),
    ]
    return form
