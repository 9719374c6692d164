"""`/radicar/listo`: the number, the code, until when, who must answer, and what happens next."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final
from urllib.parse import quote

from flask import redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.law import IdentityLevel, Priority, norm_of
from pqrs.office import access_code
from pqrs.outside.now import now, today
from pqrs.outside.pdf import can_make_pdf
from pqrs.queries.receipt import receipt_facts
from pqrs.queries.tracking import Tracking, tracking
from pqrs.web.citizen import citizen
from pqrs.web.citizen.case_words import (
    Responsible,
    may_keep_date,
    own_duties,
    responsible_for,
)
from pqrs.web.citizen.opened import opens
from pqrs.web.citizen.receipt_words import receipt_prints
from pqrs.web.duty_words import DutyRow
from pqrs.web.explained import Explained, explained
from pqrs.web.file_words import ShownFile, held_among, show_files
from pqrs.web.filters import weekday_date
from pqrs.web.pages import page, the_app
from pqrs.web.words import words

RECEIPT_KEY: Final = "receipt"
TOLD_KEY: Final = "told"
"""Where the cookie holds the petition whose person already said something of themselves."""
SHOWN_FOR: Final = timedelta(minutes=30)
"""How long this browser shows the access code again; after that, only number and day."""


@dataclass(frozen=True)
class Proof:
    """What proves that it was filed. `pdf_url` and `check_url` are "" where there is none.

    `prints`: what each hash is of, and the hash; those of files stand with their names.
    """

    pdf_url: str
    check_url: str
    received_at: datetime
    prints: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class SentOn:
    """Addresses that open the person's own WhatsApp or mail with a message already written.

    It has no access code: it is a secret, and what is sent stays with others.
    """

    whatsapp_url: str
    mail_url: str


@dataclass(frozen=True)
class ReceiptPage:
    """A petition just filed. `code` is "" once the time to show it again is over.

    `preferred`: why it goes before others, each with its norm.
    """

    number: str
    filed_at: datetime
    code: str = ""
    case: Tracking | None = None
    responsible: Responsible | None = None
    why: Explained | None = None
    is_urgent: bool = False
    preferred: tuple[tuple[str, str], ...] = ()
    is_anonymous: bool = False
    is_discreet: bool = False
    due_on: date | None = None
    duties: tuple[DutyRow, ...] = ()
    calendar_url: str = ""
    files: tuple[ShownFile, ...] = ()
    held: int = 0
    may_tell: bool = False
    sent: SentOn | None = None
    proof: Proof | None = None


def remember_receipt(number: str, token: str) -> None:
    """The cookie holds the token, so that a reload shows the same code and writes nothing."""
    until = (now() + SHOWN_FOR).isoformat()
    session[RECEIPT_KEY] = {"number": number, "token": token, "until": until}


def may_show_receipt() -> bool:
    """Whether this browser filed a petition."""
    return RECEIPT_KEY in session


def shown_number() -> str | None:
    """The petition of this browser while its whole receipt is shown and its code still opens it."""
    kept = session.get(RECEIPT_KEY)
    if kept is None or now() > datetime.fromisoformat(kept["until"]):
        return None
    return str(kept["number"]) if opens(kept["number"], receipt_code(kept["token"])) else None


def receipt_code(token: str) -> str:
    """The code that filing gave; it may have been changed since."""
    return access_code.code_from_token(the_app().office.code_key, token)


@citizen.get("/radicar/listo")
def receipt() -> ResponseReturnValue:
    """What to keep. Nothing here is asked of whoever has no petition of this browser."""
    kept = session.get(RECEIPT_KEY)
    if kept is None:
        return redirect(url_for("citizen.home"), 303)
    case = tracking(db.session(), kept["number"], today=today())
    if shown_number() is None:
        return page("citizen/file_receipt.html", ReceiptPage(case.number, case.filed_at))
    return page("citizen/file_receipt.html", whole_receipt(case, receipt_code(kept["token"])))


def whole_receipt(case: Tracking, code: str) -> ReceiptPage:
    """Everything a person needs to know and to keep."""
    return ReceiptPage(
        number=case.number,
        filed_at=case.filed_at,
        code=code,
        case=case,
        responsible=responsible_for(case),
        why=explained(case.explanation),
        is_urgent=case.priority is Priority.URGENT,
        preferred=tuple((str(words.of(ground)), str(norm_of(ground))) for ground in case.grounds),
        is_anonymous=case.identity is IdentityLevel.ANONYMOUS,
        is_discreet=case.is_discreet,
        due_on=case.due_on,
        duties=own_duties(case.number),
        calendar_url=url_for("citizen.receipt_ics") if may_keep_date(case) else "",
        files=show_files(case.documents),
        held=held_among(case.documents),
        may_tell=may_tell(case),
        sent=sent_on(case),
        proof=proof_of(case.number, "citizen.receipt_pdf"),
    )


def sent_on(case: Tracking) -> SentOn | None:
    """For who wants number and day at hand; never of what nobody should find on a telephone."""
    if case.is_discreet:
        return None
    number, address = case.number, url_for("citizen.follow", _external=True)
    said = [_("Mi petición ante %(entity)s: %(number)s.", entity=entity_name(), number=number)]
    if case.due_on:
        said.append(_("Me deben responder hasta el %(day)s.", day=weekday_date(case.due_on)))
    said.append(_("La consulto en %(address)s con el número y mi código.", address=address))
    title, body = quote(_("Mi petición %(number)s", number=number)), quote(" ".join(said))
    return SentOn(f"https://wa.me/?text={body}", f"mailto:?subject={title}&body={body}")


def entity_name() -> str:
    """Whom it was sent to."""
    return the_app().office.pack.entity.name


def may_tell(case: Tracking) -> bool:
    """Whether to offer the questions about the person: once, and never to who may be in fear."""
    known = case.identity is not IdentityLevel.ANONYMOUS and not case.was_reported
    return known and session.get(TOLD_KEY) != case.number


def proof_of(number: str, pdf_endpoint: str) -> Proof | None:
    """Its files and fingerprints; None once its words are kept no more.

    `pdf_endpoint`: where its PDF is for who sees this page.
    """
    facts = receipt_facts(db.session(), number)
    if facts is None:
        return None
    signed = the_app().signing.sign(facts.seal)
    return Proof(
        pdf_url=url_for(pdf_endpoint) if can_make_pdf() else "",
        check_url=url_for("public.verify", c=str(signed)) if signed else "",
        received_at=facts.received_at,
        prints=tuple(receipt_prints(facts, of_files=False)),
    )
