"""A press from a page that is not true any more: done already by this person, or by another.

It comes before the case is read, because after the act its author may not read it any longer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Response, flash, make_response, redirect, url_for
from flask_babel import LazyString
from flask_babel import gettext as _
from wtforms.widgets import HiddenInput

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.office import CaseFacts, Permission, parse_number
from pqrs.queries.case_since import CaseSince, Happened, case_since
from pqrs.queries.petition_page import case_facts
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.reasoned import items_of
from pqrs.web.forms import LongText
from pqrs.web.identity import the_viewer
from pqrs.web.pages import page

CONFLICT = 409
BREACHED = "breached"
"""Put on record by the system before whatever is done to a case that is late."""
MULTIPLE: Final = (list, tuple)


@dataclass(frozen=True)
class Button:
    """What it needs, the event it leaves on record ("" for none), how to say that it did not."""

    permission: Permission
    event: str
    refused: LazyString


@dataclass(frozen=True)
class ChangedPage:
    """Nothing of the case but its number: it may be no longer this person's to read."""

    number: str
    refused: str
    written: str
    list_url: str


@reading()
def answer_stale(typed: str, form: CaseForm, button: Button) -> Response | None:
    """The answer to a stale press; None when it is not one, or the page itself can show it."""
    number = parse_number(typed)
    since = case_since(db.session(), str(number), form.seen.data) if number else None
    if since is None or not may_press(button, since.facts):
        return None
    by_people = [one for one in since.happened if one.name != BREACHED]
    if len(by_people) == 1 and is_this_press(by_people[0], form, button):
        flash(_("Usted ya lo había hecho con la petición %(number)s.", number=since.number))
        return make_response(redirect(list_url(since), 303))
    facts = case_facts(db.session(), since.number)
    if facts is not None and may_press(button, facts):
        return None
    return show_changed(since, form, button)


def is_this_press(one: Happened, form: CaseForm, button: Button) -> bool:
    """Whether this person did exactly this: whatever the form says is on record with the event."""
    is_own = (one.name, one.by) == (button.event, the_viewer().viewer.official_id)
    return is_own and all(
        value in one.said or "\n".join(items_of(value)) in one.said for value in filled_in(form)
    )


def filled_in(form: CaseForm) -> Iterator[str]:
    """Everything that was written or chosen, as the record writes it."""
    for field in form:
        if isinstance(field.widget, HiddenInput) or not field.data:
            continue
        for value in field.data if isinstance(field.data, MULTIPLE) else (field.data,):
            yield value.isoformat() if isinstance(value, date) else str(value)


def may_press(button: Button, facts: CaseFacts) -> bool:
    """Whether the button was on this person's page when the case stood so."""
    viewer, needed = the_viewer().viewer, (Permission.READ_CASE, button.permission)
    return all(is_allowed(permission, viewer, facts) for permission in needed)


def show_changed(since: CaseSince, form: CaseForm, button: Button) -> Response:
    """409: the case went on to others; what was written stays."""
    data = ChangedPage(
        number=since.number,
        refused=str(button.refused),
        written=written_in(form),
        list_url=list_url(since),
    )
    return page("desk/changed.html", data, status=CONFLICT)


def written_in(form: CaseForm) -> str:
    """Whatever was written in words."""
    return "\n\n".join(field.data for field in form if isinstance(field, LongText) and field.data)


def list_url(since: CaseSince) -> str:
    """The list the case was taken from."""
    return url_for("desk.intake" if since.facts.waits_for_routing else "desk.queue")
