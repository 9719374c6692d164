"""`/verificar`: is this receipt true, and is what was filed still the same? Anyone may ask.

The answer says what the paper in hand says, and one word about the record. Never the matter, the
person, the kind, the department or the place, nor whether there is a person at all.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flask import Response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.office.receipt_seal import DamagedSealError, Seal, SignedSeal, read_seal
from pqrs.outside.signing import UnknownKeyError, pem
from pqrs.queries.receipt_check import OnRecord, on_record
from pqrs.web.forms import AtMost, LongText, Needed, PageForm
from pqrs.web.pages import Blank, ErrorPage, error_page, page, the_app
from pqrs.web.public import public
from pqrs.web.throttle import minutes_to_wait, note_wrong_try, target_of

TOO_MANY: Final = 429
NO_KEY: Final = 404
DAMAGED: Final = _l(
    "El código está incompleto o dañado. Cópielo entero, desde PQRS1 hasta el final, o léalo otra "
    "vez con la cámara."
)


class Finding(StrEnum):
    """What there is to say. SAME, CHANGED, ABSENT and LOST are signed by us."""

    SAME = "same"
    CHANGED = "changed"
    ABSENT = "absent"
    LOST = "lost"
    FORGED = "forged"
    UNKNOWN_KEY = "unknown_key"


@dataclass(frozen=True)
class VerifyPage:
    """The finding, and what the seal says when it is ours."""

    finding: Finding
    seal: Seal


class VerifyForm(PageForm):
    """The code of a receipt or of an answer, as it was copied."""

    c = LongText(
        _l("Código de la constancia o de la respuesta"),
        [Needed(_l("Pegue el código.")), AtMost(2000)],
        description=_l("Empieza por PQRS1. También sirve la dirección completa del código QR."),
    )


@public.get("/verificar")
def verify() -> ResponseReturnValue:
    """The question; with `?c=`, as a camera opens it, the answer."""
    form = VerifyForm()
    if "c" not in request.args:
        return page("public/verify.html", Blank(), form)
    form.c.data = request.args["c"]
    return answer(form)


@public.post("/verificar")
def verify_pasted() -> ResponseReturnValue:
    """The same for what was pasted; nothing of it stays in an address."""
    form = VerifyForm()
    if not form.validate_on_submit():
        return page("public/verify.html", Blank(), form)
    return answer(form)


@public.get("/verificar/clave.pem")
def public_key() -> ResponseReturnValue:
    """Every public key, the one in use first, for whoever checks without us."""
    keys = the_app().signing.public_keys()
    if not keys:
        return redirect(url_for("public.verify"), 303)
    return Response(b"".join(map(pem, keys)), mimetype="application/x-pem-file")


def answer(form: VerifyForm) -> Response:
    """Read, check, compare. A true code is always answered; wrong ones make the next one wait."""
    try:
        signed = read_seal(form.c.data)
    except DamagedSealError:
        form.refuse("c", DAMAGED)
        return page("public/verify.html", Blank(), form)
    found = finding(signed)
    if found in {Finding.FORGED, Finding.UNKNOWN_KEY}:
        target = target_of("seal", signed.seal.number)
        if minutes := minutes_to_wait(target):
            return wait(minutes)
        note_wrong_try(target)
    return page("public/verify.html", VerifyPage(found, signed.seal), form)


def finding(signed: SignedSeal) -> Finding:
    """The signature first: what is not ours is not looked up."""
    try:
        if not the_app().signing.is_true(signed):
            return Finding.FORGED
    except UnknownKeyError:
        return Finding.UNKNOWN_KEY
    return Finding(kept(signed.seal).value)


@reading()
def kept(seal: Seal) -> OnRecord:
    """Read without the lock of a POST."""
    return on_record(db.session(), seal)


def wait(minutes: int) -> Response:
    """Too many wrong codes for this number."""
    response = error_page(TOO_MANY, ErrorPage(minutes=minutes))
    response.headers["Retry-After"] = str(minutes * 60)
    return response
