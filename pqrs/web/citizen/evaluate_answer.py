"""`/evaluar/<number>-<token>`: evaluate an answered petition, from the link in its letter."""

import hmac
from collections.abc import Callable

from flask import abort, redirect, url_for
from flask.typing import ResponseReturnValue

from pqrs.acts.evaluate import Following
from pqrs.acts.evaluate import evaluate_answer as keep_opinion
from pqrs.acts.invite_evaluation import decline_invitation
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.models import Petition, by_number
from pqrs.office import parse_number
from pqrs.office.access_code import evaluation_token
from pqrs.outside.now import today
from pqrs.queries.evaluation_invite import EvaluationInvite, evaluation_invite
from pqrs.web.citizen import citizen
from pqrs.web.citizen.evaluate import EvaluatePage, thank
from pqrs.web.evaluation_form import AnswerForm
from pqrs.web.forms import PageForm
from pqrs.web.languages import page_words
from pqrs.web.pages import page, the_app

EXPIRED = 410


def evaluation_path(number: str) -> str:
    """The address at which the petition of this number is evaluated."""
    token = evaluation_token(the_app().office.code_key, number)
    return url_for("citizen.evaluate_answer", reference=f"{number}-{token}")


@citizen.route("/evaluar/<reference>", methods=["GET", "POST"])
def evaluate_answer(reference: str) -> ResponseReturnValue:
    """The questions, once: after the answer arrived, and until they are answered or expire."""
    invite = invited(reference, evaluation_token)
    closed = closed_page(invite)
    if closed is not None:
        return closed
    policy = the_app().office.pack.entity.evaluation
    form = AnswerForm(policy)
    if not form.validate_on_submit():
        decline_url = url_for("citizen.decline", reference=reference)
        data = EvaluatePage(about=invite.number, decline_url=decline_url)
        return page("citizen/evaluate.html", data, form)
    office = the_app().office
    kept = keep_opinion(
        db.session(),
        petition_of(invite),
        form.opinion(),
        token=form.once,
        clock=office.clock,
        following=Following(
            office=office,
            contact=form.contact.data if form.may_contact.data else "",
            language=page_words(),
        ),
    )
    if not kept:
        return redirect(url_for("citizen.evaluate_answer", reference=reference), 303)
    return thank(invite.department)


@citizen.route("/evaluar/<reference>/no", methods=["GET", "POST"])
def decline(reference: str) -> ResponseReturnValue:
    """Say that one does not want to be asked: no reminder follows."""
    invite = invited(reference, evaluation_token)
    form = PageForm()
    if not form.validate_on_submit():
        return page("citizen/evaluate_decline.html", invite, form)
    decline_invitation(db.session(), petition_of(invite), now=the_app().office.clock())
    return redirect(url_for("citizen.decline", reference=reference), 303)


def closed_page(invite: EvaluationInvite) -> ResponseReturnValue | None:
    """Why it cannot be evaluated: not answered yet, evaluated before, or long ago."""
    if invite.answered_on is None:
        return page("citizen/evaluate_not_yet.html", invite)
    if invite.is_evaluated:
        return page("citizen/evaluate_already.html", invite)
    days = the_app().office.pack.entity.evaluation.link_days
    if (today() - invite.answered_on).days > days:
        return page("citizen/evaluate_expired.html", invite, status=EXPIRED)
    return None


def petition_of(invite: EvaluationInvite) -> Petition:
    """Its row, locked for change."""
    petition = by_number(db.session(), invite.number, for_change=True)
    assert petition is not None  # noqa: S101  found above, and petitions are never removed
    return petition


@reading()
def invited(reference: str, token_of: Callable[[bytes, str], str]) -> EvaluationInvite:
    """The petition this address was made for; 404 for every other address alike."""
    text, _hyphen, token = reference.rpartition("-")
    number = parse_number(text)
    if number is None:
        abort(404)
    known = token_of(the_app().office.code_key, str(number))
    if not hmac.compare_digest(known.encode(), token.encode()):
        abort(404)
    return evaluation_invite(db.session(), str(number)) or abort(404)
