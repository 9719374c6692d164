"""`/punto/<code>`: the evaluation of one office or window, as the QR on its wall opens it."""

from flask import abort
from flask.typing import ResponseReturnValue

from pqrs.acts.evaluate import evaluate_point
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import ServicePoint
from pqrs.queries.service_points import service_point
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluate import EvaluatePage, thank
from pqrs.web.citizen.evaluation_form import EvaluationForm
from pqrs.web.pages import page, the_app


@citizen.route("/punto/<code>", methods=["GET", "POST"])
def evaluate_here(code: str) -> ResponseReturnValue:
    """The three questions about this point."""
    with reading():
        point = service_point(db.session(), code)
    if point is None:
        abort(404)
    form = EvaluationForm()
    if not form.validate_on_submit():
        return page("citizen/evaluate.html", EvaluatePage(about=point.name), form)
    row = db.session.get_one(ServicePoint, point.code)
    clock = the_app().office.clock
    evaluate_point(db.session(), row, form.opinion(), token=form.once, clock=clock)
    return thank(point.department)
