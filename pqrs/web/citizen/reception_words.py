"""The paper of a petition that an official took down: what the decree asks it to say.

Number, day and hour, who asks and where they are reached, what and why, which documents, who
received it, that it was verbal, in which language, and what was answered on the spot (Decreto 1166
de 2016). Of a report, and of whoever kept their name back, the record keeps it all and the paper
says neither who nor what: it may be found on somebody.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from flask import url_for
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.office.reception import Tongue
from pqrs.outside.pdf import can_make_pdf
from pqrs.queries.receipt import ReceiptFacts
from pqrs.queries.reception import ReceptionFacts, reception_facts
from pqrs.web.citizen.receipt_words import (
    Document,
    Rows,
    due_rows,
    file_name,
    file_words,
    missing_rows,
    receipt_prints,
    sheet_words,
)
from pqrs.web.filters import moment, weekday_date
from pqrs.web.pages import the_app
from pqrs.web.words import words as words_of

PRINTED: Final = 6_000
"""Characters of the petition on the paper; with more it would weigh over 60 kB."""


@dataclass(frozen=True)
class TakenDownShown:
    """How it came, and what was answered then; `pdf_url` is "" where no PDF can be made."""

    how: str
    answered: str
    pdf_url: str


def taken_down_of(number: str) -> TakenDownShown | None:
    """For its petitioner; None of what they filed themselves."""
    facts = reception_facts(db.session(), number)
    if facts is None:
        return None
    url = url_for("citizen.reception_pdf") if can_make_pdf() else ""
    return TakenDownShown(how_it_came(facts), facts.taken.answered, url)


def reception_document(facts: ReceptionFacts, receipt: ReceiptFacts) -> Document:
    """The record as a PDF."""
    signed = the_app().signing.sign(receipt.seal)
    shown = not facts.is_guarded
    words = {
        **sheet_words(reception_heading(facts), signed, receipt.seal),
        "number": facts.number,
        "facts": [*reception_rows(facts), *due_rows(receipt)],
        "body_title": _("Qué pide y por qué") if shown else "",
        "body": printed(facts.text) if shown else [],
        "answer_title": _("Lo que se le respondió al recibirla"),
        "answer": paragraphs(facts.taken.answered) if shown else [],
        "note": reception_note(is_signed=signed is not None),
        "prints": receipt_prints(receipt),
        "foot": reception_norm(facts),
    }
    return Document("reception", words, facts.filed_at, file_name("constancia", receipt))


def reception_heading(facts: ReceptionFacts) -> str:
    """Verbal or not: the paper says it first."""
    if facts.taken.is_spoken:
        return str(_("Constancia de petición verbal"))
    return str(_("Constancia de radicación"))


def reception_note(*, is_signed: bool) -> str:
    """How to follow it, and that this paper is good without a signature too."""
    base = urlsplit(the_app().settings.base_url).netloc
    note = _(
        "Consulte su petición en %(address)s con el número y su código de acceso. El código va "
        "aparte: quien lo tenga puede abrir su petición.",
        address=base + url_for("citizen.follow"),
    )
    unsigned = _("Esta constancia va sin firma electrónica. El número vale igual.")
    return str(note) if is_signed else f"{note} {unsigned}"


def reception_norm(facts: ReceptionFacts) -> str:
    """By which norm it is given."""
    if facts.taken.is_spoken:
        return str(_("Radicar es gratis. Decreto 1166 de 2016; Ley 1437 de 2011, artículo 15."))
    return str(_("Radicar es gratis. Ley 1437 de 2011, artículo 15."))


def reception_rows(facts: ReceptionFacts) -> Rows:
    """Labels and values, in the order in which they are read."""
    rows = [
        (_("Radicada"), moment(facts.filed_at)),
        (_("Recibida"), moment(facts.received_at)),
        *late_rows(facts),
        (_("Cómo llegó"), how_it_came(facts)),
        (_("La recibió"), receiver(facts)),
    ]
    if not facts.is_guarded:
        rows += [*person_rows(facts), (_("Asunto"), facts.subject), *brought_rows(facts)]
        rows += missing_rows(facts.missing)
    return rows


def late_rows(facts: ReceptionFacts) -> Rows:
    """Of what arrived before it was filed: its postmark, and why.

    Why is in the official's own words, which may say who brought it.
    """
    rows = [(_("Matasellos"), weekday_date(facts.posted_on))] if facts.posted_on else []
    why = "" if facts.is_guarded else facts.taken.why_late
    return rows + ([(_("Por qué se radica después"), why)] if why else [])


def how_it_came(facts: ReceptionFacts) -> str:
    """By which way; that it was verbal, and in which language when not in Spanish."""
    channel = str(words_of.of(facts.channel))
    if not facts.taken.is_spoken:
        return str(_("%(channel)s, por escrito", channel=channel))
    tongue = tongue_of(facts)
    said = _("%(channel)s. Se presentó de palabra", channel=channel)
    if not tongue:
        return f"{said}."
    who = "" if facts.is_guarded else facts.taken.interpreter
    if who:
        named = _(
            "%(said)s, en %(tongue)s; la pasó al español %(who)s.",
            said=said,
            tongue=tongue,
            who=who,
        )
        return str(named)
    return str(_("%(said)s, en %(tongue)s.", said=said, tongue=tongue))


def tongue_of(facts: ReceptionFacts) -> str:
    """The language, by its name; "" for Spanish."""
    taken = facts.taken
    if taken.tongue is Tongue.SPANISH:
        return ""
    return taken.other_tongue or str(words_of.of(taken.tongue))


def receiver(facts: ReceptionFacts) -> str:
    """The official by name."""
    entity = the_app().office.pack.entity.name
    return f"{facts.taken_by}, {entity}" if facts.taken_by else entity


def person_rows(facts: ReceptionFacts) -> Rows:
    """Who asks, for whom, with which document, and where they are reached."""
    person = facts.person
    if person is None:
        return [(_("Quién la presenta"), str(words_of.of(facts.identity)))]
    reached = (person.email, person.postal_address, person.phone)
    rows = [
        (_("Quién la presenta"), ", ".join(filter(None, (person.name, person.document)))),
        (_("En nombre de"), ", ".join(filter(None, (person.body, person.represented)))),
        (_("Dirección, correo o teléfono"), "; ".join(filter(None, reached))),
    ]
    return [row for row in rows if row[1]]


def brought_rows(facts: ReceptionFacts) -> Rows:
    """What was handed in, in the official's words, and what was scanned."""
    scanned = (file_words(place, file) for place, file in enumerate(facts.files, start=1))
    listed = "; ".join((*paragraphs(facts.taken.brought), *scanned))
    return [(_("Documentos"), listed or str(_("Ninguno")))]


def printed(text: str) -> list[str]:
    """The words, as many as a person carries home on a few sheets; all of them are in the case."""
    if len(text) <= PRINTED:
        return paragraphs(text)
    rest = _("Aquí va el comienzo. Lo demás está en la petición, y la huella es de todo el texto.")
    return [*paragraphs(text[:PRINTED].rpartition(" ")[0] + "…"), str(rest)]


def paragraphs(text: str) -> list[str]:
    """Its lines, without the empty ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]
