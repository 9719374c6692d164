"""First routing of one case: read it, and send it to who must answer, with a reason."""

from dataclasses import dataclass
from datetime import date

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.assign import assign
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import PriorityGround, Refusal, lawful
from pqrs.office import Permission, Suggestion
from pqrs.office.portions import suggest_by_matters
from pqrs.queries.intake_returns import SentBack, sent_back
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm, read_case
from pqrs.web.desk.intake import Bounced, Guess, bounced, guesses
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.parts import ShownParts, shown_parts
from pqrs.web.desk.similar import ShownSimilar, similar_of
from pqrs.web.desk.stale import Button
from pqrs.web.filters import unstopped
from pqrs.web.forms import AtMost, Choice, LongText, Needed, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import the_app


class AssignForm(CaseForm):
    """To which of our offices, and why; and, when it may be so, whether a life is in danger."""

    danger = Choice(
        _l("¿Está en riesgo la vida o la integridad de alguien?"),
        [Needed(_l("Diga si está en riesgo la vida o la integridad de alguien."))],
        choices=[
            SelectChoice("yes", _l("Sí: va primero y se avisa a quien está de turno")),
            SelectChoice("no", _l("No: sigue como las demás")),
        ],
    )
    department = Pick(
        _l("Dependencia que responde"), [Needed(_l("Elija la dependencia que debe responder."))]
    )
    reason = LongText(
        _l("¿Por qué a esa dependencia?"), [Needed(_l("Escriba por qué.")), AtMost(1000)]
    )


@dataclass(frozen=True)
class Advice:
    """What the router makes of the case, and what departments said that sent it back."""

    reason: str
    guesses: tuple[Guess, ...]
    bounced: Bounced | None
    similar: ShownSimilar
    parts: ShownParts | None


class AssignPage(ActPage[AssignForm]):
    button = Button(Permission.ROUTE_FIRST, "assigned", _l("No se envió."))
    template = "desk/intake_case.html"

    def form(self) -> AssignForm:
        """Our own offices, by name."""
        form = AssignForm()
        form.department.choices = offices()
        return form

    def suit(self, form: AssignForm, case: CasePage) -> None:
        """It asks of danger where that is to be decided; an accused office is no choice."""
        named = case.facts.named_departments
        form.department.choices = [one for one in offices() if one.value not in named]
        if PriorityGround.PERHAPS_LIFE not in case.grounds:
            del form.danger

    def begin(self, form: AssignForm, case: CasePage) -> None:
        """The best guess is filled in."""
        returns = returns_of(case)
        best = next(iter(guesses_of(case, suggest(case, returns), returns)), None)
        if best is not None and not best.transfer_url:
            form.department.data, form.reason.data = best.code, best.reason

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.assign(case.standing)

    def about(self, case: CasePage, _form: AssignForm) -> Advice:
        returns = returns_of(case)
        suggestion = suggest(case, returns)
        found = guesses_of(case, suggestion, returns)
        return Advice(
            suggestion.reason, found, bounced(returns), similar_of(case), shown_parts(case)
        )

    def act(self, _case: CasePage, form: AssignForm, press: Press) -> object:
        department, reason = form.department.data, form.reason.data
        danger = form.danger.data == "yes" if "danger" in form else None
        return assign(db.session(), department=department, reason=reason, danger=danger, **press)

    def said(self, case: CasePage, form: AssignForm) -> str:
        body = the_app().office.pack.department(form.department.data).name
        return str(
            _("Envió la petición %(number)s a %(body)s.", number=case.number, body=unstopped(body))
        )

    def goes(self, _case: CasePage) -> str:
        return url_for("desk.intake")


def offices() -> list[SelectChoice]:
    """Our own offices, by name, and none of them first."""
    ours = sorted(the_app().office.pack.internal_departments(), key=lambda one: one.name)
    return [
        SelectChoice("", _("Elija una dependencia")),
        *(SelectChoice(body.code, body.name) for body in ours),
    ]


PAGE = AssignPage()


@desk.get("/ventanilla/<number>")
@may(Permission.ROUTE_FIRST)
def intake_case(number: str) -> ResponseReturnValue:
    """The case to be routed; once routed, there is nothing to decide here."""
    case = read_case(number)
    if not is_allowed(Permission.ROUTE_FIRST, the_viewer().viewer, case.facts):
        return redirect(url_for("desk.petition", number=case.number), 303)
    return PAGE.ask(number)


@desk.post("/ventanilla/<number>")
@may(Permission.ROUTE_FIRST)
def route(number: str) -> ResponseReturnValue:
    """Send it; the list's one-press buttons come here too."""
    return PAGE.press(number)


@reading()
def returns_of(case: CasePage) -> tuple[SentBack, ...]:
    """Who sent it back to this desk, the last one first."""
    return sent_back(db.session(), [case.number])[case.number]


def suggest(case: CasePage, returns: tuple[SentBack, ...]) -> Suggestion:
    """What the router says of the petition's first words.

    Of one that came back, by them alone: the topic it was filed under led to the wrong office.
    """
    topic = None if returns else case.topic
    text = case.texts[0][1] if case.texts else case.subject
    named = case.facts.named_departments
    router = the_app().office.router_now(db.session())
    return suggest_by_matters(router, text, topic, case.place_code, accused=named)


def guesses_of(
    case: CasePage, suggestion: Suggestion, returns: tuple[SentBack, ...]
) -> tuple[Guess, ...]:
    """The best of it that may be chosen: not who sent it back, nor who it complains about."""
    return guesses(case.number, suggestion, returns, case.facts.named_departments)
