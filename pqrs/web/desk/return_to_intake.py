"""«No es de mi dependencia»: back to the intake desk, with the reason."""

from datetime import date

from flask import url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.return_to_intake import return_to_intake as give_back
from pqrs.extensions import db
from pqrs.law import Refusal, lawful
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, LongText, Needed
from pqrs.web.identity import may


class ReturnForm(CaseForm):
    """The reason helps the intake desk, and teaches the router."""

    reason = LongText(
        _l("¿Por qué no es de su dependencia?"),
        [Needed(_l("Escriba por qué no le corresponde y, si lo sabe, a quién sí.")), AtMost(1000)],
    )


class ReturnPage(ActPage[ReturnForm]):
    button = Button(Permission.RETURN_TO_INTAKE, "assigned", _l("No se devolvió."))
    template = "desk/return_to_intake.html"

    def form(self) -> ReturnForm:
        return ReturnForm()

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.assign(case.standing)

    def act(self, _case: CasePage, form: ReturnForm, press: Press) -> object:
        return give_back(db.session(), reason=form.reason.data, **press)

    def said(self, case: CasePage, _form: ReturnForm) -> str:
        return str(
            _(
                "Devolvió la petición %(number)s. La ventanilla decide a quién va.",
                number=case.number,
            )
        )

    def goes(self, _case: CasePage) -> str:
        """It is not this person's to read any more."""
        return url_for("desk.queue")


PAGE = ReturnPage()


@desk.get("/bandeja/<number>/devolver")
@may(Permission.RETURN_TO_INTAKE)
def ask_return(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/devolver")
@may(Permission.RETURN_TO_INTAKE)
def return_to_intake(number: str) -> ResponseReturnValue:
    """Send it back; the term runs on, because the authority is one."""
    return PAGE.press(number)
