"""How a case came that an official took down, and what was answered then, beside the case."""

from dataclasses import dataclass
from typing import Final

from flask import request
from flask_babel import gettext as _
from wtforms import Field

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.office.reception import Tongue
from pqrs.queries.petition_page import CasePage
from pqrs.queries.reception import ReceptionFacts, reception_facts
from pqrs.web.filters import moment, weekday_date
from pqrs.web.words import words

COPIED: Final = "respuesta"
SPOKEN: Final = "de-palabra"
"""In the address: what was answered aloud, put after the draft in hand."""


@dataclass(frozen=True)
class ShownReception:
    """Labels and values; `answered`: what the person was told, "" when nothing."""

    is_spoken: bool
    rows: tuple[tuple[str, str], ...]
    answered: str


def reception_of(case: CasePage) -> ShownReception | None:
    """None of what came by the page, by a program or from another system."""
    with reading():
        facts = reception_facts(db.session(), case.number)
    if facts is None:
        return None
    return ShownReception(facts.taken.is_spoken, tuple(rows(facts, case)), facts.taken.answered)


def rows(facts: ReceptionFacts, case: CasePage) -> list[tuple[str, str]]:
    """The record, without what the page says elsewhere; who came with them is told with the name.

    Of who may be in fear no hour is said, as in the history.
    """
    taken = facts.taken
    spoken, written = _("De palabra"), _("Por escrito")
    named = case.person is not None
    at = moment(facts.received_at) if named else weekday_date(facts.received_at)
    found = [
        (_("Llegó por"), f"{words.of(facts.channel)}. {spoken if taken.is_spoken else written}."),
        (_("Recibida"), at),
        (_("La recibió"), facts.taken_by),
        (_("Lengua"), tongue_name(facts)),
        (_("La pasó al español"), taken.interpreter if named else ""),
        (_("Matasellos"), weekday_date(facts.posted_on) if facts.posted_on else ""),
        (_("Por qué se radicó después"), taken.why_late),
        (_("Documentos que entregó"), taken.brought),
    ]
    return [row for row in found if row[1]]


def tongue_name(facts: ReceptionFacts) -> str:
    """The language it was said in; "" for Spanish."""
    taken = facts.taken
    if not taken.is_spoken or taken.tongue is Tongue.SPANISH:
        return ""
    return taken.other_tongue or str(words.of(taken.tongue))


def insert_spoken(case: CasePage, body: Field) -> None:
    """`?respuesta=de-palabra`: what was answered aloud, after the draft; nothing is kept yet.

    What is in the draft already is not put there twice.
    """
    if request.method != "GET" or request.args.get(COPIED) != SPOKEN:
        return
    shown = reception_of(case)
    before = (body.data or "").strip()
    if shown and shown.answered and shown.answered not in before:
        body.data = "\n\n".join(filter(None, (before, shown.answered)))
