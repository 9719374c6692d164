"""The citizen door."""

from flask import Blueprint

citizen = Blueprint("citizen", __name__)

from pqrs.web.citizen import evaluate, evaluate_answer, service_point  # noqa: E402, F401  routes
