"""Files that a petitioner adds to a case: kept as a draft of that case until they are sent."""

from dataclasses import dataclass
from typing import Final

from flask import current_app, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.file import FileField
from werkzeug.utils import redirect
from wtforms import HiddenField

from pqrs.acts.attach import attach_to_draft, detach_from_draft
from pqrs.acts.save_draft import save_draft
from pqrs.app import afterwards
from pqrs.extensions import db
from pqrs.office.attachments import AttachedFile, FileFault, FileRefusal, with_file
from pqrs.outside.now import now
from pqrs.outside.uploads import take_in
from pqrs.web.citizen import citizen
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.citizen.file_draft import draft_under
from pqrs.web.citizen.file_form import TOKEN, new_token
from pqrs.web.file_words import FAULTS
from pqrs.web.forms import PageForm
from pqrs.web.pages import the_app

DRAFT_KEY: Final = "adding"
PLACES: Final = {"agregar": "citizen.add_text", "completar": "citizen.complete"}
"""Where files are added, as the form that takes one off names it."""
ENDPOINTS: Final = {"citizen.send_text", "citizen.send_completion"}
SEE_OTHER: Final = 303


class DropForm(PageForm):
    """Which file to take off, and the page to go back to."""

    token = HiddenField()
    sha256 = HiddenField()
    place = HiddenField()


@dataclass(frozen=True)
class OwnDraft:
    """What was typed for one case and not sent yet."""

    token: str
    text: str = ""
    files: tuple[AttachedFile, ...] = ()


@citizen.before_request
def allow_own_files() -> None:
    """Requests may be large at these addresses, before anything of them is read."""
    if request.endpoint in ENDPOINTS:
        request.max_content_length = LARGEST_REQUEST


@citizen.post("/seguimiento/quitar-archivo")
def drop_file() -> ResponseReturnValue:
    """Take one file off before it is sent."""
    form = DropForm()
    token = form.token.data or ""
    if form.validate_on_submit() and TOKEN.fullmatch(token):
        detach_from_draft(db.session(), token, form.sha256.data or "", now())
    place = PLACES.get(form.place.data or "", PLACES["agregar"])
    return redirect(url_for(place), SEE_OTHER)


def own_draft(number: str) -> OwnDraft:
    """What this browser has typed for this case; read before anything is locked."""
    kept = session.get(DRAFT_KEY) or {}
    token = request.form.get("token", "") if request.method == "POST" else ""
    if not TOKEN.fullmatch(token):
        token = kept.get("token", "") if kept.get("number") == number else ""
    if not token:
        return OwnDraft(new_token())
    found = draft_under(token)
    if found.answers.get("number") not in {None, number}:
        return OwnDraft(new_token())
    return OwnDraft(token, str(found.answers.get("text", "")), found.files)


def keep_draft(number: str, draft: OwnDraft, text: str) -> None:
    """Keep what was typed, whatever becomes of the request."""
    session[DRAFT_KEY] = {"number": number, "token": draft.token}
    moment, answers = now(), {"number": number, "text": text}
    afterwards(lambda writing: save_draft(writing, draft.token, answers, moment), needed=True)


def forget_draft() -> None:
    """It was sent: the next visit begins empty. The row goes by itself in three days."""
    session.pop(DRAFT_KEY, None)


def take_own_file(form: PageForm, field: FileField, draft: OwnDraft) -> OwnDraft:
    """Check and keep the bytes, and then write of them; a refusal goes onto the form."""
    office, upload, moment = the_app().office, field.data, now()
    try:
        file = take_in(office.files, office.antivirus, upload.stream, upload.filename)
        files = with_file(draft.files, file)
    except FileRefusal as refusal:
        if refusal.fault is FileFault.REPEATED:
            return draft
        current_app.logger.info("file refused: %s", refusal.fault.value)
        form.refuse("file", str(FAULTS[refusal.fault]))
        return draft
    afterwards(lambda writing: attach_to_draft(writing, draft.token, file, moment), needed=True)
    return OwnDraft(draft.token, draft.text, files)
