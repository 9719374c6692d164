"""The door of administration: the calendar, the readings and the terms that deadlines run by.

A line belongs here if it shows or changes the rules of all cases. It does not if it is about one
case (`desk`) or one account (`account`). Elsewhere: "settings", "configuration".
"""

from flask import Blueprint

office = Blueprint("office", __name__, url_prefix="/administracion")

from pqrs.web.office import (  # noqa: E402  their routes
    add_routing_rule,
    calendar,
    close_routing_rule,
    decide_rule,
    home,
    propose_closure,
    propose_holiday,
    propose_reading,
    propose_reopening,
    propose_term,
    routing,
    rules,
)

__all__ = [
    "add_routing_rule",
    "calendar",
    "close_routing_rule",
    "decide_rule",
    "home",
    "office",
    "propose_closure",
    "propose_holiday",
    "propose_reading",
    "propose_reopening",
    "propose_term",
    "routing",
    "rules",
]
