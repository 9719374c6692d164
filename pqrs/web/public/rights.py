"""`/derechos`: what anyone may ask, and how long the answer may take, straight from the terms."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from flask import Response
from flask_babel import gettext as _
from flask_babel import ngettext

from pqrs.extensions import db
from pqrs.law import Kind, Readings, Term, Unit
from pqrs.models import rules_for
from pqrs.outside.now import today
from pqrs.web.law_words import norm_words
from pqrs.web.pages import page
from pqrs.web.public import public
from pqrs.web.words import OFFERED, words


@dataclass(frozen=True)
class RightsPage:
    """One row a kind of petition: name with its meaning, days, longest, norm."""

    today: date
    rows: Sequence[Sequence[str]]


@public.get("/derechos")
def show_rights() -> Response:
    """The terms in force today of every kind the form offers."""
    day = today()
    rules = rules_for(db.session(), day)
    kinds = (*OFFERED, *OF_DATA)
    rows = [rights_row(kind, rules.term_for(kind, day), rules.readings) for kind in kinds]
    return page("public/rights.html", RightsPage(today=day, rows=rows))


OF_DATA = (Kind.DATA_QUERY, Kind.DATA_CLAIM)


def rights_row(kind: Kind, term: Term, readings: Readings) -> Sequence[str]:
    """A kind and its term, in words."""
    longest = term.longest(readings)
    more = longest if term.is_extendable and term.amount else 0
    return (
        str(words.kind(kind)),
        days_words(term.amount, term.unit),
        days_words(more, term.unit) if more else _("No se amplía"),
        norm_words(term.citation),
    )


def days_words(amount: int, unit: Unit) -> str:
    """`15 días hábiles`."""
    if unit is Unit.WORKING_DAY and amount:
        return str(ngettext("%(num)s día hábil", "%(num)s días hábiles", amount))
    return str(_("Sin término en la ley"))
