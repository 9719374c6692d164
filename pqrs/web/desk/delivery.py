"""«La respuesta llegó»: an official writes down a delivery that no machine saw."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.open_case import StaleError
from pqrs.acts.record_delivery import record_delivery
from pqrs.extensions import db
from pqrs.law import Means, Refusal
from pqrs.office import Permission
from pqrs.web.desk import desk
from pqrs.web.desk.case import read_case
from pqrs.web.desk.delivery_form import DeliveryForm
from pqrs.web.desk.petition import CONFLICT, ReplyForm, show_conflict, show_petition
from pqrs.web.desk.stale import Press, answer_stale
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import FORGED, REFUSED, the_app

PRESS = Press(Permission.RECORD_DELIVERY, "delivered", _l("No se anotó la entrega."))


@desk.post("/bandeja/<number>/entrega")
@may(Permission.RECORD_DELIVERY)
def deliver(number: str) -> ResponseReturnValue:
    """It counts from today, so it is asked once and never guessed."""
    form = DeliveryForm()
    is_good = form.validate_on_submit()
    stale = answer_stale(number, form, PRESS)
    if stale is not None:
        return stale
    case = read_case(number, Permission.RECORD_DELIVERY)
    answer = ReplyForm(formdata=None)
    if not is_good:
        status = FORGED if "csrf_token" in form.errors else REFUSED
        return show_petition(case, answer, delivery=form, status=status)
    try:
        record_delivery(
            db.session(),
            number=case.number,
            means=Means(form.means.data),
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            office=the_app().office,
        )
    except StaleError:
        answer.seen.data = form.seen.data
        return answer_stale(number, form, PRESS) or show_conflict(read_case(number), answer)
    except Refusal as refusal:
        answer.refuse("", str(refusal))
        return show_petition(case, answer, status=CONFLICT)
    flash(_("Anotó que la respuesta de la petición %(number)s llegó hoy.", number=case.number))
    return redirect(url_for("desk.petition", number=case.number), 303)
