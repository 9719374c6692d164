"""`/ventanilla/radicar/listo`: what the person takes away on paper: the record, and the code."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flask import Response, abort, redirect, session, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.law import Channel
from pqrs.office import Permission
from pqrs.outside.now import now, today
from pqrs.outside.pdf import can_make_pdf
from pqrs.outside.qr import qr_svg
from pqrs.queries.receipt import receipt_facts
from pqrs.queries.reception import ReceptionFacts, reception_facts
from pqrs.queries.tracking import Tracking, tracking
from pqrs.web.citizen.case_words import Responsible, responsible_for
from pqrs.web.citizen.file_receipt import (
    SHOWN_FOR,
    may_tell,
    receipt_code,
)
from pqrs.web.citizen.opened import opens
from pqrs.web.citizen.receipt_files import pdf_file
from pqrs.web.citizen.receipt_words import check_address
from pqrs.web.citizen.reception_words import (
    reception_document,
    reception_heading,
    reception_rows,
)
from pqrs.web.counter import counter
from pqrs.web.identity import may
from pqrs.web.pages import page, the_app

HANDED_KEY: Final = "handed_over"
SEE_OTHER: Final = 303


@dataclass(frozen=True)
class HandedOverPage:
    """`code` is "" once the time to show it is over, or when the person has changed it.

    `rows`, `body`: what the record says; of who is guarded, no words of theirs.
    """

    heading: str
    number: str
    filed_at: datetime
    code: str = ""
    rows: tuple[tuple[str, str], ...] = ()
    body: str = ""
    answered: str = ""
    due_on: date | None = None
    responsible: Responsible | None = None
    is_anonymous: bool = False
    is_guarded: bool = False
    by_mail: bool = False
    by_telephone: bool = False
    missing: tuple[str, ...] = ()
    pdf_url: str = ""
    has_seal: bool = False
    may_tell: bool = False


def remember_handed(number: str, token: str) -> None:
    """The cookie holds the token, so that a reload shows the same code and writes nothing.

    It stays the clerk's: nothing of it opens the petition as its own person.
    """
    session[HANDED_KEY] = {
        "number": number,
        "token": token,
        "until": (now() + SHOWN_FOR).isoformat(),
    }


def handed_number() -> str | None:
    """The petition just filed here, while its paper is shown and its code still opens it."""
    kept = session.get(HANDED_KEY)
    if kept is None or now() > datetime.fromisoformat(kept["until"]):
        return None
    return str(kept["number"]) if opens(kept["number"], receipt_code(kept["token"])) else None


@counter.get("/ventanilla/radicar/listo")
@may(Permission.FILE_FOR_SOMEONE)
def handed_over() -> ResponseReturnValue:
    """The paper of the last petition filed in this browser."""
    kept, number = session.get(HANDED_KEY), handed_number()
    if kept is None:
        return redirect(url_for("counter.take_down"), SEE_OTHER)
    case = tracking(db.session(), kept["number"], today=today())
    facts = reception_facts(db.session(), kept["number"])
    if number is None or facts is None:
        return page("counter/handed_over.html", HandedOverPage("", case.number, case.filed_at))
    return page("counter/handed_over.html", whole(case, facts, receipt_code(kept["token"])))


def whole(case: Tracking, facts: ReceptionFacts, code: str) -> HandedOverPage:
    """Everything the person takes away."""
    receipt = receipt_facts(db.session(), case.number)
    return HandedOverPage(
        heading=reception_heading(facts),
        number=case.number,
        filed_at=case.filed_at,
        code=code,
        rows=tuple(reception_rows(facts)),
        body="" if facts.is_guarded else facts.text,
        answered="" if facts.is_guarded else facts.taken.answered,
        due_on=case.due_on,
        responsible=None if facts.is_guarded else responsible_for(case),
        is_anonymous=facts.person is None,
        is_guarded=facts.is_guarded,
        by_telephone=facts.channel is Channel.TELEPHONE,
        by_mail=case.reply_by == "email",
        missing=tuple(case.missing),
        pdf_url=url_for("counter.handed_pdf") if can_make_pdf() else "",
        may_tell=may_tell(case),
        has_seal=receipt is not None and the_app().signing.sign(receipt.seal) is not None,
    )


@counter.get("/ventanilla/radicar/listo/constancia.pdf")
@may(Permission.FILE_FOR_SOMEONE)
def handed_pdf() -> ResponseReturnValue:
    """The record as a file: without the code, like every paper of ours."""
    number = handed_number()
    facts = reception_facts(db.session(), number) if number else None
    receipt = receipt_facts(db.session(), number) if number else None
    if facts is None or receipt is None:
        return redirect(url_for("counter.handed_over"), SEE_OTHER)
    return pdf_file(reception_document(facts, receipt), url_for("counter.handed_over"))


@counter.get("/ventanilla/radicar/listo/codigo.svg")
@may(Permission.FILE_FOR_SOMEONE)
def handed_qr() -> ResponseReturnValue:
    """The QR of the paper on the screen; 404 when there is none or nothing to sign with."""
    number = handed_number()
    receipt = receipt_facts(db.session(), number) if number else None
    signed = the_app().signing.sign(receipt.seal) if receipt else None
    if signed is None:
        abort(404)
    return Response(qr_svg(check_address(signed)), mimetype="image/svg+xml")
