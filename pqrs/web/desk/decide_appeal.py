"""Decidir un recurso, or say whether an answer was whole (CPACA art. 13 and 80)."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.decide_appeal import decide_appeal as rule_on
from pqrs.extensions import db
from pqrs.law import BY_ACT, RULINGS, Refusal, Remedy, Ruling, Stage
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.contest_words import ruling_words
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import may_decide, mine, pick_remedy
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import AtMost, Choice, Needed, OneLine, SelectChoice
from pqrs.web.identity import may

LONGEST_ACT: Final = 120


HEARD: Final = _l("La apelación queda por decidir, y sus dos meses cuentan desde esta fecha.")
TURNED_DOWN: Final = _l(
    "Se presentó tarde, sin motivos o por quien no podía (Ley 1437 de 2011, artículo 78)."
)


@dataclass(frozen=True)
class Hints:
    """Under the number of the act, and under each ruling what it means."""

    act: str
    rulings: dict[str, str]


class DecisionForm(CaseForm):
    """Which one, what is decided of it, by which act, and what the act says."""

    remedy = Choice(_l("Lo que se presentó"), [Needed(_l("Elija qué va a decidir."))])
    ruling = Choice(_l("¿Qué se decide?"), [Needed(_l("Elija qué se decide."))])
    act = OneLine(_l("Número del acto"), [AtMost(LONGEST_ACT)])
    act_on = DateParts(_l("Fecha de la decisión"), [Needed(_l("Escriba la fecha."))])
    reason = reason_field(
        _l("¿Qué dice la decisión?"), _l("Escriba qué se decide y por qué: la persona lo lee.")
    )


class DecisionPage(ActPage[DecisionForm]):
    button = Button(Permission.DECIDE_APPEAL, "appeal_decided", _l("No se decidió."))
    template = "desk/decide_appeal.html"

    def form(self) -> DecisionForm:
        return DecisionForm()

    def suit(self, form: DecisionForm, case: CasePage) -> None:
        found = mine(case, Stage.TO_DECIDE)
        pick_remedy(form.remedy, found)
        remedies = [one.remedy for one in found] or [Remedy.RECONSIDERATION]
        form.act.flags.required = BY_ACT.issuperset(remedies)
        longest = max(remedies, key=lambda remedy: len(RULINGS[remedy]))
        form.ruling.choices = [
            SelectChoice(one.value, ruling_words(longest, one)) for one in RULINGS[longest]
        ]

    def about(self, case: CasePage, _form: DecisionForm) -> Hints:
        found = {one.remedy for one in mine(case, Stage.TO_DECIDE)}
        act = _("Por ejemplo: Resolución 123 de 2026.")
        if Remedy.NOT_ANSWERED in found:
            act += " " + _("No hace falta si solo se revisa si la respuesta estaba completa.")
        if Remedy.REFUSED_APPEAL in found:
            return Hints(act, {Ruling.REVOKED: str(HEARD)})
        return Hints(act, {Ruling.INADMISSIBLE: str(TURNED_DOWN)})

    def begin(self, form: DecisionForm, _case: CasePage) -> None:
        form.act_on.process(None, today())

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_decide(case, on)

    def act(self, _case: CasePage, form: DecisionForm, press: Press) -> object:
        return rule_on(
            db.session(),
            remedy=Remedy(form.remedy.data),
            ruling=Ruling(form.ruling.data),
            act=form.act.data or "",
            act_on=form.act_on.data or today(),
            body=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: DecisionForm) -> str:
        return str(
            _(
                "Decidió lo que se presentó contra la petición %(number)s. Se le avisa a la "
                "persona; cuenta desde que lo reciba.",
                number=case.number,
            )
        )


PAGE = DecisionPage()


@desk.get("/bandeja/<number>/recurso")
@may(Permission.DECIDE_APPEAL)
def ask_appeal_decision(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/recurso")
@may(Permission.DECIDE_APPEAL)
def decide_appeal(number: str) -> ResponseReturnValue:
    """The person is told that there is a decision."""
    return PAGE.press(number)
