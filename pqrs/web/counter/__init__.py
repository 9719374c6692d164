"""The door of the counter: a clerk files what somebody says, dictates by telephone or brings.

It is the citizen's own form in other hands, so it alone may use `web/citizen`; nobody uses it. A
line belongs here when it is about taking a petition down. What happens to the case afterwards is
the desk's, and that it is filed is `acts/file_petition.py`'s, as for everybody.
"""

from flask import Blueprint

counter = Blueprint("counter", __name__)

from pqrs.web.counter import (  # noqa: E402, F401  routes
    about_them,
    handed_over,
    read_back,
    taking_down,
)
