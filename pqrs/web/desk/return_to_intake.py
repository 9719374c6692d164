"""«No es de mi dependencia»: back to the intake desk, with the reason."""

from dataclasses import dataclass

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.open_case import StaleError
from pqrs.acts.return_to_intake import return_to_intake as give_back
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office import Permission
from pqrs.web.desk import desk
from pqrs.web.desk.case import CaseForm, ShownCase, read_case, show
from pqrs.web.desk.stale import Press, answer_stale
from pqrs.web.forms import AtMost, LongText, Needed
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

TEMPLATE = "desk/return_to_intake.html"
CONFLICT = 409
PRESS = Press(Permission.RETURN_TO_INTAKE, "assigned", _l("No se devolvió."))


class ReturnForm(CaseForm):
    """The reason helps the intake desk, and teaches the router."""

    reason = LongText(
        _l("¿Por qué no es de su dependencia?"),
        [Needed(_l("Escriba por qué no le corresponde y, si lo sabe, a quién sí.")), AtMost(1000)],
    )


@dataclass(frozen=True)
class ReturnPage:
    """The case that goes back; `changed`: somebody acted on it meanwhile."""

    shown: ShownCase
    changed: bool = False


@desk.get("/bandeja/<number>/devolver")
@may(Permission.RETURN_TO_INTAKE)
def ask_return(number: str) -> ResponseReturnValue:
    """The form."""
    case = read_case(number, Permission.RETURN_TO_INTAKE)
    form = ReturnForm()
    form.show(case)
    return page(TEMPLATE, ReturnPage(show(case)), form)


@desk.post("/bandeja/<number>/devolver")
@may(Permission.RETURN_TO_INTAKE)
def return_to_intake(number: str) -> ResponseReturnValue:
    """Send it back; the term runs on, because the authority is one."""
    form = ReturnForm()
    is_good = form.validate_on_submit()
    stale = answer_stale(number, form, PRESS)
    if stale is not None:
        return stale
    case = read_case(number, Permission.RETURN_TO_INTAKE)
    data = ReturnPage(show(case))
    if not is_good:
        return page(TEMPLATE, data, form)
    try:
        give_back(
            db.session(),
            number=case.number,
            reason=form.reason.data,
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            office=the_app().office,
        )
    except StaleError:
        return answer_stale(number, form, PRESS) or show_changed(number, form)
    except Refusal as refusal:
        form.refuse("", str(refusal))
        return page(TEMPLATE, data, form, CONFLICT)
    flash(
        _("Devolvió la petición %(number)s. La ventanilla decide a quién va.", number=case.number)
    )
    return redirect(url_for("desk.queue"), 303)


def show_changed(number: str, form: ReturnForm) -> Response:
    """409: the case as it is now, with what was written."""
    case = read_case(number, Permission.RETURN_TO_INTAKE)
    form.show(case)
    return page(TEMPLATE, ReturnPage(show(case), changed=True), form, CONFLICT)
