"""`/ventanilla/evaluacion`: the questions read out at the counter to who has no phone at hand."""

from dataclasses import dataclass

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.evaluate import Following, evaluate_point
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import ServicePoint
from pqrs.office import Permission
from pqrs.office.evaluation import Way
from pqrs.queries.service_points import service_points
from pqrs.web.desk import desk
from pqrs.web.evaluation_form import OfficeForm
from pqrs.web.forms import SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import Blank, page, the_app


@dataclass(frozen=True)
class AloudPage(Blank):
    """Nothing but the form."""


@desk.route("/ventanilla/evaluacion", methods=["GET", "POST"])
@may(Permission.FILE_FOR_SOMEONE)
def evaluate_aloud() -> ResponseReturnValue:
    """The clerk reads, the person answers; the form is empty again for the next one."""
    office = the_app().office
    with reading():
        points = service_points(db.session())
    form = OfficeForm(office.pack.entity.evaluation)
    form.point.choices = [
        SelectChoice("", _("Elija un lugar")),
        *(SelectChoice(point.code, point.name) for point in points),
    ]
    if not form.validate_on_submit():
        return page("desk/evaluate_aloud.html", AloudPage(), form)
    point = db.session.get_one(ServicePoint, form.point.data)
    evaluate_point(
        db.session(),
        point,
        form.opinion(Way.WINDOW),
        token=form.once,
        clock=office.clock,
        following=Following(
            office=office,
            contact=form.contact.data if form.may_contact.data else "",
            taken_by=the_viewer().viewer.official_id,
        ),
    )
    flash(_("Se guardó la opinión sobre %(point)s.", point=point.name))
    return redirect(url_for("desk.evaluate_aloud"), 303)
