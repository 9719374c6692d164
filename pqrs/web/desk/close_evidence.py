"""Cerrar las pruebas antes de tiempo: all of it was gathered, so the months run (CPACA art. 79)."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.close_evidence import close_evidence as end_evidence
from pqrs.extensions import db
from pqrs.law import Refusal, Remedy
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import may_close_evidence, pick_remedy, taking_evidence
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed
from pqrs.web.identity import may


class EvidenceEndForm(CaseForm):
    """In which recurso, and what was gathered."""

    remedy = Choice(_l("¿En qué recurso?"), [Needed(_l("Elija en qué recurso."))])
    reason = reason_field(
        _l("¿Por qué se cierran ya?"),
        _l("Escriba qué pruebas se reunieron: la persona lo lee."),
    )


class EvidenceEndPage(ActPage[EvidenceEndForm]):
    button = Button(Permission.DECIDE_APPEAL, "evidence_closed", _l("No se cerraron las pruebas."))
    template = "desk/close_evidence.html"

    def form(self) -> EvidenceEndForm:
        return EvidenceEndForm()

    def suit(self, form: EvidenceEndForm, case: CasePage) -> None:
        pick_remedy(form.remedy, taking_evidence(case))

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_close_evidence(case, on)

    def act(self, _case: CasePage, form: EvidenceEndForm, press: Press) -> object:
        remedy, reason = Remedy(form.remedy.data), form.reason.data
        return end_evidence(db.session(), remedy=remedy, reason=reason, **press)

    def said(self, case: CasePage, _form: EvidenceEndForm) -> str:
        return str(
            _(
                "Cerró las pruebas en la petición %(number)s. El plazo para decidir corre otra vez "
                "desde hoy. Se le avisa a la persona.",
                number=case.number,
            )
        )


PAGE = EvidenceEndPage()


@desk.get("/bandeja/<number>/cierre-pruebas")
@may(Permission.DECIDE_APPEAL)
def ask_evidence_end(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/cierre-pruebas")
@may(Permission.DECIDE_APPEAL)
def close_evidence(number: str) -> ResponseReturnValue:
    """The months of silence run again."""
    return PAGE.press(number)
