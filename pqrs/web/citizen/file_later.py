"""`/radicar/despues` and `/radicar/continuar`: leave a petition half written, and come back to it.

Without an account: a code leads back, on any telephone, for as long as the draft is kept.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask import flash, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.office.access_code import show_code
from pqrs.office.draft_code import code_of_draft, draft_token, read_draft_code
from pqrs.queries.draft import number_filed
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file import SEE_OTHER
from pqrs.web.citizen.file_draft import DRAFT_KEY, check, draft_under, is_discreet, the_draft
from pqrs.web.citizen.file_path import steps_for
from pqrs.web.citizen.file_receipt import remember_receipt
from pqrs.web.citizen.file_steps import Step
from pqrs.web.forms import AtMost, Needed, OneLine, PageForm
from pqrs.web.pages import Blank, page, the_app

NOT_FOUND: Final = _l(
    "No encontramos una petición sin terminar con ese código. Revíselo: tiene 16 letras y números. "
    "Guardamos lo escrito durante tres días."
)


class ResumeForm(PageForm):
    """The code that was noted down."""

    code = OneLine(_l("Código para seguir"), [Needed(_l("Escriba el código.")), AtMost(60)])


@dataclass(frozen=True)
class LaterPage:
    """The way back. `link`: "" when an address that is kept somewhere could give a person away."""

    code: str
    until: datetime
    link: str
    back_url: str
    is_discreet: bool


@citizen.get("/radicar/despues")
def later() -> ResponseReturnValue:
    """How to come back to what this browser has typed, and until when."""
    draft = the_draft()
    code = code_of_draft(the_app().office.code_key, draft.token)
    if code is None or draft.until is None:
        return redirect(url_for("citizen.file"), SEE_OTHER)
    hidden = is_discreet(draft.answers)
    shown = show_code(code)
    data = LaterPage(
        code=shown,
        until=draft.until,
        link="" if hidden else url_for("citizen.resume", code=shown, _external=True),
        back_url=where_it_stopped(draft.token),
        is_discreet=hidden,
    )
    return page("citizen/file_later.html", data)


@citizen.get("/radicar/continuar", defaults={"code": ""})
@citizen.get("/radicar/continuar/<code>")
def resume(code: str) -> ResponseReturnValue:
    """The code is asked for; an address that holds it only fills it in, and opens nothing."""
    form = ResumeForm()
    form.code.data = code[:60]
    return page("citizen/file_resume.html", Blank(), form)


@citizen.post("/radicar/continuar")
def open_draft() -> ResponseReturnValue:
    """Go on where it stopped; what was sent meanwhile shows its number and code."""
    form = ResumeForm()
    if not form.validate_on_submit():
        return page("citizen/file_resume.html", Blank(), form)
    code = read_draft_code(form.code.data)
    token = draft_token(the_app().office.code_key, code) if code else ""
    if not token or draft_under(token).until is None:
        form.refuse("code", NOT_FOUND)
        return page("citizen/file_resume.html", Blank(), form)
    number = number_filed(db.session(), token)
    if number is not None:
        remember_receipt(number, token)
        return redirect(url_for("citizen.receipt"), SEE_OTHER)
    session[DRAFT_KEY] = token
    flash(_("Aquí quedó su petición. Siga desde esta pregunta."))
    return redirect(where_it_stopped(token), SEE_OTHER)


def where_it_stopped(token: str) -> str:
    """The first question still open, or never come to; the summary when all are answered."""
    answers = draft_under(token).answers
    path, stuck = steps_for(answers), check(answers).stuck
    reached = max((place for place, step in enumerate(path) if was_sent(step, answers)), default=-1)
    stops = reached + 1 if stuck is None else min(reached + 1, path.index(stuck))
    return url_for(f"citizen.{path[stops].name}" if stops < len(path) else "citizen.review")


def was_sent(step: Step, answers: Mapping[str, Any]) -> bool:
    """Whether anything of this page is kept, were it that nothing was answered."""
    return not answers.keys().isdisjoint(step.form.from_draft(answers).typed())
