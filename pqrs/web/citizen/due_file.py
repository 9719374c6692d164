"""`/seguimiento/plazo.ics`: the date of one's own case for one's own calendar.

A telephone may hand its calendar to others. Whoever did not give a name gets a date that tells
nothing: no number, no entity, no reason.
"""

from datetime import datetime, time

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.law import BOGOTA
from pqrs.outside.now import today
from pqrs.queries.tracking import Tracking, tracking
from pqrs.web.citizen import citizen
from pqrs.web.citizen.case_words import may_keep_date
from pqrs.web.citizen.file_receipt import shown_number
from pqrs.web.citizen.opened import opened_number
from pqrs.web.filters import local_day
from pqrs.web.ics import DueDate, calendar_file
from pqrs.web.law_words import step_words
from pqrs.web.pages import the_app


@citizen.get("/seguimiento/plazo.ics")
def follow_ics() -> ResponseReturnValue:
    """Of the case that this browser opened."""
    return due_file(opened_number()) or redirect(url_for("citizen.follow"), 303)


@citizen.get("/radicar/listo/plazo.ics")
def receipt_ics() -> ResponseReturnValue:
    """Of the case that this browser has just filed."""
    return due_file(shown_number()) or redirect(url_for("citizen.receipt"), 303)


def due_file(number: str | None) -> ResponseReturnValue | None:
    """The file; None when there is no case to speak of, or no date."""
    case = tracking(db.session(), number, today=today()) if number else None
    if case is None or not may_keep_date(case):
        return None
    return calendar_file(due_date_of(case))


def due_date_of(case: Tracking) -> DueDate:
    """The date in words that fit the person. An hour could give away who was where, so none."""
    assert case.due_on is not None  # noqa: S101  `may_keep_date` asked
    revised_at = datetime.combine(local_day(case.timeline[-1].at), time.min, BOGOTA)
    if case.is_discreet:
        return DueDate(
            uid=f"{case.due_on:%Y%m%d}@plazos",
            on=case.due_on,
            revised_at=revised_at,
            title=_("Fecha para recordar"),
            text="",
        )
    return DueDate(
        uid=f"{case.number}@plazos",
        on=case.due_on,
        revised_at=revised_at,
        title=_("Vence el plazo para responder la petición %(number)s", number=case.number),
        text=" ".join(map(step_words, case.explanation.steps)),
        url=the_app().settings.base_url.rstrip("/") + url_for("citizen.follow"),
    )
