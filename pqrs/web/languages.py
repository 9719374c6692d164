"""Spanish, in which everything is written, and English for who asks for it.

`?idioma=en` on any page of citizens and the public is answered by the same page without it, and one
small cookie that says English; `?idioma=es` takes the cookie away. Nothing is set for who does not
ask. The desks of officials, the PDFs that the entity signs and the files for machines are Spanish
(docs/decisions/0009-spanish-and-english.md). What is written to a petitioner is in the language in
which they filed: `outside/letters.py`.
"""

from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from babel.support import NullTranslations
from flask import Flask, Response, current_app, has_request_context, redirect, request
from flask_babel import Babel, Domain, get_locale

from pqrs.outside.catalogue import ENGLISH, SPANISH, words_in

ASKED: Final = "idioma"
COOKIE: Final = "idioma"
HALF_A_YEAR: Final = 183 * 24 * 60 * 60
SEE_OTHER: Final = 303
STAFF_DOORS: Final = frozenset({"counter", "desk", "office"})
IN_SPANISH: Final = frozenset(
    {
        "citizen.answer_pdf",
        "citizen.follow_pdf",
        "citizen.receipt_pdf",
        "citizen.reception_pdf",
        "public.statistics_csv",
        "public.statistics_json",
    }
)
"""What is signed, and what a program reads: the same whoever asks."""
KEPT_FOR_ALL: Final = frozenset({"public.show_statistics"})
"""Rendered once for everybody: the link may not repeat what one of them asked."""


class Catalogues(Domain):  # type: ignore[misc]  # Flask-Babel carries no types
    """Spanish is the source and needs no catalogue; English is read at its first page."""

    def get_translations(self) -> NullTranslations:
        """The words of this request's language."""
        return words_in(page_words())


def wanted_language() -> str:
    """What the cookie says, on the pages that have English."""
    if not has_request_context() or not has_english():
        return SPANISH
    return ENGLISH if request.cookies.get(COOKIE) == ENGLISH else SPANISH


def has_english() -> bool:
    """Whether this address is for citizens and the public."""
    return request.blueprint not in STAFF_DOORS and request.endpoint not in IN_SPANISH


def is_english() -> bool:
    """Whether what is being written now is read in English; outside a request it never is."""
    locale = get_locale()
    return locale is not None and locale.language == ENGLISH


def page_words() -> str:
    """Which of the two languages this is written in, as a case keeps it."""
    return ENGLISH if is_english() else SPANISH


def page_language() -> str:
    """The attribute `lang` of the page."""
    return "en-GB" if is_english() else "es-CO"


@dataclass(frozen=True)
class OtherLanguage:
    """The language that this page is not in, in its own words, and the way to it."""

    code: str
    name: str
    url: str


def other_language(*, of_error: bool = False) -> OtherLanguage:
    """This page in the other language; the start of an error, or of what only takes a form."""
    shown = not of_error and current_app.url_map.bind("").test(request.path, "GET")
    path = request.path if shown else "/"
    kept = shown and request.endpoint not in KEPT_FOR_ALL
    typed = list(request.args.items(multi=True)) if kept else []
    code, name = (SPANISH, "Español") if is_english() else (ENGLISH, "English")
    return OtherLanguage(code, name, f"{path}?{urlencode([*typed, (ASKED, code)])}")


def choose_language() -> Response | None:
    """Answer `?idioma=`: the same address without it, and the cookie set or taken away."""
    asked = request.args.get(ASKED)
    if request.method != "GET" or asked not in {SPANISH, ENGLISH} or not has_english():
        return None
    rest = [pair for pair in request.args.items(multi=True) if pair[0] != ASKED]
    path = "/" + request.path.lstrip("/\\")
    response = redirect(f"{path}?{urlencode(rest)}" if rest else path, SEE_OTHER)
    secure = bool(current_app.config["SESSION_COOKIE_SECURE"])
    if asked == ENGLISH:
        response.set_cookie(
            COOKIE, ENGLISH, HALF_A_YEAR, secure=secure, httponly=True, samesite="Lax"
        )
    elif COOKIE in request.cookies:
        response.delete_cookie(COOKIE, secure=secure, httponly=True, samesite="Lax")
    return response  # type: ignore[return-value]  # werkzeug's, as Flask makes it


def vary_by_language(response: Response) -> Response:
    """Who keeps a page for others keeps one a language."""
    if response.mimetype in {"text/html", "text/calendar"} and "no-store" not in (
        response.headers.get("Cache-Control", "no-store")
    ):
        response.vary.add("Cookie")
    return response


def init_languages(app: Flask) -> None:
    """Give the application its languages, and templates the way from one to the other."""
    babel = Babel(
        app,
        default_locale=SPANISH,
        default_timezone="America/Bogota",
        locale_selector=wanted_language,
    )
    babel.domain_instance = Catalogues()
    app.before_request(choose_language)
    app.after_request(vary_by_language)
    names: dict[str, Any] = {
        "page_language": page_language,
        "other_language": other_language,
        "has_english": has_english,
    }
    app.jinja_env.globals.update(names)
