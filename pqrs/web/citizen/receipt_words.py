"""What the documents of a case say: its receipt, and the answer it got. Words for `outside/pdf.py`.

A document that is kept may be seen by others, so it never has the access code, the matter, the kind
or the person, and not the names of files. Of a report, of whoever kept their name back and of what
names somebody who works here it does not tell the department either: that alone can say what it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from urllib.parse import urlsplit

from flask import url_for
from flask_babel import gettext as _

from pqrs.law import N_
from pqrs.office.attachments import AttachedFile
from pqrs.office.receipt_seal import Seal, SignedSeal
from pqrs.outside.catalogue import ENGLISH, words_in
from pqrs.outside.qr import qr_svg
from pqrs.queries.receipt import AnswerFacts, ReceiptFacts
from pqrs.web.citizen.case_words import body_name
from pqrs.web.decision_words import decision_shown
from pqrs.web.file_words import size_of
from pqrs.web.filters import moment, weekday_date
from pqrs.web.languages import ASKED
from pqrs.web.pages import the_app
from pqrs.web.words import words as words_of

Rows = list[tuple[str, str]]
RECEIPT_IN_ENGLISH: Final = N_(
    "Este papel prueba que usted presentó una petición. Está en español, como todo papel oficial. "
    "La puede leer en inglés en %(address)s, con su número y su código."
)
ANSWER_IN_ENGLISH: Final = N_(
    "Este papel es la respuesta a su petición. Está en español, como todo acto oficial. "
    "Lo demás de su caso lo puede leer en inglés en %(address)s, con su número y su código."
)


@dataclass(frozen=True)
class Document:
    """A document to make: which template, its words, the moment it is dated, the file's name."""

    template: str
    words: dict[str, Any]
    at: datetime
    name: str


def receipt_document(facts: ReceiptFacts) -> Document:
    """The receipt of a petition."""
    signed = the_app().signing.sign(facts.seal)
    words = {
        **sheet_words(_("Constancia de radicación"), signed, facts.seal),
        "english": in_english(facts.language, RECEIPT_IN_ENGLISH),
        "number": facts.number,
        "facts": receipt_rows(facts),
        "note": receipt_note(signed),
        "prints": receipt_prints(facts),
        "foot": _("Radicar es gratis. Ley 1437 de 2011, artículo 15."),
    }
    return Document("receipt", words, facts.filed_at, file_name("constancia", facts))


def answer_document(facts: AnswerFacts) -> Document:
    """The answer, with what proves that nobody changed it."""
    signed = the_app().signing.sign(facts.seal)
    words = {
        **sheet_words(_("Respuesta a su petición"), signed, facts.seal),
        "english": in_english(facts.language, ANSWER_IN_ENGLISH),
        "facts": [
            (_("Petición"), facts.petition),
            (_("Oficio"), facts.number),
            (_("Firmado el"), moment(facts.signed_at)),
        ],
        "body": [part for part in facts.body.splitlines() if part.strip()],
        "sense": sense_words(facts),
        "prints": [
            (_("Texto de la respuesta"), facts.text_sha256),
            (_("Lo que decide y por qué"), facts.sense_sha256),
            (_("Todo junto"), facts.seal.digest),
        ],
        "foot": _("Oficio %(number)s", number=facts.number),
    }
    return Document("answer", words, facts.signed_at, file_name("respuesta", facts))


def in_english(language: str, sentence: str) -> str:
    """What this paper is and where to read it, for who filed in English; "" for others.

    The paper itself is in Spanish, as every official one (Constitución, artículo 10).
    """
    if language != ENGLISH:
        return ""
    base = urlsplit(the_app().settings.base_url).netloc
    address = f"{base}{url_for('citizen.follow')}?{ASKED}={ENGLISH}"
    return str(words_in(ENGLISH).gettext(sentence)) % {"address": address}


def sense_words(facts: AnswerFacts) -> dict[str, Any]:
    """How it ends when it refuses something or refers to another, as the page of the case does."""
    shown = decision_shown(facts.decision, facts.denial, facts.refers_to)
    return {
        "earlier": shown.earlier,
        "why_title": str(_("Por qué no se entrega")),
        "why": list(shown.why),
        "remedies_title": str(_("Si no está de acuerdo")),
        "remedies": list(shown.remedies),
    }


