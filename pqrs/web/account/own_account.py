"""The own account: who I am here, and the way out."""

from dataclasses import dataclass

from flask import redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.web.account import account
from pqrs.web.identity import signed_in
from pqrs.web.pages import page, the_app
from pqrs.web.sessions import SignedIn
from pqrs.web.words import words


@dataclass(frozen=True)
class Row:
    """One fact of the account."""

    label: str
    value: str


@dataclass(frozen=True)
class OwnAccountPage:
    """Its facts, in order."""

    rows: tuple[Row, ...]


@account.get("/cuenta")
def own_account() -> ResponseReturnValue:
    """For whoever is signed in, whatever the role."""
    person = signed_in()
    if person is None:
        return redirect(url_for("account.sign_in", next="/cuenta"), 303)
    return page("account/own_account.html", account_page(person))


def account_page(person: SignedIn) -> OwnAccountPage:
    """Name, address, role and department; a role without a department leaves that row out."""
    rows = [
        Row(_("Nombre"), person.name),
        Row(_("Correo"), person.email),
        Row(_("Función"), str(words.of(person.viewer.role))),
    ]
    if person.viewer.department:
        department = the_app().office.pack.department(person.viewer.department)
        rows.append(Row(_("Dependencia"), department.name))
    return OwnAccountPage(tuple(rows))
