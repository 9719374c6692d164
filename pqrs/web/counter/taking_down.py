"""`/ventanilla/radicar`: the one page on which a clerk writes while the person speaks."""

from dataclasses import dataclass
from typing import Final

from flask import Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.save_draft import drop_draft
from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.web.citizen.file_draft import TypedDraft, is_urgent
from pqrs.web.citizen.file_form import new_token
from pqrs.web.counter import counter
from pqrs.web.counter.counter_draft import (
    Unfinished,
    as_form,
    check,
    draft_of,
    keep_answers,
    sheet_of,
    the_draft,
    unfinished,
)
from pqrs.web.counter.counter_form import CounterForm
from pqrs.web.forms import PageForm
from pqrs.web.identity import may
from pqrs.web.pages import page

SEE_OTHER: Final = 303
FOLDS: Final = {
    "late": ("received_on", "received_time", "posted_on", "why_late"),
    "for_another": ("capacity", "body_name", "body_document", "represented_name"),
    "report": ("involved", "office", "known_by"),
    "address": ("postal_address", "postal_district", "postal_town"),
    "when": ("happened_on",),
}
"""What few people need is folded, and open where something stands in it or has to be corrected."""


@dataclass(frozen=True)
class TakingDownPage:
    """The form. `may_skip`: it may be filed as it is. `opened`: the folds that are not empty.

    `waiting`: what was begun here before, shown as hours alone: it is another person's.
    """

    may_skip: bool
    is_urgent: bool
    opened: frozenset[str]
    waiting: tuple[Unfinished, ...]


@counter.get("/ventanilla/radicar")
@may(Permission.FILE_FOR_SOMEONE)
def take_down() -> ResponseReturnValue:
    """A new one, empty; what was begun only under its own address, with what stops it."""
    draft = the_draft()
    if draft.number:
        return redirect(url_for("counter.take_down"), SEE_OTHER)
    form = CounterForm.filled(draft.answers)
    assert isinstance(form, CounterForm)  # noqa: S101  tells the type checker what it is made of
    if draft.until is not None and check(draft.answers) is None:
        show_faults(form, draft)
    return show(form, draft)


def show_faults(form: CounterForm, draft: TypedDraft) -> None:
    """What still has to be corrected or let be, told again on the page that is gone back to."""
    checked = as_form(draft.answers)
    checked.validate()
    for name, errors in checked.errors.items():
        form[name].errors = errors


@counter.post("/ventanilla/radicar")
@may(Permission.FILE_FOR_SOMEONE)
def keep() -> ResponseReturnValue:
    """Keep it, good or not; then it is read back to the person before it gets its number."""
    draft = the_draft()
    form = CounterForm()
    is_good = form.validate_on_submit()
    if "csrf_token" in form.errors:
        return show(form, draft)
    if draft.number:
        flash(already_filed(draft.number))
        draft = draft_of(new_token())
    anyway = not is_good and form.is_soft and "anyway" in request.form
    kept = keep_answers(draft, form, anyway=anyway)
    if not is_good and not anyway:
        return show(form, kept)
    return redirect(url_for("counter.read_back", hoja=sheet_of(kept.token)), SEE_OTHER)


@counter.post("/ventanilla/radicar/otra")
@may(Permission.FILE_FOR_SOMEONE)
def begin_anew() -> ResponseReturnValue:
    """Nothing of this one stays, neither words nor scans; the next person's page is empty."""
    draft = the_draft()
    if PageForm().validate_on_submit() and not draft.number:
        drop_draft(db.session(), draft.token)
        flash(_("Borró lo que no se radicó."))
    return redirect(url_for("counter.take_down"), SEE_OTHER)


def already_filed(number: str) -> str:
    """What was written on a page whose petition has its number is another petition."""
    return str(
        _(
            "Desde esa página ya radicó la petición %(number)s. Lo que escribió ahora es otra: "
            "radíquela solo si lo es.",
            number=number,
        )
    )


def show(form: CounterForm, draft: TypedDraft) -> Response:
    """The page; the form carries the token of its draft."""
    form.prepare(draft.answers)
    form.token.data = draft.token
    data = TakingDownPage(
        may_skip=form.is_soft,
        is_urgent=is_urgent(draft.answers),
        opened=frozenset(name for name, fields in FOLDS.items() if any(map(form.is_used, fields))),
        waiting=tuple(one for one in unfinished() if one.sheet != sheet_of(draft.token)),
    )
    return page("counter/taking_down.html", data, form)
