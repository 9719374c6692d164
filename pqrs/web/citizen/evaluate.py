"""`/evaluar`: say how an office attended, without any petition; and the thanks."""

from collections.abc import Iterable
from dataclasses import dataclass

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.evaluate import Following, evaluate_point
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import Department, ServicePoint
from pqrs.office.evaluation import Way
from pqrs.queries.service_points import Point, service_points
from pqrs.web.citizen import citizen
from pqrs.web.crowd import from_this_device, note_device
from pqrs.web.evaluation_form import OfficeForm, PointForm
from pqrs.web.forms import SelectChoice
from pqrs.web.languages import page_words
from pqrs.web.pages import of_entity, page, the_app


@dataclass(frozen=True)
class EvaluatePage:
    """`about`: what is evaluated, "" while the person has not chosen it.

    `decline_url`: where they may say that they do not want to be asked.
    """

    about: str = ""
    decline_url: str = ""


@dataclass(frozen=True)
class ThanksPage:
    """The department that got the opinion."""

    department: str


@citizen.route("/evaluar", methods=["GET", "POST"])
def evaluate() -> ResponseReturnValue:
    """Choose the office, say how it went."""
    with reading():
        points = service_points(db.session())
    form = OfficeForm(the_app().office.pack.entity.evaluation)
    form.point.choices = choices(points)
    if not form.validate_on_submit():
        return page("citizen/evaluate_point.html", EvaluatePage(), form)
    return keep(form.point.data, form, Way.WEB)


def choices(points: Iterable[Point]) -> list[SelectChoice]:
    """The service points by name, after a line that chooses none."""
    return [
        SelectChoice("", _("Elija un lugar")),
        *(SelectChoice(point.code, of_entity(point.name)) for point in points),
    ]


def keep(code: str, form: PointForm, way: Way) -> ResponseReturnValue:
    """Keep the opinion on the point of that code; a second press changes nothing."""
    office = the_app().office
    contact = form.contact.data if form.may_contact.data else ""
    following = Following(
        office=office,
        contact=contact,
        language=page_words(),
        from_device=from_this_device(code),
    )
    point = db.session.get_one(ServicePoint, code)
    kept = evaluate_point(
        db.session(),
        point,
        form.opinion(way),
        token=form.once,
        clock=office.clock,
        following=following,
    )
    if kept:
        note_device(code)
    return thank(point.department)


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
