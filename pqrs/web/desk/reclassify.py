"""Cambiar el tipo: the intake desk does it; a department proposes it to the supervisor."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.propose import propose
from pqrs.acts.reclassify import reclassify as change_kind
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Kind, Refusal, lawful
from pqrs.models import ProposedAct
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.consequence import due_as
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.filters import weekday_date
from pqrs.web.forms import Choices, Needed, Pick, SelectChoice
from pqrs.web.identity import may
from pqrs.web.words import words

FEWEST, MOST = 2, 6


class KindForm(CaseForm):
    """What it is, why, and of a mixed petition, each thing that it holds."""

    kind = Pick(_l("¿De qué tipo es?"), [Needed(_l("Elija de qué tipo es."))])
    parts = Choices(_l("Si es mixta, ¿qué contiene?"))
    reason = reason_field(_l("¿Por qué?"), _l("Escriba por qué: la persona lo lee."))

    def validate_parts(self, field: Choices) -> None:
        """A mixed petition has parts, and only it."""
        is_mixed = self.kind.data == Kind.MIXED.value
        if is_mixed and not FEWEST <= len(field.data) <= MOST:
            field.errors = [str(_("Marque entre dos y seis tipos: cada parte tiene su plazo."))]
        elif not is_mixed and field.data:
            field.errors = [str(_("Marque partes solo si elige «Petición mixta»."))]

    def kinds(self) -> tuple[Kind, ...]:
        """The parts, in the order of the list."""
        return tuple(Kind(value) for value in self.parts.data)


@dataclass(frozen=True)
class KindNow:
    """What it is now. `decides`: whether this press is enough."""

    kind: str
    due_on: date | None
    received_on: date
    decides: bool


class KindPage(ActPage[KindForm]):
    """The intake desk's: it changes at once."""

    button = Button(Permission.CHANGE_KIND, "reclassified", _l("No se cambió."))
    template = "desk/reclassify.html"
    decides = True

    def form(self) -> KindForm:
        return KindForm()

    def suit(self, form: KindForm, case: CasePage) -> None:
        """Each kind with the day on which it would be due."""
        with reading():
            days = due_as(db.session(), case.number, now())
        named = sorted((str(words.kind(kind)), kind, day) for kind, day in days.items())
        form.parts.choices = [SelectChoice(kind.value, name) for name, kind, _day in named]
        form.kind.choices = [
            SelectChoice("", _("Elija un tipo")),
            *(
                SelectChoice(kind.value, with_day(name, day))
                for name, kind, day in named
                if kind is not case.kind
            ),
            SelectChoice(Kind.MIXED.value, _("Petición mixta: cada parte con su plazo")),
        ]

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.reclassify(case.standing)

    def about(self, case: CasePage, _form: KindForm) -> KindNow:
        standing = case.standing
        kind = str(words.kind(case.kind))
        return KindNow(kind, standing.due_on, standing.received_on, decides=self.decides)

    def act(self, _case: CasePage, form: KindForm, press: Press) -> object:
        kind, reason = Kind(form.kind.data), form.reason.data
        return change_kind(db.session(), kind=kind, parts=form.kinds(), reason=reason, **press)

    def said(self, case: CasePage, form: KindForm) -> str:
        kind = words.kind(Kind(form.kind.data))
        return str(
            _(
                "La petición %(number)s es ahora: %(kind)s. Se le avisa a la persona.",
                number=case.number,
                kind=kind,
            )
        )


class ProposeKindPage(KindPage):
    """A department's: somebody who does not answer it decides, because the term may get longer."""

    button = Button(Permission.PROPOSE_KIND, "", _l("No se propuso."))
    decides = False

    def act(self, _case: CasePage, form: KindForm, press: Press) -> object:
        kind, reason = Kind(form.kind.data), form.reason.data
        return propose(
            db.session(),
            act=ProposedAct.RECLASSIFY,
            kind=kind,
            parts=form.kinds(),
            reason=reason,
            **press,
        )

    def said(self, case: CasePage, _form: KindForm) -> str:
        return str(
            _(
                "Propuso cambiar el tipo de la petición %(number)s. Lo decide la supervisión.",
                number=case.number,
            )
        )


def with_day(name: str, due_on: date | None) -> str:
    """«Reclamo: vencería el …»; without a date while nothing is due."""
    if due_on is None:
        return name
    return str(_("%(kind)s: vencería el %(day)s", kind=name, day=weekday_date(due_on)))


CHANGE, PROPOSE = KindPage(), ProposeKindPage()


@desk.get("/ventanilla/<number>/tipo")
@may(Permission.CHANGE_KIND)
def ask_kind(number: str) -> ResponseReturnValue:
    """The form of who decides."""
    return CHANGE.ask(number)


@desk.post("/ventanilla/<number>/tipo")
@may(Permission.CHANGE_KIND)
def reclassify(number: str) -> ResponseReturnValue:
    """Another term, from the same start."""
    return CHANGE.press(number)


@desk.get("/bandeja/<number>/tipo")
@may(Permission.PROPOSE_KIND)
def ask_other_kind(number: str) -> ResponseReturnValue:
    """The form of who proposes."""
    return PROPOSE.ask(number)


@desk.post("/bandeja/<number>/tipo")
@may(Permission.PROPOSE_KIND)
def propose_kind(number: str) -> ResponseReturnValue:
    """Leave it to the supervisor."""
    return PROPOSE.press(number)
