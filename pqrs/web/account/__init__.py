"""The door of staff accounts: sign in and out, the own account, setting a password.

A line belongs here when it is about the person who works here, not about a case.
"""

from flask import Blueprint

account = Blueprint("account", __name__)

from pqrs.web.account import own_account, set_password, sign_in  # noqa: E402, F401  routes
