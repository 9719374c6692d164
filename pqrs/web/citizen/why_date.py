"""`/seguimiento/por-que`: the date of one's own case, explained day by day, also on paper."""

from dataclasses import dataclass

from flask import redirect, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.queries.tracking import Tracking, tracking
from pqrs.web.citizen import citizen
from pqrs.web.citizen.case_words import may_keep_date
from pqrs.web.citizen.opened import opened_number
from pqrs.web.explained import Explained, explained
from pqrs.web.pages import page


@dataclass(frozen=True)
class WhyPage:
    """The case and the whole working of its date."""

    case: Tracking
    why: Explained
    calendar_url: str


@citizen.get("/seguimiento/por-que")
def why_date() -> ResponseReturnValue:
    """Of the case that this browser opened."""
    number = opened_number()
    if number is None:
        return redirect(url_for("citizen.follow"), 303)
    case = tracking(db.session(), number, today=today())
    keep = url_for("citizen.follow_ics") if may_keep_date(case) else ""
    return page("citizen/why_date.html", WhyPage(case, explained(case.explanation), keep))
