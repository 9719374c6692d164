"""Insistencia: it goes to the judge, arrives, and comes back decided (CPACA art. 26)."""

from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.receive_insistence import receive_insistence
from pqrs.acts.rule_insistence import rule_insistence
from pqrs.acts.send_insistence import send_insistence
from pqrs.extensions import db
from pqrs.law import RULINGS, Refusal, Remedy, Ruling, lawful_contests
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.contest_words import ruling_words
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import insistence
from pqrs.web.desk.reasoned import ActForm, reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, Choice, Needed, OneLine, SelectChoice
from pqrs.web.identity import may

LONGEST_COURT: Final = 160
LONGEST_REFERENCE: Final = 60


class SendingForm(CaseForm):
    """To which court, and when it left."""

    court = OneLine(
        _l("¿A qué juzgado se envió?"),
        [Needed(_l("Escriba a qué juzgado se envió.")), AtMost(LONGEST_COURT)],
    )
    sent_on = DateParts(_l("¿Qué día se envió?"), [Needed(_l("Escriba el día en que se envió."))])


class SendingPage(ActPage[SendingForm]):
    button = Button(Permission.HANDLE_INSISTENCE, "insistence_sent", _l("No se anotó el envío."))
    template = "desk/send_insistence.html"

    def form(self) -> SendingForm:
        return SendingForm()

    def begin(self, form: SendingForm, _case: CasePage) -> None:
        form.sent_on.process(None, today())

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_contests.send_insistence(insistence(case))

    def act(self, _case: CasePage, form: SendingForm, press: Press) -> object:
        sent_on, court = form.sent_on.data or today(), form.court.data
        return send_insistence(db.session(), sent_on=sent_on, court=court, **press)

    def said(self, case: CasePage, _form: SendingForm) -> str:
        return str(
            _(
                "Anotó que la insistencia de la petición %(number)s está con el juez. Se le avisa "
                "a la persona.",
                number=case.number,
            )
        )


class ArrivalForm(CaseForm):
    """When the court had it, and the number it gave."""

    arrived_on = DateParts(
        _l("¿Qué día llegó al juzgado?"), [Needed(_l("Escriba el día en que llegó."))]
    )
    reference = OneLine(_l("Número del proceso en el juzgado"), [AtMost(LONGEST_REFERENCE)])


class ArrivalPage(ActPage[ArrivalForm]):
    button = Button(
        Permission.HANDLE_INSISTENCE, "insistence_arrived", _l("No se anotó la llegada.")
    )
    template = "desk/receive_insistence.html"

    def form(self) -> ArrivalForm:
        return ArrivalForm()

    def begin(self, form: ArrivalForm, _case: CasePage) -> None:
        form.arrived_on.process(None, today())

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_contests.receive_insistence(insistence(case))

    def act(self, _case: CasePage, form: ArrivalForm, press: Press) -> object:
        arrived_on, reference = form.arrived_on.data or today(), form.reference.data or ""
        return receive_insistence(db.session(), arrived_on=arrived_on, reference=reference, **press)

    def said(self, case: CasePage, _form: ArrivalForm) -> str:
        return str(
            _(
                "Anotó que la insistencia de la petición %(number)s llegó al juzgado: los días del "
                "juez cuentan desde entonces. Se le avisa a la persona.",
                number=case.number,
            )
        )


class RulingForm(ActForm):
    """What the judge decided, by which ruling, and until when it is obeyed."""

    ruling = Choice(
        _l("¿Qué decidió el juez?"),
        [Needed(_l("Elija qué decidió el juez."))],
        choices=[
            SelectChoice(one.value, ruling_words(Remedy.INSISTENCE, one))
            for one in RULINGS[Remedy.INSISTENCE]
        ],
    )
    comply_by = DateParts(_l("¿Hasta cuándo hay que entregarlo? (si ordena entregar)"))
    reason = reason_field(
        _l("¿Qué dice la decisión?"), _l("Escriba qué decidió el juez: la persona lo lee.")
    )


class RulingPage(ActPage[RulingForm]):
    button = Button(Permission.HANDLE_INSISTENCE, "insistence_ruled", _l("No se anotó."))
    template = "desk/rule_insistence.html"

    def form(self) -> RulingForm:
        return RulingForm()

    def begin(self, form: RulingForm, _case: CasePage) -> None:
        form.begin()

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_contests.rule_insistence(insistence(case))

    def act(self, _case: CasePage, form: RulingForm, press: Press) -> object:
        return rule_insistence(
            db.session(),
            ruling=Ruling(form.ruling.data),
            act=form.act.data,
            act_on=form.day(),
            comply_by=form.comply_by.data,
            body=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: RulingForm) -> str:
        return str(
            _(
                "Anotó lo que decidió el juez en la petición %(number)s. Se le avisa a la persona.",
                number=case.number,
            )
        )


SENDING, ARRIVAL, RULING = SendingPage(), ArrivalPage(), RulingPage()


@desk.get("/bandeja/<number>/insistencia")
@may(Permission.HANDLE_INSISTENCE)
def ask_sending(number: str) -> ResponseReturnValue:
    """The form."""
    return SENDING.ask(number)


@desk.post("/bandeja/<number>/insistencia")
@may(Permission.HANDLE_INSISTENCE)
def send_to_judge(number: str) -> ResponseReturnValue:
    """From now on the judge's days run."""
    return SENDING.press(number)


@desk.get("/bandeja/<number>/llegada")
@may(Permission.HANDLE_INSISTENCE)
def ask_arrival(number: str) -> ResponseReturnValue:
    """The form."""
    return ARRIVAL.ask(number)


@desk.post("/bandeja/<number>/llegada")
@may(Permission.HANDLE_INSISTENCE)
def note_arrival(number: str) -> ResponseReturnValue:
    """The judge's days run from the day it arrived."""
    return ARRIVAL.press(number)


@desk.get("/bandeja/<number>/fallo")
@may(Permission.HANDLE_INSISTENCE)
def ask_ruling(number: str) -> ResponseReturnValue:
    """The form."""
    return RULING.ask(number)


@desk.post("/bandeja/<number>/fallo")
@may(Permission.HANDLE_INSISTENCE)
def note_ruling(number: str) -> ResponseReturnValue:
    """The person is told that the judge decided."""
    return RULING.press(number)
