"""A view's last line: `page(template, data, form)`. Templates get exactly that and a few globals.

Globals: `url_for`, `asset`, `entity`, `demo`, `viewer`, `words`, `csrf_token`, `reachable`,
`desk_sections`, `the_sent`, those of `languages.py` and `_`. A name that does not exist raises
instead of showing a hole.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

from flask import Flask, Response, current_app, make_response, render_template, request
from flask_wtf import FlaskForm
from flask_wtf.csrf import generate_csrf
from jinja2 import StrictUndefined, Template

from pqrs.app import App
from pqrs.web.filters import init_filters
from pqrs.web.identity import signed_in
from pqrs.web.languages import is_english
from pqrs.web.sections import desk_sections, is_desk
from pqrs.web.sent import the_sent

REFUSED: Final = 422
FORGED: Final = 400
FAILURE: Final = 500


@dataclass(frozen=True)
class Blank:
    """For a page with nothing to fill in."""


@dataclass(frozen=True)
class ErrorPage:
    """What a page of `templates/errors` may say; what is empty is left out.

    `is_desk`: for whoever is at work there, with the desk's own sections.
    """

    message: str = ""
    minutes: int = 0
    incident: str = ""
    back_url: str = ""
    is_desk: bool = False


def status_of(form: FlaskForm | None) -> int:
    """200, or what the refused form deserves: 400 for a lost token, 422 for its content."""
    if form is None or not form.errors:
        return 200
    return FORGED if "csrf_token" in form.errors else REFUSED


def page(
    template: str | Template, data: object, form: FlaskForm | None = None, status: int | None = None
) -> Response:
    """Render `template` with `page` = `data` (one frozen dataclass) and `form`.

    Without a status, a form with errors answers 422 (400 when its token is lost), else 200.
    """
    body = render_template(template, page=data, form=form)
    return make_response(body, status or status_of(form))


def error_page(status: int, data: ErrorPage | None = None) -> Response:
    """The page of an error, `templates/errors/<status>.html`: never a dead end.

    From 500 on nothing is asked of the database, not even who is there.
    """
    at_desk = status < FAILURE and is_desk(request.path) and signed_in() is not None
    shown = replace(data or ErrorPage(), is_desk=at_desk)
    return page(f"errors/{status}.html", shown, status=status)


def reachable(path: str) -> bool:
    """Whether a page answers at this address: no link of the frame leads to a page not built."""
    return any(rule.rule == path for rule in current_app.url_map.iter_rules())


def of_entity(text: str) -> str:
    """What the entity says of itself, in the language of who reads where its pack has it."""
    return the_app().office.pack.entity.in_english(text) if is_english() else text


def init_pages(app: Flask, entity: object, *, demo: bool) -> None:
    """Prepare Jinja; `viewer` and `words` start empty and are set by who knows them."""
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    init_filters(app)
    app.jinja_env.filters["of_entity"] = of_entity
    defaults: dict[str, Any] = {"viewer": None, "words": None}
    known = {"entity": entity, "demo": demo, "reachable": reachable, "csrf_token": generate_csrf}
    app.jinja_env.globals.update(defaults | known, desk_sections=desk_sections, the_sent=the_sent)


def the_app() -> App:
    """The application behind this request, with its office and settings."""
    app = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001
    assert isinstance(app, App)  # noqa: S101  tells the type checker what create_app made
    return app
