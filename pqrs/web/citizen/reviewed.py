"""`/evaluar/revision/<review>-<token>`: what was done about an opinion, for who left an e-mail."""

import hmac
from dataclasses import dataclass

from flask import abort
from flask.typing import ResponseReturnValue

from pqrs.acts.review_evaluation import review_token
from pqrs.extensions import db
from pqrs.office import access_code
from pqrs.office.access_code import review_link_token
from pqrs.queries.evaluation_review import Reviewed, read_id, reviewed
from pqrs.web.citizen import citizen
from pqrs.web.pages import page, the_app


@dataclass(frozen=True)
class ReviewedPage:
    """What was done; `code` opens the petition it became, "" when it became none."""

    review: Reviewed
    code: str


@citizen.get("/evaluar/revision/<reference>")
def show_review(reference: str) -> ResponseReturnValue:
    """Only its own link opens it; 404 for every other address alike."""
    text, _hyphen, token = reference.rpartition("-")
    review, key = read_id(text), the_app().office.code_key
    known = review_link_token(key, review or 0)
    if review is None or not hmac.compare_digest(known.encode(), token.encode()):
        abort(404)
    found = reviewed(db.session(), review)
    if found is None:
        abort(404)
    code = access_code.code_from_token(key, review_token(review))
    shown = access_code.show_code(code) if found.number else ""
    return page("citizen/evaluate_reviewed.html", ReviewedPage(found, shown))
