"""`/formulario-en-papel`: one sheet to print and fill in by hand, for when the pages fail.

It reads no database: it is there while the database is locked, being repaired or read-only.
"""

from dataclasses import dataclass

from flask import Response

from pqrs.web.headers import kept_for
from pqrs.web.pages import page
from pqrs.web.public import public
from pqrs.web.words import OFFERED, words

ONE_DAY = 24 * 60 * 60


@dataclass(frozen=True)
class PaperFormPage:
    """What each box says: the kinds of petition in the law's words."""

    kinds: tuple[str, ...]


@public.get("/formulario-en-papel")
def paper_form() -> Response:
    """The fields of the Resolución MinTIC 1519 de 2020, anexo 2, as blank lines."""
    data = PaperFormPage(kinds=tuple(str(words.kind(kind)) for kind in OFFERED))
    return kept_for(page("public/paper_form.html", data), ONE_DAY)
