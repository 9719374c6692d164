"""`/punto/<code>`: the evaluation of one office or window, as the QR on its wall opens it."""

from dataclasses import dataclass

from flask import redirect, request, url_for
from flask.typing import ResponseReturnValue

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.office.evaluation import Way
from pqrs.queries.service_points import service_point
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluate import EvaluatePage, keep
from pqrs.web.evaluation_form import PointForm
from pqrs.web.pages import of_entity, page, the_app

GONE = 404


@dataclass(frozen=True)
class NoPointPage:
    """An old poster, or a code typed wrong."""

    code: str


@citizen.route("/punto/<code>", methods=["GET", "POST"])
def evaluate_here(code: str) -> ResponseReturnValue:
    """The questions about this point; its code in any case leads to the one written form."""
    with reading():
        point = service_point(db.session(), code)
    if point is None:
        return page("citizen/evaluate_no_point.html", NoPointPage(code[:40]), status=GONE)
    if request.method == "GET" and code != point.code:
        return redirect(url_for("citizen.evaluate_here", code=point.code))
    form = PointForm(the_app().office.pack.entity.evaluation)
    if not form.validate_on_submit():
        return page("citizen/evaluate_point.html", EvaluatePage(about=of_entity(point.name)), form)
    return keep(point.code, form, Way.QR)
