"""Sign in and out. One message for an unknown user, a wrong password and a closed account."""

from dataclasses import dataclass
from typing import Final

from flask import Response, current_app, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException, NotFound
from wtforms import HiddenField, widgets

from pqrs.acts.sign_in import recognise
from pqrs.acts.sign_in import sign_in as begin
from pqrs.acts.sign_in import sign_out as end
from pqrs.extensions import db
from pqrs.models.engine import read_intent
from pqrs.outside.now import now
from pqrs.web.account import account
from pqrs.web.forms import AtMost, Needed, OneLine, PageForm
from pqrs.web.identity import begin_session, end_session, signed_in
from pqrs.web.pages import FORGED, Blank, ErrorPage, error_page, page
from pqrs.web.sections import desk_sections
from pqrs.web.sent import Sent, packed, the_sent, unpacked
from pqrs.web.throttle import minutes_to_wait, note_wrong_try, target_of

TEMPLATE: Final = "account/sign_in.html"
NO_MATCH: Final = _l("Usuario o contraseña no coinciden.")
SEE_OTHER: Final = 303
TOO_MANY: Final = 429


class SignInForm(PageForm):
    """`email` is not checked as an address: what is wrong with it is nobody's business."""

    email = OneLine(_l("Correo"), [Needed(_l("Escriba su correo.")), AtMost(254)])
    password = OneLine(
        _l("Contraseña"),
        [Needed(_l("Escriba su contraseña.")), AtMost(200)],
        widget=widgets.PasswordInput(),
    )
    again = HiddenField()


@dataclass(frozen=True)
class SentPage:
    """What a person was writing when the session ended."""

    sent: Sent


@account.get("/ingresar")
def sign_in() -> ResponseReturnValue:
    """The form, or the desk for whoever is signed in already."""
    if signed_in() is not None:
        return redirect(url_for("account.home"), SEE_OTHER)
    return page(TEMPLATE, Blank(), SignInForm())


@account.post("/ingresar")
def check_password() -> ResponseReturnValue:
    """Wrong passwords make the account wait, a quarter of an hour at most, never for good."""
    signed_in()  # read before the act's transaction begins
    form = SignInForm()
    if not form.validate_on_submit():
        return page(TEMPLATE, Blank(), form)
    target = target_of("account", form.email.data.casefold())
    if minutes := minutes_to_wait(target):
        return wait(minutes)
    with read_intent(), Session(db.engine) as reader:
        official_id = recognise(reader, email=form.email.data, password=form.password.data)
    if official_id is None:
        note_wrong_try(target)
        form.refuse("", NO_MATCH)
        return page(TEMPLATE, Blank(), form)
    begin_session(begin(db.session(), official_id=official_id, at=now()))
    if sent := unpacked(form.again.data or ""):
        return page("account/sent.html", SentPage(sent))
    return redirect(own_path(request.args.get("next", "")), SEE_OTHER)


@account.app_errorhandler(401)
def ask_again(_error: HTTPException) -> ResponseReturnValue:
    """The session ended while somebody was writing: the words wait in the form to sign in."""
    sent = the_sent()
    if sent is None or not PageForm().validate():
        return redirect(url_for("account.sign_in"), SEE_OTHER)
    form = SignInForm(formdata=None)
    form.again.data = packed(sent)
    form.form_errors.append(_("Su sesión se cerró. Ingrese otra vez. Lo que escribió sigue aquí."))
    return page(TEMPLATE, Blank(), form, FORGED)


@account.post("/salir")
def sign_out() -> ResponseReturnValue:
    """End this session on the server and on the device."""
    person = signed_in()
    if not PageForm().validate_on_submit():
        return error_page(400)
    if person is not None:
        end(db.session(), token=person.token, at=now())
        end_session()
        flash(_("Cerró la sesión."))
    return redirect(url_for("account.sign_in"), SEE_OTHER)


def wait(minutes: int) -> Response:
    """Too many wrong tries, with how long to wait in words and in seconds."""
    response = error_page(TOO_MANY, ErrorPage(minutes=minutes))
    response.headers["Retry-After"] = str(minutes * 60)
    return response


@account.get("/cuenta/inicio")
def home() -> ResponseReturnValue:
    """The first section this person may open."""
    person = signed_in()
    if person is None:
        return redirect(url_for("account.sign_in"), SEE_OTHER)
    sections = desk_sections(person)
    return redirect(sections[0][1] if sections else url_for("account.own_account"), SEE_OTHER)


def own_path(wanted: str) -> str:
    """`wanted` if a GET of ours answers there; else the start. Never another host."""
    start = url_for("account.home")
    if not wanted.startswith("/") or wanted.startswith("//") or not is_plain(wanted):
        return start
    adapter = current_app.create_url_adapter(request)
    try:
        if adapter is None:
            raise NotFound
        adapter.match(wanted, method="GET")
    except HTTPException:
        return start
    return wanted


def is_plain(path: str) -> bool:
    r"""Browsers take `\` for `/` and drop tabs and line ends: none of them passes."""
    return path.isascii() and path.isprintable() and not set("\\?#") & set(path)
