"""Anotar lo que dijo un tercero: who, on what day, and their words."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.hear_third_party import hear_third_party as hear
from pqrs.extensions import db
from pqrs.law import Refusal, lawful_third_parties
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, Needed, OneLine
from pqrs.web.identity import may


class HearingForm(CaseForm):
    """Who said what, and when."""

    who = OneLine(_l("¿Quién respondió?"), [Needed(_l("Escriba quién respondió.")), AtMost(300)])
    heard_on = DateParts(_l("¿Qué día?"), [Needed(_l("Escriba el día en que respondió."))])
    body = reason_field(_l("¿Qué dijo?"), _l("Escriba lo que dijo."))


class HearingPage(ActPage[HearingForm]):
    button = Button(Permission.TELL_THIRD_PARTIES, "third_party_heard", _l("No se anotó."))
    template = "desk/hear_third_party.html"

    def form(self) -> HearingForm:
        return HearingForm()

    def begin(self, form: HearingForm, _case: CasePage) -> None:
        form.heard_on.process(None, today())

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_third_parties.hear(case.standing)

    def act(self, _case: CasePage, form: HearingForm, press: Press) -> object:
        on = form.heard_on.data or today()
        return hear(db.session(), who=form.who.data, on=on, body=form.body.data, **press)

    def said(self, case: CasePage, _form: HearingForm) -> str:
        return str(
            _(
                "Anotó en la petición %(number)s lo que dijo. Téngalo en cuenta al decidir.",
                number=case.number,
            )
        )


PAGE = HearingPage()


@desk.get("/bandeja/<number>/terceros/respuesta")
@may(Permission.TELL_THIRD_PARTIES)
def ask_hearing(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/terceros/respuesta")
@may(Permission.TELL_THIRD_PARTIES)
def hear_third_party(number: str) -> ResponseReturnValue:
    """It is part of the file."""
    return PAGE.press(number)
