"""`/evaluar`: say how an office attended, without any petition; and the thanks."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.evaluate import evaluate_point
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import Department, ServicePoint
from pqrs.queries.service_points import Point, service_points
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluation_form import OfficeEvaluationForm
from pqrs.web.forms import SelectChoice
from pqrs.web.pages import page, the_app


@dataclass(frozen=True)
class EvaluatePage:
    """`about`: what is evaluated, "" while the person has not chosen it."""

    about: str = ""


@dataclass(frozen=True)
class ThanksPage:
    """The department that got the opinion."""

    department: str


@citizen.route("/evaluar", methods=["GET", "POST"])
def evaluate() -> ResponseReturnValue:
    """Choose the office, answer three questions."""
    with reading():
        points = service_points(db.session())
    form = OfficeEvaluationForm()
    form.point.choices = choices(points)
    if not form.validate_on_submit():
        return page("citizen/evaluate.html", EvaluatePage(), form)
    row = db.session.get_one(ServicePoint, form.point.data)
    clock = the_app().office.clock
    evaluate_point(db.session(), row, form.opinion(), token=form.once, clock=clock)
    return thank(row.department)


def choices(points: Iterable[Point]) -> list[SelectChoice]:
    """The service points by name, after a line that chooses none."""
    return [
        SelectChoice("", _("Elija un lugar")),
        *(SelectChoice(point.code, point.name) for point in points),
    ]


def thank(department: str) -> ResponseReturnValue:
    """Go where a second press or a reload does no harm."""
    return redirect(url_for("citizen.thanks", department=department), 303)


@citizen.get("/evaluar/gracias/<department>")
def thanks(department: str) -> ResponseReturnValue:
    """Who got the opinion, and where it can be seen with the others."""
    found = db.session.get(Department, department)
    if found is None:
        abort(404)
    return page("citizen/evaluate_thanks.html", ThanksPage(found.name))
