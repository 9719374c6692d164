"""Dar traslado de las pruebas: the other parties have five days to speak of it (CPACA art. 79)."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.share_evidence import share_evidence as show_evidence
from pqrs.extensions import db
from pqrs.law import Refusal, Remedy
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.contests import appeals, may_share_evidence, pick_remedy
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed
from pqrs.web.identity import may


class SharingForm(CaseForm):
    """Of which recurso, on what day, to whom and what."""

    remedy = Choice(_l("¿De qué recurso?"), [Needed(_l("Elija de qué recurso."))])
    shared_on = DateParts(
        _l("¿Qué día se les comunicó?"), [Needed(_l("Escriba el día en que se les comunicó."))]
    )
    reason = reason_field(
        _l("¿A quiénes y qué pruebas?"), _l("Escriba a quiénes se les dio traslado y de qué.")
    )


class SharingPage(ActPage[SharingForm]):
    button = Button(Permission.DECIDE_APPEAL, "evidence_shared", _l("No se anotó el traslado."))
    template = "desk/share_evidence.html"

    def form(self) -> SharingForm:
        return SharingForm()

    def suit(self, form: SharingForm, case: CasePage) -> None:
        pick_remedy(form.remedy, tuple(one for one in appeals(case) if not one.shared_on))

    def begin(self, form: SharingForm, _case: CasePage) -> None:
        form.shared_on.process(None, today())

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return may_share_evidence(case, on)

    def act(self, _case: CasePage, form: SharingForm, press: Press) -> object:
        return show_evidence(
            db.session(),
            remedy=Remedy(form.remedy.data),
            on=form.shared_on.data or today(),
            body=form.reason.data,
            **press,
        )

    def said(self, case: CasePage, _form: SharingForm) -> str:
        return str(
            _(
                "Anotó el traslado de las pruebas en la petición %(number)s. Las otras partes "
                "tienen cinco días hábiles para pronunciarse.",
                number=case.number,
            )
        )


PAGE = SharingPage()


@desk.get("/bandeja/<number>/traslado-pruebas")
@may(Permission.DECIDE_APPEAL)
def ask_sharing(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/traslado-pruebas")
@may(Permission.DECIDE_APPEAL)
def share_evidence(number: str) -> ResponseReturnValue:
    """The clock to decide does not stop for it."""
    return PAGE.press(number)
