"""`/plazos`: until when there is to answer, counted day by day, for anyone and without a case."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.law import Case, Kind
from pqrs.models import rule_book
from pqrs.web.explained import Explained, explained
from pqrs.web.headers import kept_for
from pqrs.web.ics import DueDate, calendar_file
from pqrs.web.law_words import step_words
from pqrs.web.pages import page, the_app
from pqrs.web.public import public
from pqrs.web.public.calculator_case import work_out_form
from pqrs.web.public.calculator_form import CalculatorForm
from pqrs.web.words import words

FIVE_MINUTES: Final = 300
"""A closure decreed today moves dates: nobody is shown an old count for longer."""


@dataclass(frozen=True)
class Result:
    """What was worked out, in words. `due_on` is None when nothing falls due."""

    kind: str
    due_on: date | None
    why: Explained
    file_url: str
    share_url: str


@dataclass(frozen=True)
class CalculatorPage:
    """The answer when there is one, and the groups of the question that stand open."""

    result: Result | None
    opened: frozenset[str]


@public.get("/plazos")
def calculator() -> ResponseReturnValue:
    """The empty form, the answer, or what has to be corrected."""
    form = CalculatorForm()
    case = answer_to(form) if form.is_asked else None
    result = result_of(form, case) if case else None
    response = page("public/calculator.html", CalculatorPage(result, form.opened), form)
    return response if form.errors else kept_for(response, FIVE_MINUTES)


@public.get("/plazos.ics")
def calculator_ics() -> ResponseReturnValue:
    """The same answer for a calendar; whoever asks for no date is shown the page and why."""
    form = CalculatorForm()
    case = answer_to(form)
    if case is None or case.due_on is None:
        typed = {name: request.args.getlist(name) for name in form.names() if name in request.args}
        return redirect(url_for("public.calculator", **typed), 303)  # type: ignore[arg-type]
    return kept_for(due_file(form, case, case.due_on), FIVE_MINUTES)


def answer_to(form: CalculatorForm) -> Case | None:
    """What the law says, or None when the form says what to correct."""
    return work_out_form(form, rule_book(db.session())) if form.validate() else None


def result_of(form: CalculatorForm, case: Case) -> Result:
    """The case in words, with the ways to keep it."""
    asked = form.address()
    return Result(
        kind=kind_words(case),
        due_on=case.due_on,
        why=explained(case),
        file_url=url_for("public.calculator_ics", **asked),
        share_url=url_for("public.calculator", **asked),
    )


def due_file(form: CalculatorForm, case: Case, due_on: date) -> Response:
    """The date with its reasons, under an address where it can be worked out again."""
    base = the_app().settings.base_url.rstrip("/")
    due = DueDate(
        uid=f"{case.code}-{form.received_at:%Y%m%d}-{due_on:%Y%m%d}@plazos".lower(),
        on=due_on,
        revised_at=form.received_at,
        title=_("Vence: %(kind)s", kind=kind_words(case)),
        text="\n".join(map(step_words, case.steps)),
        url=base + url_for("public.calculator", **form.address()),
    )
    return calendar_file(due)


def kind_words(case: Case) -> str:
    """The kind's name for people."""
    return str(words.kind(Kind.from_code(case.code)))
