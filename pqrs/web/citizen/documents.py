"""`/seguimiento/adjuntos/…`: the files of the case that this browser opened."""

from flask import abort
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.queries.documents import document_at
from pqrs.web.citizen import citizen
from pqrs.web.citizen.opened import opened_number
from pqrs.web.downloads import download


@citizen.get("/seguimiento/adjuntos/<int(max=1000):place>")
def document(place: int) -> ResponseReturnValue:
    """By its place in the case that is open, so that no other case's can even be asked for."""
    number = opened_number()
    file = document_at(db.session(), number, place) if number else None
    if file is None:
        abort(404)
    return download(file, place)
