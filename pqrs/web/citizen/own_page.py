"""A page on which a petitioner does one act on their own case: asked, pressed, kept if refused.

An act's own module says its form, its template, what the law says and how to call the act. Nobody
needs an account: the browser opened the case with its number and code.
"""

from dataclasses import dataclass
from typing import Any, ClassVar, Final, Generic, TypeVar

from flask import Response, flash, redirect, request, url_for
from flask_babel import LazyString
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from wtforms import Field, HiddenField

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.open_case import StaleError
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import EXTENSIONS, MOST_FILES, AttachedFile, FileFault
from pqrs.outside.now import today
from pqrs.queries.own_case import OwnCase
from pqrs.queries.tracking import tracking
from pqrs.web.citizen.follow import Happening, happening, own_case_of
from pqrs.web.citizen.opened import opened_number
from pqrs.web.citizen.own_files import (
    OwnDraft,
    drop_file,
    forget_draft,
    keep_draft,
    keep_words,
    own_draft,
    remember_draft,
    take_own_file,
)
from pqrs.web.file_words import FAULTS, ShownFile, show_files
from pqrs.web.forms import PageForm
from pqrs.web.law_words import refusal_words
from pqrs.web.pages import page, the_app
from pqrs.web.typed_text import whole_number

CONFLICT: Final = 409
FORBIDDEN: Final = 403
SEE_OTHER: Final = 303
WIDEST: Final = 9
"""Digits of a sequence number that could be ours."""
ACCEPT: Final = ",".join(("image/*", *(f".{ending}" for ending in EXTENSIONS)))
SAYS_NOTHING: Final = {"nothing_added", "nothing_completed"}
"""Refusals of an empty press: said beside the field too, which the summary leads to."""
DONE_BEFORE: Final = _l("Ya lo habíamos recibido: no hace falta enviarlo otra vez.")


class OwnForm(PageForm):
    """`seen`: the last event that the page showed."""

    seen = HiddenField()
    token = HiddenField()

    @property
    def seen_event(self) -> int:
        """Its number; 0, which is a page that nobody saw, for what is no number of ours."""
        return whole_number(self.seen.data or "", WIDEST) or 0

    def answers(self) -> str:
        """What was written in words, to be kept."""
        text: Field | None = self._fields.get("text")
        return str(text.data or "") if text is not None else ""


F = TypeVar("F", bound=OwnForm)


@dataclass(frozen=True)
class OwnShown:
    """What the template gets. `refusal`: why the law does not let it happen now, with its norm.

    `meanwhile`: what happened since the page that was pressed. `about`: what only this page shows.
    """

    case: OwnCase
    about: Any
    refusal: str
    meanwhile: tuple[Happening, ...]
    files: tuple[ShownFile, ...]
    may_add: bool
    accept: str = ACCEPT


@dataclass(frozen=True)
class Closed:
    """What was typed on a page whose half hour had gone by."""

    text: str


class OwnPage(Generic[F]):
    """One act. A subclass says what is not the same for all."""

    template: ClassVar[str]
    done: ClassVar[LazyString]

    def form(self) -> F:
        """The form as it was sent, or empty."""
        raise NotImplementedError

    def law(self, case: OwnCase, /) -> Refusal | None:
        """Whether it may be done now."""
        raise NotImplementedError

    def suit(self, form: F, case: OwnCase, /, *, shown: bool) -> None:
        """Give the form what depends on the case: to check what was sent, or as it is `shown`."""

    def about(self, _case: OwnCase, /) -> object:
        """What only this act's page shows."""
        return None

    def act(self, form: F, files: tuple[AttachedFile, ...], press: OwnPress, /) -> bool:
        """Do it; False when the same press had done it before."""
        raise NotImplementedError

    def ask(self) -> Response:
        """The form, before it is filled in, or as it was left."""
        number = opened_number()
        if number is None:
            return redirect(url_for("citizen.follow"), SEE_OTHER)  # type: ignore[return-value]
        form, draft = self.form(), own_draft(number)
        if "text" in form:
            form["text"].data = draft.text
        if "file" in form:
            remember_draft(number, draft)
        return self.show(number, form, draft)

    def press(self) -> Response:
        """Do it; whatever goes wrong, what was written stays in the page."""
        number, form = opened_number(), self.form()
        if number is None:
            return page("citizen/own_closed.html", Closed(form.answers()), status=FORBIDDEN)
        draft = own_draft(number)
        with reading():
            case = own_case_of(number)
            self.suit(form, case, shown=False)
        if form.validate_on_submit():
            draft = self.take_file(number, form, draft, hides_name=case.is_discreet)
        if form.errors:
            return self.show(number, form, draft)
        if "add" in request.form or "drop" in request.form:
            keep_draft(number, draft, form.answers())
            drop_file(draft, request.form.get("drop", ""))
            return redirect(request.path, SEE_OTHER)  # type: ignore[return-value]
        return self.send(number, form, draft)

    def send(self, number: str, form: F, draft: OwnDraft) -> Response:
        """The act itself."""
        seen = form.seen_event
        press = OwnPress(number=number, seen=seen, office=the_app().office)
        try:
            is_first = self.act(form, draft.files, press)
        except StaleError:
            return self.show(number, form, draft, CONFLICT, since=seen)
        except Refusal as refusal:
            form.refuse("text" if refusal.rule in SAYS_NOTHING else "", refusal_words(refusal))
            return self.show(number, form, draft, CONFLICT)
        forget_draft(draft.token)
        flash(str(self.done if is_first else DONE_BEFORE))
        return redirect(url_for("citizen.follow"), SEE_OTHER)  # type: ignore[return-value]

    def take_file(self, number: str, form: F, draft: OwnDraft, *, hides_name: bool) -> OwnDraft:
        """The file that came along, whichever button was pressed; it waits as long as its words."""
        field = form._fields.get("file")
        if not isinstance(field, FileField):
            return draft
        if field.data is not None:
            taken = take_own_file(form, field, draft, hides_name=hides_name)
            if not form.errors:
                keep_words(number, taken, form.answers(), needed=True)
            return taken
        if "add" in request.form:
            form.refuse("file", str(FAULTS[FileFault.NOTHING]))
        return draft

    def show(
        self,
        number: str,
        form: F,
        draft: OwnDraft,
        status: int | None = None,
        *,
        since: int | None = None,
    ) -> Response:
        """The page, with the case as it is now; what was seen is renewed."""
        with reading():
            case = own_case_of(number)
            events = tracking(db.session(), number, today=today()).timeline
        self.suit(form, case, shown=True)
        form.seen.data, form.token.data = str(case.sequence), draft.token
        refusal = self.law(case)
        data = OwnShown(
            case=case,
            about=self.about(case),
            refusal=refusal_words(refusal) if refusal else "",
            meanwhile=tuple(map(happening, events[since:])) if since else (),
            files=show_files(draft.files),
            may_add=len(draft.files) < MOST_FILES,
        )
        return page(self.template, data, form, status)
