"""«La respuesta llegó»: an official writes down a delivery that no machine saw."""

from datetime import date

from flask import Response
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.record_delivery import record_delivery
from pqrs.extensions import db
from pqrs.law import Means, Refusal, lawful
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.delivery_form import DeliveryForm
from pqrs.web.desk.petition import show_conflict, show_petition
from pqrs.web.desk.reply_form import ReplyForm
from pqrs.web.desk.stale import Button
from pqrs.web.filters import weekday_date
from pqrs.web.identity import may
from pqrs.web.pages import status_of


class DeliveryPage(ActPage[DeliveryForm]):
    """Its form stands on the case's own page, so that page is what answers."""

    button = Button(Permission.RECORD_DELIVERY, "delivered", _l("No se anotó la entrega."))
    template = "desk/petition.html"

    def form(self) -> DeliveryForm:
        return DeliveryForm()

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.deliver(case.standing)

    def act(self, _case: CasePage, form: DeliveryForm, press: Press) -> object:
        """It counts from the day it arrived, so the day is asked and never guessed."""
        means, on = Means(form.means.data), form.delivered_on.data
        return record_delivery(db.session(), means=means, on=on, **press)

    def said(self, case: CasePage, form: DeliveryForm) -> str:
        on = form.delivered_on.data or today()
        day = _("hoy") if on == today() else _("el %(day)s", day=weekday_date(on))
        if case.standing.decided_on:
            return str(
                _(
                    "Anotó que la decisión sobre la petición %(number)s llegó %(day)s.",
                    number=case.number,
                    day=day,
                )
            )
        return str(
            _(
                "Anotó que la respuesta de la petición %(number)s llegó %(day)s.",
                number=case.number,
                day=day,
            )
        )

    def show(
        self,
        case: CasePage,
        form: DeliveryForm,
        status: int | None = None,
        *,
        changed: bool = False,
    ) -> Response:
        answer = ReplyForm(formdata=None)
        if changed:
            answer.seen.data = form.seen.data
            return show_conflict(case, answer)
        for message in form.form_errors:
            answer.refuse("", message)
        return show_petition(case, answer, delivery=form, status=status or status_of(form))


PAGE = DeliveryPage()


@desk.post("/bandeja/<number>/entrega")
@may(Permission.RECORD_DELIVERY)
def deliver(number: str) -> ResponseReturnValue:
    """Write it down."""
    return PAGE.press(number)
