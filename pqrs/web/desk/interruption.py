"""What interrupts the judge's days for an insistencia, and what ends it (CPACA art. 26)."""

from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.end_interruption import end_interruption
from pqrs.acts.interrupt_insistence import interrupt_insistence
from pqrs.extensions import db
from pqrs.law import InterruptionEnd, InterruptionGround, Refusal
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import insistence, may_end_interruption, may_interrupt
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, Choice, Needed, OneLine, SelectChoice
from pqrs.web.identity import may
from pqrs.web.words import words

LONGEST_PAPER: Final = 60


class InterruptionForm(CaseForm):
    """Who asked what of whom, when, and in which paper."""

    ground = Choice(
        _l("¿Qué pasó?"),
        [Needed(_l("Elija qué pasó."))],
        choices=[SelectChoice(one.value, words.of(one)) for one in InterruptionGround],
    )
    asked_on = DateParts(_l("¿Qué día se pidió?"), [Needed(_l("Escriba el día en que se pidió."))])
    paper = OneLine(_l("¿En qué documento consta?"), [AtMost(LONGEST_PAPER)])


class InterruptionPage(ActPage[InterruptionForm]):
    button = Button(
        Permission.HANDLE_INSISTENCE, "insistence_interrupted", _l("No se anotó la interrupción.")
    )
    template = "desk/interrupt_insistence.html"

    def form(self) -> InterruptionForm:
        return InterruptionForm()

    def begin(self, form: InterruptionForm, _case: CasePage) -> None:
        form.asked_on.process(None, today())

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_interrupt(case, on)

    def act(self, _case: CasePage, form: InterruptionForm, press: Press) -> object:
        return interrupt_insistence(
            db.session(),
            ground=InterruptionGround(form.ground.data),
            asked_on=form.asked_on.data or today(),
            act=form.paper.data or "",
            **press,
        )

    def said(self, case: CasePage, _form: InterruptionForm) -> str:
        return str(
            _(
                "Anotó que los días del juez se interrumpieron en la petición %(number)s. Se le "
                "avisa a la persona.",
                number=case.number,
            )
        )


class EndingForm(CaseForm):
    """What ended it, and when."""

    ending = Choice(_l("¿Qué pasó?"), [Needed(_l("Elija qué pasó."))])
    ended_on = DateParts(_l("¿Qué día fue?"), [Needed(_l("Escriba el día."))])


class EndingPage(ActPage[EndingForm]):
    button = Button(
        Permission.HANDLE_INSISTENCE,
        "interruption_ended",
        _l("No se anotó el fin de la interrupción."),
    )
    template = "desk/end_interruption.html"

    def form(self) -> EndingForm:
        return EndingForm()

    def suit(self, form: EndingForm, case: CasePage) -> None:
        contest = insistence(case)
        found = [one for one in InterruptionEnd if contest and contest.interruption(one.ground)]
        form.ending.choices = [SelectChoice(one.value, words.of(one)) for one in found]
        if len(found) == 1 and not form.ending.data:
            form.ending.data = found[0].value

    def begin(self, form: EndingForm, _case: CasePage) -> None:
        form.ended_on.process(None, today())

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_end_interruption(case, on)

    def act(self, _case: CasePage, form: EndingForm, press: Press) -> object:
        ending, ended_on = InterruptionEnd(form.ending.data), form.ended_on.data or today()
        return end_interruption(db.session(), ending=ending, ended_on=ended_on, **press)

    def said(self, case: CasePage, _form: EndingForm) -> str:
        return str(
            _(
                "Anotó el fin de la interrupción en la petición %(number)s. Se le avisa a la "
                "persona.",
                number=case.number,
            )
        )


BEGINNING, ENDING = InterruptionPage(), EndingPage()


@desk.get("/bandeja/<number>/interrupcion")
@may(Permission.HANDLE_INSISTENCE)
def ask_interruption(number: str) -> ResponseReturnValue:
    """The form."""
    return BEGINNING.ask(number)


@desk.post("/bandeja/<number>/interrupcion")
@may(Permission.HANDLE_INSISTENCE)
def note_interruption(number: str) -> ResponseReturnValue:
    """The judge's days do not run meanwhile."""
    return BEGINNING.press(number)


@desk.get("/bandeja/<number>/fin-interrupcion")
@may(Permission.HANDLE_INSISTENCE)
def ask_interruption_end(number: str) -> ResponseReturnValue:
    """The form."""
    return ENDING.ask(number)


@desk.post("/bandeja/<number>/fin-interrupcion")
@may(Permission.HANDLE_INSISTENCE)
def note_interruption_end(number: str) -> ResponseReturnValue:
    """The judge's days run again, or the section decides."""
    return ENDING.press(number)
