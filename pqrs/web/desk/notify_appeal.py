"""«La decisión llegó»: how and when the decision of a recurso reached the person (art. 67, 86)."""

from datetime import date

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.notify_appeal import notify_appeal as note_arrival
from pqrs.extensions import db
from pqrs.law import Means, Refusal, Remedy, Stage
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, case_url
from pqrs.web.desk.contests import may_notify, mine, pick_remedy
from pqrs.web.desk.delivery_form import DeliveryForm
from pqrs.web.desk.queue import CONTESTED
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed
from pqrs.web.identity import may, the_viewer


class AppealNoticeForm(DeliveryForm):
    """Which decision, by what means and on what day."""

    remedy = Choice(_l("¿Qué decisión le llegó?"), [Needed(_l("Elija qué decisión le llegó."))])


class AppealNoticePage(ActPage[AppealNoticeForm]):
    button = Button(Permission.NOTIFY_APPEAL, "appeal_notified", _l("No se anotó la entrega."))
    template = "desk/notify_appeal.html"

    def form(self) -> AppealNoticeForm:
        return AppealNoticeForm()

    def suit(self, form: AppealNoticeForm, case: CasePage) -> None:
        pick_remedy(form.remedy, mine(case, Stage.TO_NOTIFY))

    def begin(self, form: AppealNoticeForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_notify(case, on)

    def act(self, _case: CasePage, form: AppealNoticeForm, press: Press) -> object:
        return note_arrival(
            db.session(),
            remedy=Remedy(form.remedy.data),
            means=Means(form.means.data),
            on=form.delivered_on.data or today(),
            **press,
        )

    def said(self, case: CasePage, _form: AppealNoticeForm) -> str:
        return str(
            _(
                "Anotó que la decisión sobre lo que se presentó contra la petición %(number)s le "
                "llegó a la persona.",
                number=case.number,
            )
        )

    def goes(self, case: CasePage) -> str:
        """The department above no longer reads a case once what it decided has arrived."""
        if the_viewer().viewer.department == case.department:
            return case_url(case)
        return url_for("desk.queue", fase=CONTESTED)


PAGE = AppealNoticePage()


@desk.get("/bandeja/<number>/notificacion")
@may(Permission.NOTIFY_APPEAL)
def ask_appeal_notice(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/notificacion")
@may(Permission.NOTIFY_APPEAL)
def notify_appeal(number: str) -> ResponseReturnValue:
    """What was presented is over."""
    return PAGE.press(number)
