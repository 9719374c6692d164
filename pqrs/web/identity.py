"""Who asks, and whether they may: the only user of Flask-Login besides `extensions.py`."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from flask import abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import UserMixin, current_user, login_user, logout_user

from pqrs.app import App
from pqrs.extensions import login_manager
from pqrs.office import Permission, allowed
from pqrs.web.sessions import SignedIn, find_session

P = ParamSpec("P")
MAY = "permission"
"""The attribute of a view that says which permission its door asks; the route test reads it."""


class StaffUser(UserMixin):  # type: ignore[misc]  # Flask-Login carries no types
    """What Flask-Login keeps: the token of the session row."""

    def __init__(self, token: str, signed_in: SignedIn | None = None) -> None:
        """Flask-Login writes `id` into the signed cookie; a session just begun names nobody yet."""
        self.id = token
        self.signed_in = signed_in


def init_identity(app: App) -> None:
    """Tell Flask-Login how a token becomes a person."""
    login_manager.init_app(app)

    @login_manager.user_loader  # type: ignore[untyped-decorator]
    def load(token: str) -> StaffUser | None:
        signed_in = find_session(token)
        return StaffUser(token, signed_in) if signed_in else None


def signed_in() -> SignedIn | None:
    """The member of the staff behind this request, or nobody."""
    return current_user.signed_in if current_user.is_authenticated else None


def the_viewer() -> SignedIn:
    """As `signed_in`, behind a door that has already asked."""
    person = signed_in()
    if person is None:
        abort(401)
    return person


def begin_session(token: str) -> None:
    """Put the new session in the cookie; whatever an attacker planted there before is gone."""
    session.clear()
    g.pop("csrf_token", None)  # Flask-WTF keeps there the token of the session that is gone
    login_user(StaffUser(token))


def end_session() -> None:
    """Forget the session on this device."""
    logout_user()
    session.clear()


def may(
    permission: Permission,
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """The door of a staff page: 303 to sign in for nobody, 403 for the wrong role.

    Whoever was writing when the session ended gets the form to sign in with the words in it.

    The act behind it asks again about the case at hand.
    """

    def guard(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            person = signed_in()
            if person is None and request.method == "POST":
                abort(401)  # the page of this error keeps what was typed
            if person is None:
                return redirect(url_for("account.sign_in", next=request.path), 303)
            if not allowed(permission, person.viewer):
                abort(403)
            return view(*args, **kwargs)

        setattr(guarded, MAY, permission)
        return guarded

    return guard
