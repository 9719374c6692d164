"""While filing: published answers that may already say what the person asks. Never of a report."""

from collections.abc import Collection, Mapping
from typing import Any

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.outside.now import today
from pqrs.queries.public_answers import similar_answers
from pqrs.web.answer_words import ShownAnswer, show_answer
from pqrs.web.citizen.file_draft import is_discreet, is_urgent
from pqrs.web.citizen.report_form import is_report
from pqrs.web.pages import the_app


def already_answered(
    answers: Mapping[str, Any], topics: Collection[str], back: str
) -> tuple[ShownAnswer, ...]:
    """Up to three, or none where it would be out of place: in danger, or where somebody watches.

    `topics`: those it may be of. `back`: the question that their pages lead back to. One statement.
    """
    if is_report(answers) or is_discreet(answers) or is_urgent(answers):
        return ()
    with reading():
        found = similar_answers(
            db.session(),
            answers.get("text") or "",
            topics=topics,
            place=answers.get("place") or None,
            pack=the_app().office.pack,
            on=today(),
        )
    return tuple(show_answer(row, back) for row in found)
