"""Anotar un deber cumplido: which one, and the day it was done."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.note_duty import note_duty as note
from pqrs.extensions import db
from pqrs.law import Refusal, lawful_duties
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.stale import Button
from pqrs.web.duty_words import DUTIES
from pqrs.web.forms import Choice, Needed, SelectChoice
from pqrs.web.identity import may


class DutyForm(CaseForm):
    """What was done, and when."""

    duty = Choice(_l("¿Qué se hizo?"), [Needed(_l("Elija qué se hizo."))], choices=[])
    done_on = DateParts(_l("¿Qué día se hizo?"), [Needed(_l("Escriba el día en que se hizo."))])


class DutyPage(ActPage[DutyForm]):
    button = Button(Permission.NOTE_DUTY, "duty_met", _l("No se anotó."))
    template = "desk/note_duty.html"

    def form(self) -> DutyForm:
        return DutyForm()

    def suit(self, form: DutyForm, case: CasePage) -> None:
        names = lawful_duties.to_note(case.standing)
        form.duty.choices = [SelectChoice(name, DUTIES[name]) for name in names]

    def begin(self, form: DutyForm, case: CasePage) -> None:
        form.duty.data = next(iter(lawful_duties.to_note(case.standing)), None)
        form.done_on.process(None, today())

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_duties.note_duty(case.standing)

    def act(self, _case: CasePage, form: DutyForm, press: Press) -> object:
        done_on = form.done_on.data or today()
        return note(db.session(), duty=form.duty.data, done_on=done_on, **press)

    def said(self, case: CasePage, form: DutyForm) -> str:
        return str(
            _(
                "Anotó en la petición %(number)s que ya se hizo: %(what)s.",
                number=case.number,
                what=DUTIES[form.duty.data],
            )
        )


DUTY = DutyPage()


@desk.get("/bandeja/<number>/hecho")
@may(Permission.NOTE_DUTY)
def ask_duty(number: str) -> ResponseReturnValue:
    """The form."""
    return DUTY.ask(number)


@desk.post("/bandeja/<number>/hecho")
@may(Permission.NOTE_DUTY)
def note_duty(number: str) -> ResponseReturnValue:
    """Its clock is crossed out."""
    return DUTY.press(number)
