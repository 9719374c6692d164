"""Letters: the text of what is sent, from `templates/letters/`. No Flask: the worker writes them.

A petitioner is written to in the language in which they filed (`language` of the details), with
links that open the pages in it; the staff in Spanish. The first line of a template is the subject.
A letter carries the number, the dates and a link; never a word of the petition nor a person's name,
because mail is not private. Only the one to third persons says what it is about and who asks, in an
official's words and where the name is not kept back: the law orders it (CPACA art. 37).
"""

import textwrap
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time
from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError

from pqrs.law import Kind
from pqrs.office import Pack
from pqrs.office.access_code import (
    evaluation_token,
    new_code_token,
    review_link_token,
    still_solved_token,
)
from pqrs.outside.catalogue import ENGLISH, SPANISH, words_in

FOLDER = Path(__file__).parents[2] / "templates" / "letters"
BOGOTA = ZoneInfo("America/Bogota")
DAYS = {SPANISH: ("es_CO", "EEEE d 'de' MMMM 'de' y"), ENGLISH: ("en_GB", "EEEE d MMMM y")}
"""How a day is written out in each language."""
SHORT_DAYS = {SPANISH: ("es_CO", "d/MM/y"), ENGLISH: ("en_GB", "d MMM y")}
"""In a text message. To many who read English 10/04 is the fourth of October."""
WIDTH = 76
SEVEN_BITS = str.maketrans("áíóúÁÍÓÚ", "aiouAIOU")
"""Vowels outside the alphabet of SMS (GSM 03.38): one of them more than doubles the price."""


class LetterError(Exception):
    """There is no such letter, or it asks for something it was not given."""


@dataclass(frozen=True)
class Letter:
    """Plain text, ready to be sent."""

    subject: str
    body: str


def write_letter(
    name: str, details: Mapping[str, Any], *, pack: Pack, base_url: str, code_key: bytes
) -> Letter:
    """The letter `name` about the case in `details` (see `acts/notify.py`).

    Raises `LetterError`, so that one bad notice does not stop those behind it.
    """
    language = language_of(details)
    try:
        if "review" in details:
            words = words_of_review(details, pack, base_url, code_key)
        else:
            words = words_for(details, pack, base_url)
            words |= links_to_evaluate(details["number"], base_url, code_key)
            words["new_code_url"] = link_to_new_code(details.get("request", 0), base_url, code_key)
        words = in_language(words, language)
        text = letters(language).get_template(f"{name}.txt").render(words)
    except TemplateError as error:
        raise LetterError(f"{name}: {error}") from error
    subject, _, body = text.partition("\n")
    return Letter(subject.strip(), wrapped(body.strip()) + "\n")


def write_short(
    name: str, details: Mapping[str, Any], *, pack: Pack, base_url: str, code_key: bytes
) -> Letter:
    """The same news as a text message. Raises `LetterError`."""
    if "review" in details:
        raise LetterError(f"{name}: it has no short form")
    language = language_of(details)
    words = words_for(details, pack, base_url) | {"letter": name}
    words = in_language(words | links_to_evaluate(details["number"], base_url, code_key), language)
    due_on = details["due_on"]
    words["due_short"] = written(date.fromisoformat(due_on), language, SHORT_DAYS) if due_on else ""
    try:
        text = letters(language).get_template("_short.txt").render(words)
    except TemplateError as error:
        raise LetterError(f"{name}: {error}") from error
    return Letter("", text.strip().translate(SEVEN_BITS))


def language_of(details: Mapping[str, Any]) -> str:
    """That of who reads it; Spanish when the notice says none."""
    return ENGLISH if details.get("language") == ENGLISH else SPANISH


def in_language(words: Mapping[str, Any], language: str) -> dict[str, Any]:
    """The same, with addresses that open in it. `said_in`: for what is kept in Spanish alone."""
    told = {**words, "said_in": language}
    if language == SPANISH:
        return told
    links = (name for name in told if name.endswith("_url"))
    return told | {name: f"{told[name]}?idioma={language}" for name in links}


