"""`/punto/<code>/cartel`: the sheet to hang beside a window, with the code of its questions."""

from dataclasses import dataclass

from flask import Response, abort, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.outside.qr import qr_svg
from pqrs.queries.service_points import Point, service_point
from pqrs.web.headers import kept_for
from pqrs.web.pages import page, the_app
from pqrs.web.public import public

ONE_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class PosterPage:
    """The point, and the address as it is read aloud or typed."""

    point: Point
    address: str


@public.get("/punto/<code>/cartel")
def poster(code: str) -> ResponseReturnValue:
    """One A4 sheet, for the printer; on the screen, the same with a button."""
    point = find(code)
    return page("public/poster.html", PosterPage(point, address_of(point).partition("://")[2]))


@public.get("/punto/<code>/cartel.svg")
def poster_qr(code: str) -> ResponseReturnValue:
    """The code alone, as a drawing that a printing house can use at any size."""
    drawing = qr_svg(address_of(find(code)))
    return kept_for(Response(drawing, mimetype="image/svg+xml"), ONE_DAY)


def find(code: str) -> Point:
    """The point of that code, or 404."""
    return service_point(db.session(), code) or abort(404)


def address_of(point: Point) -> str:
    """Where the point is evaluated, whole."""
    base = the_app().settings.base_url
    return f"{base}{url_for('citizen.evaluate_here', code=point.code)}"
