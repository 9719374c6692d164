"""What the clerk has written so far: kept on the server under a token, and made a `Filing`.

The cookie holds the token; each form carries its own first, so two windows are two petitions. Of
whoever stays unknown, and of a report, it waits two hours, as at `/denunciar`.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Final

from flask import request, session

from pqrs.acts.file_petition import Filing
from pqrs.acts.save_draft import REPORT, WAY, save_draft
from pqrs.app import afterwards
from pqrs.law import Channel, IdentityLevel
from pqrs.office.attachments import AttachedFile
from pqrs.office.discretion import is_discreet
from pqrs.office.reception import TakenDown, Tongue
from pqrs.outside.now import now
from pqrs.web.citizen.file_draft import ANYWAY, Checked, TypedDraft, draft_under, make_filing
from pqrs.web.citizen.file_form import TOKEN, new_token
from pqrs.web.counter.counter_form import OF_THE_PERSON, SPOKEN, USUAL, CounterForm

DRAFT_KEY: Final = "taking_down"
COUNTER: Final = "counter"
"""In a draft: that it is of this page."""


def the_draft() -> TypedDraft:
    """What this browser is writing, by the form's own token first; what is usual when nothing."""
    token = request.form.get("token", "") if request.method == "POST" else ""
    if not TOKEN.fullmatch(token):
        token = session.get(DRAFT_KEY, "")
    draft = draft_under(token) if token else TypedDraft()
    return draft if draft.answers or draft.number else replace(draft, answers=dict(USUAL))


def keep_answers(draft: TypedDraft, form: CounterForm, *, anyway: bool) -> TypedDraft:
    """Keep all that was typed, whatever becomes of the request."""
    answers = form.typed() | {ANYWAY: ["counter"] if anyway else []}
    if answers.get("identity") == IdentityLevel.ANONYMOUS:
        answers = {name: kept for name, kept in answers.items() if name not in OF_THE_PERSON}
    answers[WAY] = REPORT if is_careful(answers) else COUNTER
    kept = TypedDraft(draft.token or new_token(), answers, draft.files)
    session[DRAFT_KEY] = kept.token
    moment = now()
    afterwards(lambda writing: save_draft(writing, kept.token, answers, moment), needed=True)
    return kept


def forget_draft(token: str) -> None:
    """It was filed, or the clerk begins another."""
    if session.get(DRAFT_KEY) == token:
        session.pop(DRAFT_KEY)


def is_careful(answers: Mapping[str, Any]) -> bool:
    """Whether whoever speaks may be in fear."""
    return is_discreet(answers.get("kind"), answers.get("identity", IdentityLevel.NAMED))


def check(answers: Mapping[str, Any]) -> Checked | None:
    """All of it again; None when something still has to be corrected or let be."""
    form = as_form(answers)
    if form.validate() or (form.is_soft and answers.get(ANYWAY)):
        return Checked(form.values(), form.faults(), None)
    return None


def as_form(answers: Mapping[str, Any]) -> CounterForm:
    """The page as it was last typed, to be checked."""
    form = CounterForm.from_draft(answers)
    assert isinstance(form, CounterForm)  # noqa: S101  tells the type checker what it is made of
    return form


def counter_filing(
    checked: Checked, answers: Mapping[str, Any], files: tuple[AttachedFile, ...]
) -> Filing:
    """As a citizen's, with how it came and what the official wrote of it."""
    values, form = checked.values, as_form(answers)
    return replace(
        make_filing(checked, files),
        subject=values["subject"] or "",
        channel=Channel(values["channel"]),
        received_at=form.received_at(),
        posted_on=values["posted_on"],
        taken_down=TakenDown(
            is_spoken=values["manner"] == SPOKEN,
            tongue=Tongue(values["tongue"] or Tongue.SPANISH),
            other_tongue=values["other_tongue"] or "",
            interpreter=values["interpreter"] or "",
            brought=values["brought"] or "",
            answered=values["answered"] or "",
            why_late=values["why_late"] or "",
        ),
    )