def links_to_evaluate(number: str, base_url: str, code_key: bytes) -> dict[str, str]:
    """The addresses at which the case of that number is evaluated; each opens nothing else."""
    evaluation_url = f"{base_url}/evaluar/{number}-{evaluation_token(code_key, number)}"
    solved = f"{number}-{still_solved_token(code_key, number)}"
    return {
        "evaluation_url": evaluation_url,
        "decline_url": f"{evaluation_url}/no",
        "still_solved_url": f"{base_url}/evaluar/sigue/{solved}",
    }


def link_to_new_code(request: int, base_url: str, code_key: bytes) -> str:
    """Where who asked for it sees the new access code, once."""
    return f"{base_url}/seguimiento/codigo/{request}-{new_code_token(code_key, request)}"


def words_of_review(
    details: Mapping[str, Any], pack: Pack, base_url: str, code_key: bytes
) -> dict[str, Any]:
    """What the letter to who left a contact with an opinion may say: who reviewed it, and where."""
    review = details["review"]
    known = pack.departments_by_code.get(details["department"])
    reference = f"{review}-{review_link_token(code_key, review)}"
    return {
        "entity": pack.entity,
        "department": known.name if known else "",
        "review_url": f"{base_url}/evaluar/revision/{reference}",
    }


def words_for(details: Mapping[str, Any], pack: Pack, base_url: str) -> dict[str, Any]:
    """Everything a letter may say, already written out; empty where there is nothing to say."""
    filed_at = datetime.fromisoformat(details["filed_at"]).astimezone(BOGOTA)
    days = partial(written_if, language=language_of(details))
    known = pack.departments_by_code.get(details["department"] or "")
    return {
        "number": details["number"],
        "filed_on": written(filed_at.date(), language_of(details)),
        "filed_time": format_time(filed_at.time(), "h:mm a", locale="es_CO"),
        "due_on": days(details["due_on"]),
        "respond_by": days(details.get("respond_by")),
        "may_extend": details.get("kind") != Kind.DATA_CLAIM.value,
        "due_before": days(details.get("due_before")),
        "cause": details.get("cause", ""),
        "count": details.get("count", 0),
        "department": known.name if known else "",
        "entity": pack.entity,
        "tracking_url": f"{base_url}/seguimiento",
        "case_url": f"{base_url}/bandeja/{details['number']}",
        "about": details.get("about", ""),
        "petitioner": details.get("petitioner", ""),
        "filing_url": f"{base_url}/radicar",
        "intake_url": f"{base_url}/ventanilla",
        "queue_url": f"{base_url}/bandeja",
        "routing_url": f"{base_url}/administracion/enrutamiento",
    }


def written_if(day: str | None, language: str) -> str:
    """A day kept as ISO text, or nothing."""
    return written(date.fromisoformat(day), language) if day else ""


def written(day: date, language: str = SPANISH, ways: Mapping[str, tuple[str, str]] = DAYS) -> str:
    """Martes 17 de marzo de 2026, in lower case; Tuesday 17 March 2026. On any machine."""
    locale, pattern = ways[language]
    return format_date(day, pattern, locale=locale)


def wrapped(body: str) -> str:
    """Lines that fit a narrow window; an address and a number stay whole."""
    return "\n".join(
        textwrap.fill(line, WIDTH, break_long_words=False, break_on_hyphens=False)
        if line != "-- "
        else line
        for line in body.split("\n")
    )


@cache
def letters(language: str) -> Environment:
    """The letters' templates with the words of a language; they are written in Spanish."""
    environment = Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=False,  # noqa: S701  plain text: nothing here is read as HTML
        undefined=StrictUndefined,
        extensions=["jinja2.ext.i18n"],
        keep_trailing_newline=True,
    )
    environment.install_gettext_translations(  # type: ignore[attr-defined]
        words_in(language), newstyle=True
    )
    return environment
