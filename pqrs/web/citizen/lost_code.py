"""`/seguimiento/codigo`: a new access code by the e-mail of the petition, and the old one stops.

The answer is the same whether number and address fit or not. The link is used by a press: a mail
program that opens every link it sees uses up nothing.
"""

import hmac
from dataclasses import dataclass
from typing import Final

from flask import redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.acts.renew_code import LinkOverError, is_open, renew_code
from pqrs.acts.request_code import request_code
from pqrs.extensions import db
from pqrs.models import CodeRequest
from pqrs.office import parse_number
from pqrs.office.access_code import new_code_token, show_code
from pqrs.outside.now import now
from pqrs.queries.evaluation_review import read_id
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_receipt import RECEIPT_KEY
from pqrs.web.citizen.opened import OPENED_KEY
from pqrs.web.citizen.own_files import forget_case
from pqrs.web.forms import AtMost, Email, Needed, OneLine, PageForm
from pqrs.web.pages import Blank, page, the_app
from pqrs.web.throttle import minutes_to_wait, note_wrong_try, target_of

SEE_OTHER: Final = 303
GONE: Final = 410


class LostCodeForm(PageForm):
    """The number, and the e-mail that was left with it."""

    number = OneLine(_l("Número de radicado"), [Needed(_l("Escriba el número.")), AtMost(60)])
    email = Email(_l("Correo que dejó al radicar"), [Needed(_l("Escriba el correo.")), AtMost(254)])


@dataclass(frozen=True)
class NewCodePage:
    """`number` and `code` are "" before the press."""

    number: str = ""
    code: str = ""


@citizen.get("/seguimiento/codigo")
def lost_code() -> ResponseReturnValue:
    """The question."""
    return page("citizen/lost_code.html", Blank(), LostCodeForm())


@citizen.post("/seguimiento/codigo")
def ask_code() -> ResponseReturnValue:
    """The same answer to everybody; who asks too often is not heard, and reads the same too.

    Counted by number and address together: nobody keeps the owner out by asking in their place.
    """
    form = LostCodeForm()
    valid = form.validate_on_submit()
    number = parse_number(form.number.data) if valid else None
    if valid and number is None:
        form.refuse("number", _l("Revise el número: tiene el año, seis cifras y una más."))
    if number is None or not valid:
        return page("citizen/lost_code.html", Blank(), form)
    target = target_of("code", f"{number} {form.email.data.casefold()}")
    if not minutes_to_wait(target):
        request_code(
            db.session(), number=str(number), email=form.email.data, office=the_app().office
        )
    note_wrong_try(target)
    return redirect(url_for("citizen.code_asked"), SEE_OTHER)


@citizen.get("/seguimiento/codigo/pedido")
def code_asked() -> ResponseReturnValue:
    """What to do now, whoever asked."""
    return page("citizen/lost_code_asked.html", Blank())


@citizen.get("/seguimiento/codigo/<reference>")
def new_code(reference: str) -> ResponseReturnValue:
    """The button; looking uses up nothing."""
    request_id = request_of(reference)
    found = db.session().get(CodeRequest, request_id) if request_id else None
    if not is_open(found, now()):
        return link_over()
    return page("citizen/new_code.html", NewCodePage(), PageForm())


@citizen.post("/seguimiento/codigo/<reference>")
def show_new_code(reference: str) -> ResponseReturnValue:
    """The new code, once; what this browser had open by the old one is closed."""
    form, request_id = PageForm(), request_of(reference)
    if not form.validate_on_submit():
        return page("citizen/new_code.html", NewCodePage(), form)
    try:
        renewed = renew_code(db.session(), request_id or 0, office=the_app().office)
    except LinkOverError:
        return link_over()
    session.pop(OPENED_KEY, None)
    session.pop(RECEIPT_KEY, None)
    forget_case()
    return page(
        "citizen/new_code.html", NewCodePage(renewed.number, show_code(renewed.access_code))
    )


def request_of(reference: str) -> int | None:
    """Whose link it is; None for an address that is no link of ours."""
    text, _hyphen, token = reference.rpartition("-")
    request_id, key = read_id(text), the_app().office.code_key
    known = new_code_token(key, request_id or 0)
    return request_id if hmac.compare_digest(known.encode(), token.encode()) else None


def link_over() -> ResponseReturnValue:
    """Used, ended or never ours: it is said with the way to another."""
    return page("citizen/new_code_over.html", Blank(), status=GONE)
