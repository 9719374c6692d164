"""The door of citizens: file, follow and evaluate, without an account and without scripts.

A line belongs here when anybody may see or press it. What the law or the entity decides about it
is in `law/` and `office/`; what it changes, in `acts/`.
"""

from flask import Blueprint

citizen = Blueprint("citizen", __name__)

from pqrs.web.citizen import (  # noqa: E402, F401  routes
    about_you,
    add_text,
    appeal,
    attach,
    case_file,
    complete,
    documents,
    due_file,
    evaluate,
    evaluate_answer,
    extend_completion,
    file,
    file_later,
    file_receipt,
    file_review,
    follow,
    home,
    lost_code,
    message,
    own_files,
    receipt_files,
    report,
    reviewed,
    service_point,
    still_solved,
    too_large,
    why_date,
    withdraw,
)
