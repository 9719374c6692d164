"""`/radicar/adjuntos`: files, one at a time; one that fails costs nothing of what was typed."""

from dataclasses import dataclass
from typing import Final

from flask import Response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from pqrs.acts.attach import attach_to_draft, detach_from_draft
from pqrs.extensions import db
from pqrs.office.attachments import (
    EXTENSIONS,
    MOST_BYTES_TOGETHER,
    MOST_FILES,
    FileFault,
    FileRefusal,
    nameless,
    refuse_more,
)
from pqrs.outside.now import now
from pqrs.outside.uploads import take_in
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file import (
    BACK_TO_REVIEW,
    LATER,
    SEE_OTHER,
    QuestionPage,
    comes_from_review,
    earlier_url,
    following_url,
    question,
)
from pqrs.web.citizen.file_again import show_earlier
from pqrs.web.citizen.file_draft import (
    DRAFT_KEY,
    TypedDraft,
    is_discreet,
    the_draft,
)
from pqrs.web.citizen.file_form import new_draft_token
from pqrs.web.citizen.file_steps import STEPS, AttachForm
from pqrs.web.file_words import FAULTS, ShownFile, show_files
from pqrs.web.forms import PageForm
from pqrs.web.pages import page, the_app

STEP: Final = next(step for step in STEPS if step.form is AttachForm)
ENDPOINT: Final = "citizen.answer_attach"
LARGEST_REQUEST: Final = MOST_BYTES_TOGETHER + 1_000_000
"""Over the largest file, so that whoever sends a somewhat larger one is told on the page itself."""


class RemoveForm(PageForm):
    """Which file to take off the draft."""

    token = HiddenField()
    sha256 = HiddenField()


@dataclass(frozen=True)
class AttachPage(QuestionPage):
    """The step with the files there are. `accept`: what the browser offers to choose."""

    files: tuple[ShownFile, ...] = ()
    may_add: bool = True
    remove_url: str = ""
    accept: str = ",".join(("image/*", *(f".{ending}" for ending in EXTENSIONS)))


@citizen.before_request
def allow_files() -> None:
    """Requests may be large at this one address, before anything of them is read."""
    if request.endpoint == ENDPOINT:
        request.max_content_length = LARGEST_REQUEST


@citizen.get(STEP.path)
def attach() -> ResponseReturnValue:
    """What is attached, and the way to attach more."""
    draft = the_draft()
    elsewhere = earlier_url(STEP, draft)
    return redirect(elsewhere, SEE_OTHER) if elsewhere else show(AttachForm(), draft)


@citizen.post(STEP.path)
def answer_attach() -> ResponseReturnValue:
    """Take the file, if one was chosen, whichever button was pressed; then stay or go on."""
    draft, form = the_draft(), AttachForm()
    if not form.validate_on_submit():
        return show(form, draft)
    if draft.number:
        return show_earlier(draft.number, draft)
    stays = "add" in request.form
    if form.file.data is not None:
        draft = take_file(form, draft)
    elif stays:
        form.refuse("file", str(FAULTS[FileFault.NOTHING]))
    if form.errors:
        return show(form, draft)
    if LATER in request.form:
        return redirect(url_for("citizen.later"), SEE_OTHER)
    return redirect(here_url() if stays else following_url(STEP, draft), SEE_OTHER)


@citizen.post(f"{STEP.path}/quitar")
def detach() -> ResponseReturnValue:
    """Take one file off the draft."""
    draft, form = the_draft(), RemoveForm()
    if form.validate_on_submit() and draft.token:
        detach_from_draft(db.session(), draft.token, form.sha256.data or "", now())
    return redirect(here_url(), SEE_OTHER)


def take_file(form: AttachForm, draft: TypedDraft) -> TypedDraft:
    """Check and keep the bytes, and only then write of them; a refusal goes onto the form."""
    office, upload = the_app().office, form.file.data
    token = draft.token or new_draft_token(office.code_key)
    try:
        refuse_more(draft.files)
        name = nameless(upload.filename) if is_discreet(draft.answers) else upload.filename
        file = take_in(office.files, office.antivirus, upload.stream, name)
        attach_to_draft(db.session(), token, file, now())
    except FileRefusal as refusal:
        form.refuse("file", str(FAULTS[refusal.fault]))
        return draft
    session[DRAFT_KEY] = token
    return TypedDraft(token, draft.answers, (*draft.files, file))


def show(form: AttachForm, draft: TypedDraft, status: int | None = None) -> Response:
    """The page of the step."""
    data = AttachPage(
        **vars(question(STEP, form, draft)),
        files=show_files(draft.files),
        may_add=len(draft.files) < MOST_FILES,
        remove_url=url_for("citizen.detach", volver=request.args.get("volver")),
    )
    return page(STEP.template, data, form, status)


def here_url() -> str:
    """This step again, still on the way back to the summary if that is where it leads."""
    return url_for("citizen.attach", volver=BACK_TO_REVIEW if comes_from_review() else None)
