"""Seguir de oficio con lo que la persona retiró: by a reasoned act (CPACA art. 18)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.continue_officially import continue_officially as go_on
from pqrs.extensions import db
from pqrs.law import ContinuedOfficially, Refusal, lawful
from pqrs.office import Permission
from pqrs.outside.now import now, today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.reasoned import ActForm, reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class ContinueForm(ActForm):
    """The act and what it says."""

    reason = reason_field(
        _l("¿Por qué es de interés público?"),
        _l("Escriba por qué es de interés público: la ley pide un acto con sus motivos."),
    )


@dataclass(frozen=True)
class Dates:
    """When it was withdrawn, and when it would be due. `is_late`: that day had gone by before."""

    withdrawn_on: date | None
    due_on: date | None
    is_late: bool


class ContinuePage(ActPage[ContinueForm]):
    button = Button(
        Permission.CONTINUE_OFFICIALLY, "continued_officially", _l("No se siguió de oficio.")
    )
    template = "desk/continue_officially.html"

    def form(self) -> ContinueForm:
        return ContinueForm()

    def begin(self, form: ContinueForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.continue_officially(case.standing)

    def about(self, case: CasePage, _form: ContinueForm) -> Dates:
        (then,) = after(case, ContinuedOfficially(at=now()))
        return Dates(case.standing.withdrawn_on, then.due_on, then.is_overdue(today()))

    def act(self, _case: CasePage, form: ContinueForm, press: Press) -> object:
        return go_on(
            db.session(),
            act=form.act.data,
            act_on=form.day(),
            reason=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: ContinueForm) -> str:
        return str(
            _(
                "La petición %(number)s sigue de oficio y está otra vez abierta. "
                "Se le avisa a la persona.",
                number=case.number,
            )
        )


PAGE = ContinuePage()


@desk.get("/bandeja/<number>/de-oficio")
@may(Permission.CONTINUE_OFFICIALLY)
def ask_continuation(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/de-oficio")
@may(Permission.CONTINUE_OFFICIALLY)
def continue_officially(number: str) -> ResponseReturnValue:
    """It is open again, and the person is told why."""
    return PAGE.press(number)
