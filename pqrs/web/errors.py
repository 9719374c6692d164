"""Errors become pages: what happened, what to do, what became of what the person wrote.

A refusal of the law is 409 with its rule; a stale page is 409; a case that does not exist and one
that is none of your business look the same.
"""

import secrets
from typing import Final

from flask import Response, current_app, make_response, request
from sqlalchemy.exc import IntegrityError, OperationalError
from werkzeug.exceptions import HTTPException

from pqrs.acts.assign import UnknownDepartmentError
from pqrs.acts.open_case import NotAllowedError, StaleError, UnknownCaseError
from pqrs.app import App
from pqrs.law import Refusal
from pqrs.web.law_words import refusal_words
from pqrs.web.pages import ErrorPage, error_page

PAGES: Final = {400, 403, 404, 405, 409, 410, 413, 422, 429, 500, 503}
UNAVAILABLE: Final = 503
RETRY_SECONDS: Final = "60"


def init_errors(app: App) -> None:
    """Hand every error that may leave a view to its page."""

    def http_error(error: HTTPException) -> Response:
        status = error.code or 500
        if error.response is not None or status < 400:  # noqa: PLR2004  a redirect is no error
            return make_response(error.get_response())
        status = status if status in PAGES else nearest(status)
        message = app.settings.read_only if status == UNAVAILABLE else None
        return error_page(status, ErrorPage(message=message or ""))

    def refused(error: Refusal) -> Response:
        return error_page(409, ErrorPage(message=refusal_words(error), back_url=way_back()))

    def stale(_error: StaleError | IntegrityError) -> Response:
        return error_page(409, ErrorPage(back_url=way_back()))

    def unavailable(error: OperationalError) -> Response:
        app.logger.error("database: %s", type(error.orig).__name__)
        response = error_page(503)
        response.headers["Retry-After"] = RETRY_SECONDS
        return response

    def unexpected(error: Exception) -> Response:
        incident = secrets.token_hex(4)
        app.logger.error("incident %s", incident, exc_info=error)
        return error_page(500, ErrorPage(incident=incident))

    app.register_error_handler(HTTPException, http_error)
    app.register_error_handler(Refusal, refused)
    app.register_error_handler(StaleError, stale)
    app.register_error_handler(IntegrityError, stale)
    app.register_error_handler(UnknownCaseError, lambda _error: error_page(404))
    app.register_error_handler(UnknownDepartmentError, lambda _error: error_page(422))
    app.register_error_handler(NotAllowedError, lambda _error: error_page(403))
    app.register_error_handler(OperationalError, unavailable)
    app.register_error_handler(Exception, unexpected)


def nearest(status: int) -> int:
    """The page for a status without one of its own."""
    return 400 if status < 500 else 503  # noqa: PLR2004  the two families of errors


def way_back() -> str:
    """This address if a GET shows it, else the nearest above: what only takes a form is no way."""
    addresses, path = current_app.url_map.bind(""), request.path
    while path and "GET" not in addresses.allowed_methods(path):
        path = path.rpartition("/")[0]
    return path