def sheet_words(title: str, signed: SignedSeal | None, seal: Seal) -> dict[str, Any]:
    """What both documents say, and their QR when there is a key to sign with."""
    entity = the_app().office.pack.entity
    return {
        "title": f"{title} {seal.number}",
        "heading": title,
        "entity": entity.name,
        "nit": _("NIT %(nit)s", nit=entity.nit) if entity.nit else "",
        "prints_title": _("Huellas"),
        "prints_text": _(
            "Con cada huella (SHA-256) se comprueba que nadie cambió lo que se firmó."
        ),
        "qr": qr_words(signed) if signed else None,
    }


def receipt_rows(facts: ReceiptFacts) -> Rows:
    """Labels and values, in the order in which they are read."""
    arrived = [
        (_("Recibida"), moment(facts.received_at)),
        (_("Radicada"), moment(facts.filed_at)),
    ]
    lacking = () if facts.is_guarded else facts.missing
    return [*arrived, *due_rows(facts), *missing_rows(lacking)]


def due_rows(facts: ReceiptFacts) -> Rows:
    """Until when it is answered, and why; by whom, unless it may not be said."""
    rows = []
    if facts.due_on:
        rows.append((_("Respuesta a más tardar"), weekday_date(facts.due_on)))
    rows.append((_("Por qué"), facts.why))
    if not facts.is_guarded:
        undecided = _("Una persona de la entidad decide qué dependencia responde")
        rows.append((_("Quién responde"), body_name(facts.department) or undecided))
    return rows


def missing_rows(missing: Sequence[str]) -> Rows:
    """What was filed without; no row when nothing was missing."""
    lacking = "; ".join(str(words_of.missing(each)) for each in missing)
    return [(_("Radicada sin"), lacking)] if lacking else []


def receipt_note(signed: SignedSeal | None) -> str:
    """What to do with it; and that it is good without a signature too."""
    base = urlsplit(the_app().settings.base_url).netloc
    note = _(
        "Consulte su petición en %(address)s con el número y su código de acceso. El código no "
        "está en esta hoja, para que la pueda mostrar: guárdelo aparte.",
        address=base + url_for("citizen.follow"),
    )
    if signed:
        return str(note)
    unsigned = _("Esta constancia va sin firma electrónica. El número vale igual.")
    return f"{note} {unsigned}"


def receipt_prints(facts: ReceiptFacts, *, of_files: bool = True) -> Rows:
    """The hash of the words, of each file, and the one over all of them that is signed."""
    rows = [(_("Texto de la petición"), facts.text_sha256)]
    for place, file in enumerate(facts.files if of_files else (), start=1):
        rows.append((file_words(place, file), file.sha256))
    if facts.files:
        rows.append((_("Todo junto"), facts.seal.digest))
    return rows


def file_words(place: int, file: AttachedFile) -> str:
    """A file by its place, kind and size; the name that a person gave it may tell on them."""
    return str(
        _(
            "Archivo %(place)s: %(kind)s, %(size)s",
            place=place,
            kind=file.kind.value.upper(),
            size=size_of(file.size),
        )
    )


def qr_words(signed: SignedSeal) -> dict[str, str]:
    """The drawing, what it is for those who do not see it, and the address it opens."""
    address = check_address(signed)
    shown = address.partition("?")[0].partition("://")[2]
    return {
        "drawing": qr_svg(address).decode(),
        "alt": str(_("Código QR que abre la página donde se comprueba este documento")),
        "title": str(_("Compruebe que es auténtico")),
        "text": str(
            _("Lea el código con la cámara del teléfono, o abra la página. No muestra sus datos.")
        ),
        "address": address,
        "shown": shown,
    }


def check_address(signed: SignedSeal) -> str:
    """What the QR opens: anybody may, and it tells nothing but whether the document is true."""
    return the_app().settings.base_url.rstrip("/") + url_for("public.verify", c=str(signed))


def file_name(word: str, facts: ReceiptFacts | AnswerFacts) -> str:
    """A name that tells no more than the document; without the number where care is due."""
    return f"{word}.pdf" if facts.is_guarded else f"{word}-{facts.number}.pdf"
