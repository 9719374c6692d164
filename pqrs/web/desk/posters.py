"""The posters of the service points: a head prints the own ones; who administers, all."""

from dataclasses import dataclass

from flask import url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.queries.service_points import Point, service_points
from pqrs.web.desk import desk
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page


@dataclass(frozen=True)
class PostersPage:
    """The points in alphabetical order, each with the address of its poster."""

    points: tuple[tuple[Point, str], ...]


@desk.get("/bandeja/carteles")
@may(Permission.PRINT_POSTERS)
def posters() -> ResponseReturnValue:
    """The list; the poster itself is a public page."""
    own = the_viewer().viewer.department
    found = [each for each in service_points(db.session()) if own in (None, each.department)]
    data = PostersPage(tuple((each, url_for("public.poster", code=each.code)) for each in found))
    return page("desk/posters.html", data)
