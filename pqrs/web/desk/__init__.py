"""The door of officials: the queue, the case, its answer, and the intake desk.

A line belongs here when a member of the staff sees or presses it. Whether they may is
`office/permissions.py`; whether the law lets it happen now is `law/lawful.py`.
"""

from flask import Blueprint

desk = Blueprint("desk", __name__)

from pqrs.web.desk import (  # noqa: E402  their routes
    decide_appeal,
    delivery,
    documents,
    evaluate_aloud,
    evaluations,
    extend,
    insistence,
    intake,
    intake_case,
    notify_appeal,
    order_evidence,
    pause,
    petition,
    population,
    post_notice,
    posters,
    proposals,
    queue,
    reclassify,
    reject,
    reply,
    request_completion,
    return_to_intake,
    return_unclear,
    review,
    review_counts,
    transfer,
    withdraw_tacitly,
    write_to_person,
)

__all__ = [
    "decide_appeal",
    "delivery",
    "desk",
    "documents",
    "evaluate_aloud",
    "evaluations",
    "extend",
    "insistence",
    "intake",
    "intake_case",
    "notify_appeal",
    "order_evidence",
    "pause",
    "petition",
    "population",
    "post_notice",
    "posters",
    "proposals",
    "queue",
    "reclassify",
    "reject",
    "reply",
    "request_completion",
    "return_to_intake",
    "return_unclear",
    "review",
    "review_counts",
    "transfer",
    "withdraw_tacitly",
    "write_to_person",
]
