"""The public door: figures, rights and texts that anyone may read without saying who they are.

A line belongs here if its page is the same for everybody and says nothing of one petition. It does
not if it asks for a code, a session or a form that writes. Elsewhere: "open data", "portal".
"""

from flask import Blueprint

public = Blueprint("public", __name__)

from pqrs.web.public import (  # noqa: E402, F401  routes
    answers,
    board,
    calculator,
    install,
    key_steps,
    paper_form,
    poster,
    register,
    rights,
    statistics,
    statistics_files,
    texts,
    verify,
)
