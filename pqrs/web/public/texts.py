"""Texts that anyone may read: the privacy notice by version, accessibility, and robots.txt."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Response

from pqrs.web.headers import kept_for
from pqrs.web.pages import page
from pqrs.web.public import public

PRIVACY_VERSION: Final = "3"
PRIVACY_SINCE: Final = date(2026, 12, 1)
ACCESSIBILITY_REVIEWED: Final = date(2026, 11, 22)
ONE_DAY: Final = 24 * 60 * 60
ROBOTS: Final = "\n".join(
    (
        "User-agent: *",
        *(
            f"Disallow: {path}"
            for path in ("/bandeja", "/ventanilla", "/tablero", "/administracion", "/cuenta")
        ),
        "Disallow: /seguimiento/",
        "Disallow: /evaluar/",
        "",
    )
)


@dataclass(frozen=True)
class TextPage:
    """A text with its version, "" when it has none, and the day it holds from."""

    version: str
    since: date


@public.get("/privacidad")
def privacy() -> Response:
    """The notice of Ley 1581 de 2012, artículo 12; a new wording is a new version."""
    return page("public/privacy.html", TextPage(PRIVACY_VERSION, PRIVACY_SINCE))


@public.get("/accesibilidad")
def accessibility() -> Response:
    """What was checked, what is known to be missing, and whom to tell."""
    return page("public/accessibility.html", TextPage("", ACCESSIBILITY_REVIEWED))


@public.get("/robots.txt")
def robots() -> Response:
    """Search engines stay out of what is one person's."""
    return kept_for(Response(ROBOTS, content_type="text/plain; charset=utf-8"), ONE_DAY)
