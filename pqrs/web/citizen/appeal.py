"""`/seguimiento/inconforme`: the ways to contest what was decided, each with its last day."""

from dataclasses import dataclass
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.appeal import appeal as contest
from pqrs.extensions import db
from pqrs.law import Refusal, Remedy, Tribunal, Way, cpaca
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_steps import TEXT_LENGTH
from pqrs.web.citizen.own_page import OwnForm, OwnPage
from pqrs.web.filters import weekday_date
from pqrs.web.forms import AtMost, Choice, LongText, Needed, SelectChoice
from pqrs.web.law_words import refusal_words
from pqrs.web.words import words

MEANINGS: Final = {
    Remedy.NOT_ANSWERED: _l("Pide que le contesten lo que falta, o lo que de verdad preguntó."),
    Remedy.RECONSIDERATION: _l("Pide a quien decidió que lo piense otra vez y cambie la decisión."),
    Remedy.APPEAL: _l("Pide al superior de quien decidió que revise la decisión."),
    Remedy.REFUSED_APPEAL: _l(
        "Rechazaron su apelación sin estudiarla: pide al superior que sí la estudie."
    ),
    Remedy.INSISTENCE: _l("Le negaron información o documentos: un juez decide si se los dan."),
}
BEFORE: Final = {
    Tribunal.AUTHOR: _l("Ante la misma dependencia."),
    Tribunal.SUPERIOR: _l("Ante el superior de quien decidió."),
    Tribunal.JUDGE: _l("La Alcaldía envía todo al juez administrativo."),
}


class AppealForm(OwnForm):
    """Which way, and why."""

    remedy = Choice(_l("¿Qué quiere presentar?"), [Needed(_l("Elija qué quiere presentar."))])
    text = LongText(
        _l("¿Por qué no está de acuerdo?"),
        [Needed(_l("Escriba por qué no está de acuerdo.")), AtMost(TEXT_LENGTH)],
    )


@dataclass(frozen=True)
class ClosedWay:
    """A way that cannot be taken any more, and why."""

    name: str
    refusal: str


@dataclass(frozen=True)
class Ways:
    """`hints`: under each way that is open, what it is, before whom, until when, by which norm."""

    hints: dict[str, str]
    closed: tuple[ClosedWay, ...]


class AppealPage(OwnPage[AppealForm]):
    template = "citizen/appeal.html"
    done = _l("Lo recibimos. Se lo contamos a la dependencia y a Control Interno.")

    def form(self) -> AppealForm:
        return AppealForm()

    def suit(self, form: AppealForm, case: OwnCase, *, shown: bool) -> None:
        """Only ways that may be taken now are shown; the act refuses the others by their norm."""
        form.remedy.choices = [
            SelectChoice(own.way.remedy.value, words.of(own.way.remedy))
            for own in case.ways
            if own.refusal is None or not shown
        ]

    def law(self, case: OwnCase) -> Refusal | None:
        """The first refusal, when there is no way left."""
        if any(own.refusal is None for own in case.ways):
            return None
        refused = (own.refusal for own in case.ways if own.refusal)
        return next(refused, None) or Refusal("appeal_nothing", cpaca("74"))

    def about(self, case: OwnCase) -> Ways:
        return Ways(
            hints={own.way.remedy.value: hint_of(own.way) for own in case.ways if not own.refusal},
            closed=tuple(
                ClosedWay(str(words.of(own.way.remedy)), refusal_words(own.refusal))
                for own in case.ways
                if own.refusal
            ),
        )

    def act(self, form: AppealForm, _files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        remedy = Remedy(form.remedy.data)
        return contest(db.session(), remedy=remedy, body=form.text.data, **press)


def hint_of(way: Way) -> str:
    """What it is, before whom, until when, by which norm."""
    until = _("No tiene fecha límite.")
    if way.waits_notice:
        until = _("Los días empiezan cuando reciba la decisión.")
    if way.until is not None:
        until = _("Hasta el %(day)s.", day=weekday_date(way.until))
    return f"{MEANINGS[way.remedy]} {BEFORE[way.before]} {until} {way.citation}."


@citizen.get("/seguimiento/inconforme")
def appeal() -> ResponseReturnValue:
    """The ways there are."""
    return AppealPage().ask()


@citizen.post("/seguimiento/inconforme")
def send_appeal() -> ResponseReturnValue:
    """Take one."""
    return AppealPage().press()
