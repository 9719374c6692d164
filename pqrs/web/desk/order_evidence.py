"""Decretar pruebas en un recurso: each length that the law lets, with its last day (art. 79)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from pqrs.acts.act_on_case import Press
from pqrs.acts.order_evidence import order_evidence as take_evidence
from pqrs.extensions import db
from pqrs.law import Contest, Refusal, Remedy, clock_named
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.contests import case_contest
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import appeals, may_take_evidence, pick_remedy
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.filters import short_weekday
from pqrs.web.forms import Choice, Needed, Pick, SelectChoice
from pqrs.web.identity import may
from pqrs.web.words import words


class EvidenceForm(CaseForm):
    """In which recurso, for how long in all, and which evidence."""

    remedy = Choice(_l("¿En qué recurso?"), [Needed(_l("Elija en qué recurso."))])
    days = Pick(_l("¿Hasta cuándo se practican?"), [Needed(_l("Elija hasta cuándo."))])
    reason = reason_field(
        _l("¿Qué pruebas se decretan?"), _l("Escriba qué pruebas y para qué: la persona lo lee.")
    )


@dataclass(frozen=True)
class Running:
    """Until when each has to be decided now, and until when evidence is being taken."""

    rows: tuple[tuple[str, date | None, date | None], ...]


class EvidencePage(ActPage[EvidenceForm]):
    button = Button(Permission.DECIDE_APPEAL, "evidence_ordered", _l("No se abrieron pruebas."))
    template = "desk/order_evidence.html"

    def form(self) -> EvidenceForm:
        return EvidenceForm()

    def suit(self, form: EvidenceForm, case: CasePage) -> None:
        found = appeals(case)
        pick_remedy(form.remedy, found)
        form.days.choices = list(lengths(case, found))

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_take_evidence(case, on)

    def about(self, case: CasePage, _form: EvidenceForm) -> Running:
        found = [case_contest(one, case.later_rules, today()) for one in appeals(case)]
        return Running(
            tuple(
                (str(words.of(one.contest.remedy)), one.due_on, one.evidence_until) for one in found
            )
        )

    def act(self, _case: CasePage, form: EvidenceForm, press: Press) -> object:
        return take_evidence(
            db.session(),
            remedy=Remedy(form.remedy.data),
            total_days=int(form.days.data),
            reason=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: EvidenceForm) -> str:
        return str(
            _(
                "Abrió pruebas en la petición %(number)s. Mientras duran, el plazo no corre. Se "
                "le avisa a la persona.",
                number=case.number,
            )
        )


def lengths(case: CasePage, found: tuple[Contest, ...]) -> list[SelectChoice]:
    """Every number of days that there may still be, with the day on which it ends."""
    most = clock_named("take_evidence").amount
    began = min((one.evidence_on or today() for one in found), default=today())
    known = min((one.evidence_days for one in found), default=0)
    calendar = case.later_rules.calendar
    return [
        SelectChoice(
            str(days),
            ngettext("%(num)d día hábil", "%(num)d días hábiles", days)
            + f": {short_weekday(calendar.add_working_days(began, days))}",
        )
        for days in range(known + 1, most + 1)
    ]


PAGE = EvidencePage()


@desk.get("/bandeja/<number>/pruebas")
@may(Permission.DECIDE_APPEAL)
def ask_evidence(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/pruebas")
@may(Permission.DECIDE_APPEAL)
def order_evidence(number: str) -> ResponseReturnValue:
    """The months of silence stand still while they last."""
    return PAGE.press(number)
