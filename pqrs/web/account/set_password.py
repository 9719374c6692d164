"""The page of a single-use link, at which a person sets the own password."""

from dataclasses import dataclass
from typing import Final

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError, widgets

from pqrs.acts.manage_staff import SHORTEST
from pqrs.acts.manage_staff import set_password as keep
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.outside.now import now
from pqrs.outside.passwords import hash_password
from pqrs.queries.staff import link_holder
from pqrs.web.account import account
from pqrs.web.account.used_passwords import is_very_used
from pqrs.web.forms import AtMost, Needed, OneLine, PageForm
from pqrs.web.pages import error_page, page, the_app

TEMPLATE: Final = "account/set_password.html"
GONE: Final = 410
LONGEST: Final = 200


class PasswordForm(PageForm):
    """Once, because what is typed can be looked at and the link can be asked for again."""

    password = OneLine(
        _l("Contraseña nueva"),
        [Needed(_l("Escriba una contraseña.")), AtMost(LONGEST)],
        widget=widgets.PasswordInput(),
    )

    def validate_password(self, field: Field) -> None:
        """What everybody tries first is refused whatever its length (NIST SP 800-63B-4)."""
        entity = the_app().office.pack.entity
        if is_very_used(field.data, (entity.municipality, entity.region)):
            raise ValidationError(_("Esa contraseña es muy usada. Elija otra."))
        if len(field.data) < SHORTEST:
            raise ValidationError(_("Use 15 caracteres o más. Una frase sirve."))


@dataclass(frozen=True)
class SetPasswordPage:
    """Whose account it is: the password manager needs to know."""

    email: str


@account.get("/cuenta/clave/<token>")
def show_password_form(token: str) -> ResponseReturnValue:
    """The form while the link lives."""
    email = link_holder(db.session(), token, now())
    if email is None:
        return error_page(GONE)
    return page(TEMPLATE, SetPasswordPage(email), PasswordForm())


@account.post("/cuenta/clave/<token>")
def set_password(token: str) -> ResponseReturnValue:
    """Use the link. It is not used up by a password that was refused."""
    form = PasswordForm()
    with reading():
        email = link_holder(db.session(), token, now())
    if email is None:
        return error_page(GONE)
    if not form.validate_on_submit():
        return page(TEMPLATE, SetPasswordPage(email), form)
    hashed = hash_password(form.password.data)  # slow on purpose, so before anything is locked
    if not keep(db.session(), token=token, password_hash=hashed, at=now()):
        return error_page(GONE)
    flash(_("Su contraseña quedó guardada. Ingrese con ella."))
    return redirect(url_for("account.sign_in"), 303)
