"""What the clerk has written so far: kept on the server under a token, and made a `Filing`.

Each opening of the page is a petition of its own: its form carries the token, the addresses after
it the sheet, which leads to the token only with this browser's cookie. Of whoever stays unknown,
and of a report, it waits two hours, as at `/denunciar`.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any, Final

from flask import request, session

from pqrs.acts.file_petition import Filing
from pqrs.acts.save_draft import REPORT, WAY, kept_for, save_draft
from pqrs.app import afterwards
from pqrs.law import Channel, IdentityLevel
from pqrs.office.attachments import AttachedFile
from pqrs.office.discretion import is_discreet
from pqrs.office.reception import TakenDown, Tongue
from pqrs.outside.now import now
from pqrs.web.citizen.file_draft import ANYWAY, Checked, TypedDraft, draft_under, make_filing
from pqrs.web.citizen.file_form import TOKEN, new_token
from pqrs.web.counter.counter_form import OF_THE_PERSON, SPOKEN, USUAL, CounterForm

SHEETS_KEY: Final = "sheets"
"""Where the cookie holds the tokens of what was written here, the latest last."""
MOST_SHEETS: Final = 8
SHEET: Final = "hoja"
"""In an address: which of them. It is no secret as a token is: addresses stay in logs."""
COUNTER: Final = "counter"
"""In a draft: that it is of this page."""


@dataclass(frozen=True)
class Unfinished:
    """What waits to be gone on with: where, and when it was last written."""

    sheet: str
    saved_at: datetime


def the_draft() -> TypedDraft:
    """What this page is writing: by its form's token, else by its address; else a new one."""
    token = request.form.get("token", "") if request.method == "POST" else ""
    return draft_of(token) if TOKEN.fullmatch(token) else draft_in_address()


def draft_in_address() -> TypedDraft:
    """That of the sheet; without one, an empty draft that nothing of anybody else comes into."""
    wanted = request.args.get(SHEET, "")
    tokens = (token for token in session.get(SHEETS_KEY, ()) if sheet_of(token) == wanted)
    return draft_of(next(tokens, None) or new_token())


def draft_of(token: str) -> TypedDraft:
    """What is kept under it; what is usual when nothing is."""
    draft = draft_under(token)
    return draft if draft.answers or draft.number else replace(draft, answers=dict(USUAL))


def sheet_of(token: str) -> str:
    """The token's name in an address: it cannot be gone back from."""
    return sha256(f"sheet {token}".encode()).hexdigest()[:12]


def unfinished() -> tuple[Unfinished, ...]:
    """What was begun in this browser and neither filed nor erased."""
    drafts = map(draft_under, session.get(SHEETS_KEY, ()))
    return tuple(
        Unfinished(sheet_of(draft.token), draft.until - kept_for(draft.answers))
        for draft in drafts
        if draft.until is not None and not draft.number
    )


def print_of(draft: TypedDraft) -> str:
    """Of all that is read to the person: it tells whether it changed afterwards."""
    whole = [dict(draft.answers), [file.sha256 for file in draft.files]]
    return sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


def keep_answers(draft: TypedDraft, form: CounterForm, *, anyway: bool) -> TypedDraft:
    """Keep all that was typed, whatever becomes of the request."""
    form.fix_day()
    answers = form.typed() | {ANYWAY: ["counter"] if anyway else []}
    if answers.get("identity") == IdentityLevel.ANONYMOUS:
        answers = {name: kept for name, kept in answers.items() if name not in OF_THE_PERSON}
    answers[WAY] = REPORT if is_careful(answers) else COUNTER
    kept = TypedDraft(draft.token, answers, draft.files)
    others = [token for token in session.get(SHEETS_KEY, ()) if token != kept.token]
    session[SHEETS_KEY] = [*others, kept.token][-MOST_SHEETS:]
    moment = now()
    afterwards(lambda writing: save_draft(writing, kept.token, answers, moment), needed=True)
    return kept


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
            interpreter=values.get("interpreter") or "",
            brought=values["brought"] or "",
            answered=values["answered"] or "",
            why_late=values["why_late"] or "",
        ),
    )
