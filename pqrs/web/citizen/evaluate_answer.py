"""`/evaluar/<number>-<token>`: evaluate an answered petition, from the link in its letter."""

import hmac

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from pqrs.acts.evaluate import evaluate_answer as keep_opinion
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import by_number
from pqrs.office import parse_number
from pqrs.office.access_code import evaluation_token
from pqrs.queries.evaluation_invite import EvaluationInvite, evaluation_invite
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluate import EvaluatePage, thank
from pqrs.web.citizen.evaluation_form import EvaluationForm
from pqrs.web.pages import page, the_app


def evaluation_path(number: str) -> str:
    """The address at which the petition of this number is evaluated."""
    token = evaluation_token(the_app().office.code_key, number)
    return url_for("citizen.evaluate_answer", reference=f"{number}-{token}")


@citizen.route("/evaluar/<reference>", methods=["GET", "POST"])
def evaluate_answer(reference: str) -> ResponseReturnValue:
    """The three questions, once: after the answer arrived, and until they are answered."""
    invite = invited(reference)
    if not invite.is_answered:
        return page("citizen/evaluate_not_yet.html", invite)
    if invite.is_evaluated:
        return page("citizen/evaluate_already.html", invite)
    form = EvaluationForm()
    if not form.validate_on_submit():
        return page("citizen/evaluate.html", EvaluatePage(about=invite.number), form)
    petition = by_number(db.session(), invite.number, for_change=True)
    assert petition is not None  # noqa: S101  found above, and petitions are never removed
    clock = the_app().office.clock
    if not keep_opinion(db.session(), petition, form.opinion(), token=form.once, clock=clock):
        return redirect(url_for("citizen.evaluate_answer", reference=reference), 303)
    return thank(invite.department)


@reading()
def invited(reference: str) -> EvaluationInvite:
    """The petition this address was made for; 404 for every other address alike."""
    text, _hyphen, token = reference.rpartition("-")
    number = parse_number(text)
    if number is None:
        abort(404)
    known = evaluation_token(the_app().office.code_key, str(number))
    if not hmac.compare_digest(known.encode(), token.encode()):
        abort(404)
    return evaluation_invite(db.session(), str(number)) or abort(404)
