"""The receipt and the answer as files: PDF made when asked for, kept by nobody, and the QR alone.

Where no PDF can be made no page offers one; the page of the receipt prints with the same facts.
"""

from typing import Final

from flask import Response, abort, current_app, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.outside.pdf import PdfError, make_pdf
from pqrs.outside.qr import qr_svg
from pqrs.queries.receipt import answer_facts, receipt_facts
from pqrs.queries.reception import reception_facts
from pqrs.queries.tracking import tracking
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_receipt import shown_number
from pqrs.web.citizen.opened import opened_number
from pqrs.web.citizen.receipt_words import (
    Document,
    answer_document,
    check_address,
    receipt_document,
)
from pqrs.web.citizen.reception_words import reception_document
from pqrs.web.pages import ErrorPage, error_page, the_app

SEE_OTHER: Final = 303
UNAVAILABLE: Final = 503
NO_PDF: Final = _l(
    "Ahora no podemos hacer el PDF. Su petición está guardada y el número vale igual. "
    "Intente más tarde."
)


@citizen.get("/radicar/listo/constancia.pdf")
def receipt_pdf() -> ResponseReturnValue:
    """Of the petition that this browser has just filed."""
    return receipt_of(shown_number(), url_for("citizen.receipt"))


@citizen.get("/seguimiento/constancia.pdf")
def follow_pdf() -> ResponseReturnValue:
    """Of the case that this browser opened."""
    return receipt_of(opened_number(), url_for("citizen.follow"))


@citizen.get("/seguimiento/constancia-recepcion.pdf")
def reception_pdf() -> ResponseReturnValue:
    """What the official who took it down wrote, once more: a copy is given to who asks for one."""
    number = opened_number()
    taken = reception_facts(db.session(), number) if number else None
    facts = receipt_facts(db.session(), number) if number else None
    if taken is None or facts is None:
        return redirect(url_for("citizen.follow"), SEE_OTHER)
    return pdf_file(reception_document(taken, facts), url_for("citizen.follow"))


@citizen.get("/seguimiento/respuesta.pdf")
def answer_pdf() -> ResponseReturnValue:
    """The answer, once it was opened: making it delivers nothing."""
    number = opened_number()
    case = tracking(db.session(), number, today=today()) if number else None
    facts = answer_facts(db.session(), case.number) if case and case.answer else None
    if facts is None:
        return redirect(url_for("citizen.follow"), SEE_OTHER)
    return pdf_file(answer_document(facts), url_for("citizen.follow"))


@citizen.get("/radicar/listo/codigo.svg")
def receipt_qr() -> ResponseReturnValue:
    """The QR of the receipt on the screen; 404 when there is none or nothing to sign with."""
    number = shown_number()
    facts = receipt_facts(db.session(), number) if number else None
    signed = the_app().signing.sign(facts.seal) if facts else None
    if signed is None:
        abort(404)
    return Response(qr_svg(check_address(signed)), mimetype="image/svg+xml")


def receipt_of(number: str | None, page_url: str) -> ResponseReturnValue:
    """The receipt as a file; without a case, the page that belongs to it."""
    facts = receipt_facts(db.session(), number) if number else None
    if facts is None:
        return redirect(page_url, SEE_OTHER)
    return pdf_file(receipt_document(facts), page_url)


def pdf_file(document: Document, back_url: str) -> Response:
    """The file; 503 with the way out when the engine cannot."""
    try:
        content = make_pdf(document.template, document.words, document.at)
    except PdfError as error:
        current_app.logger.error("pdf: %s", error)  # noqa: TRY400  the page says what a trace would
        return error_page(UNAVAILABLE, ErrorPage(message=str(NO_PDF), back_url=back_url))
    response = Response(content, mimetype="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{document.name}"'
    return response
