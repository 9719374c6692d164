"""`/radicar/otra`: what is typed after sending is another petition; which one was sent is said."""

from dataclasses import dataclass
from datetime import datetime

from flask import redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField

from pqrs.acts.attach import attach_to_draft
from pqrs.acts.save_draft import save_draft
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.models import by_number
from pqrs.outside.now import now
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_draft import DRAFT_KEY, TypedDraft, fresh_token, the_draft
from pqrs.web.citizen.file_form import TOKEN
from pqrs.web.forms import PageForm
from pqrs.web.pages import page

SEE_OTHER = 303
CONFLICT = 409


class AnotherForm(PageForm):
    """The token of what was typed."""

    token = HiddenField()


@dataclass(frozen=True)
class AgainPage:
    """The same form sent with other words: the number it got, and when."""

    number: str
    filed_at: datetime


def show_earlier(number: str, draft: TypedDraft) -> ResponseReturnValue:
    """Nothing was filed now: what was, and the way to file the new words too."""
    petition = by_number(db.session(), number)
    assert petition is not None  # noqa: S101  whoever asks has just read it
    form = AnotherForm(formdata=None)
    form.token.data = draft.token
    return page("citizen/file_again.html", AgainPage(number, petition.filed_at), form, CONFLICT)


@citizen.post("/radicar/otra")
def file_another() -> ResponseReturnValue:
    """Go on with what was typed as another petition."""
    draft = the_draft()
    if not PageForm().validate_on_submit() or not TOKEN.fullmatch(request.form.get("token", "")):
        return redirect(url_for("citizen.file"), SEE_OTHER)
    session[DRAFT_KEY] = draft.token if not draft.number else copy_of(draft)
    return redirect(url_for("citizen.review"), SEE_OTHER)


def copy_of(draft: TypedDraft) -> str:
    """The token of a draft with the same answers and files, kept with this request."""
    token, moment = fresh_token(draft.answers), now()

    def copy(writing: Session) -> None:
        save_draft(writing, token, dict(draft.answers), moment)
        for file in draft.files:
            attach_to_draft(writing, token, file, moment)

    afterwards(copy, needed=True)
    return token
