"""Suspender y reanudar: an impediment or a conflict of competence (CPACA art. 12 and 39)."""

from dataclasses import dataclass
from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.pause import pause as stop_clock
from pqrs.acts.resume import resume as start_clock
from pqrs.extensions import db
from pqrs.law import PauseGround, Refusal, Resumed, lawful
from pqrs.office import Permission
from pqrs.outside.now import now
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed, SelectChoice
from pqrs.web.identity import may
from pqrs.web.words import words


class PauseForm(CaseForm):
    """On which of the two grounds, and what happened."""

    ground = Choice(
        _l("¿Por qué se suspende?"),
        [Needed(_l("Elija por qué se suspende."))],
        choices=[SelectChoice(one.value, words.of(one)) for one in PauseGround],
    )
    reason = reason_field(
        _l("¿Qué pasó?"), _l("Escriba qué pasó y quién lo decide: la persona lo lee.")
    )


class ResumeForm(CaseForm):
    """What was decided."""

    reason = reason_field(
        _l("¿Qué se decidió?"), _l("Escriba qué se decidió y quién: la persona lo lee.")
    )


@dataclass(frozen=True)
class Dates:
    """When it would be due."""

    due_on: date | None


class PausePage(ActPage[PauseForm]):
    button = Button(Permission.PAUSE_TERM, "paused", _l("No se suspendió."))
    template = "desk/pause.html"

    def form(self) -> PauseForm:
        return PauseForm()

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.pause(case.standing, on)

    def about(self, case: CasePage, _form: PauseForm) -> Dates:
        return Dates(case.standing.due_on)

    def act(self, _case: CasePage, form: PauseForm, press: Press) -> object:
        ground, reason = PauseGround(form.ground.data), form.reason.data
        return stop_clock(db.session(), ground=ground, reason=reason, **press)

    def said(self, case: CasePage, _form: PauseForm) -> str:
        return str(
            _(
                "Suspendió el término de la petición %(number)s. Se le avisa a la persona.",
                number=case.number,
            )
        )


class ResumePage(ActPage[ResumeForm]):
    button = Button(Permission.PAUSE_TERM, "resumed", _l("No se reanudó."))
    template = "desk/resume.html"

    def form(self) -> ResumeForm:
        return ResumeForm()

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.resume(case.standing)

    def about(self, case: CasePage, _form: ResumeForm) -> Dates:
        (then,) = after(case, Resumed(at=now()))
        return Dates(then.due_on)

    def act(self, _case: CasePage, form: ResumeForm, press: Press) -> object:
        return start_clock(db.session(), reason=form.reason.data, **press)

    def said(self, case: CasePage, _form: ResumeForm) -> str:
        return str(
            _(
                "Reanudó el término de la petición %(number)s. Se le avisa a la persona.",
                number=case.number,
            )
        )


PAUSE, RESUME = PausePage(), ResumePage()


@desk.get("/bandeja/<number>/suspender")
@may(Permission.PAUSE_TERM)
def ask_pause(number: str) -> ResponseReturnValue:
    """The form."""
    return PAUSE.ask(number)


@desk.post("/bandeja/<number>/suspender")
@may(Permission.PAUSE_TERM)
def pause(number: str) -> ResponseReturnValue:
    """No day counts from tomorrow."""
    return PAUSE.press(number)


@desk.get("/bandeja/<number>/reanudar")
@may(Permission.PAUSE_TERM)
def ask_resumption(number: str) -> ResponseReturnValue:
    """The form."""
    return RESUME.ask(number)


@desk.post("/bandeja/<number>/reanudar")
@may(Permission.PAUSE_TERM)
def resume(number: str) -> ResponseReturnValue:
    """The term goes on tomorrow."""
    return RESUME.press(number)
