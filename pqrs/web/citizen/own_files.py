"""Words and files that a petitioner adds to a case: a draft of that page until they are sent."""

from dataclasses import dataclass
from typing import Final

from flask import request, session
from flask_wtf.file import FileField

from pqrs.acts.attach import attach_to_draft, detach_from_draft
from pqrs.acts.save_draft import REPORT, WAY, drop_draft, save_draft
from pqrs.app import afterwards, reading
from pqrs.extensions import db
from pqrs.models import by_number, facts_of
from pqrs.office.attachments import AttachedFile, FileFault, FileRefusal, nameless, with_file
from pqrs.outside.now import now
from pqrs.outside.uploads import take_in
from pqrs.web.citizen import citizen
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.citizen.file_draft import draft_under
from pqrs.web.citizen.file_form import TOKEN, new_token
from pqrs.web.citizen.opened import opened_number
from pqrs.web.citizen.words_first import brings_file, fields_before_file
from pqrs.web.file_words import FAULTS
from pqrs.web.forms import PageForm
from pqrs.web.pages import the_app

DRAFT_KEY: Final = "adding"
"""Where the cookie holds the case, and a token for each of its pages: `{"number", "tokens"}`."""
ENDPOINTS: Final = {"citizen.send_text", "citizen.send_completion", "citizen.send_message"}


@dataclass(frozen=True)
class OwnDraft:
    """What was typed on one page of a case and not sent yet."""

    token: str
    text: str = ""
    files: tuple[AttachedFile, ...] = ()


@citizen.before_request
def allow_own_files() -> None:
    """Requests may be large at these addresses; the words in them are kept before the file comes.

    Kept for whoever has the page's own secret in the cookie: nobody else can write there.
    """
    if request.endpoint not in ENDPOINTS:
        return
    request.max_content_length = LARGEST_REQUEST
    number = opened_number()
    if number is None or the_app().settings.read_only or not brings_file():
        return
    fields = fields_before_file()
    token = fields.get("token", "")
    if token and kept_tokens(number).get(request.path) == token:
        keep_words(number, OwnDraft(token), fields.get("text", ""))
        the_app().keep()


def own_draft(number: str, token: str | None = None) -> OwnDraft:
    """What this browser has typed on this page of the case; read before anything is locked.

    `token`: of the form that was sent, where the request itself cannot be asked.
    """
    if token is None:
        token = request.form.get("token", "") if request.method == "POST" else ""
    if not TOKEN.fullmatch(token):
        token = kept_tokens(number).get(request.path, "")
    if not token:
        return OwnDraft(new_token())
    found = draft_under(token)
    if found.answers.get("number") not in {None, number}:
        return OwnDraft(new_token())
    return OwnDraft(token, str(found.answers.get("text", "")), found.files)


def kept_tokens(number: str) -> dict[str, str]:
    """The tokens in the cookie by the path of their page; none of another case."""
    kept = session.get(DRAFT_KEY) or {}
    return dict(kept.get("tokens", {})) if kept.get("number") == number else {}


def keep_draft(number: str, draft: OwnDraft, text: str) -> None:
    """Keep what was typed, whatever becomes of the request."""
    remember_draft(number, draft)
    keep_words(number, draft, text, needed=True)


def remember_draft(number: str, draft: OwnDraft) -> None:
    """The cookie holds the token, so that what is kept is found again."""
    tokens = kept_tokens(number) | {request.path: draft.token}
    session[DRAFT_KEY] = {"number": number, "tokens": tokens}


def keep_words(number: str, draft: OwnDraft, text: str, *, needed: bool = False) -> None:
    """Keep them; `needed`: the request fails when they cannot be kept.

    Of who is to stay unknown as short as a report half told: nobody should find them.
    """
    moment, answers = now(), {"number": number, "text": text}
    if is_discreet(number):
        answers[WAY] = REPORT
    afterwards(lambda writing: save_draft(writing, draft.token, answers, moment), needed=needed)


@reading()
def is_discreet(number: str) -> bool:
    """Whether the case is a report, or its petitioner gave no name or wants it kept back."""
    petition = by_number(db.session(), number)
    return petition is not None and facts_of(petition).is_discreet


def drop_file(draft: OwnDraft, sha256: str) -> None:
    """Take one file off before it is sent; one that is not there is no matter."""
    moment = now()
    afterwards(lambda writing: detach_from_draft(writing, draft.token, sha256, moment), needed=True)


def forget_draft(token: str) -> None:
    """It was sent: the next visit begins empty, and what was kept of it goes."""
    kept = session.get(DRAFT_KEY) or {}
    left = {page: each for page, each in kept.get("tokens", {}).items() if each != token}
    if len(left) < len(kept.get("tokens", {})):
        session[DRAFT_KEY] = kept | {"tokens": left}
    afterwards(lambda writing: drop_draft(writing, token))


def forget_case() -> None:
    """The case is left on this device: no number in the cookie, no words that nobody finds."""
    kept = session.pop(DRAFT_KEY, None) or {}
    drop_drafts(tuple(kept.get("tokens", {}).values()))


def drop_drafts(tokens: tuple[str, ...]) -> None:
    """Of these nothing stays; what a copy does not let us write goes with its hours."""
    if tokens and not the_app().settings.read_only:
        afterwards(lambda writing: drop_draft(writing, *tokens))


def take_own_file(
    form: PageForm, field: FileField, draft: OwnDraft, *, hides_name: bool
) -> OwnDraft:
    """Check and keep the bytes, and then write of them; a refusal goes onto the form.

    `hides_name`: without the name that the person gave it.
    """
    office, upload, moment = the_app().office, field.data, now()
    try:
        name = nameless(upload.filename) if hides_name else upload.filename
        file = take_in(office.files, office.antivirus, upload.stream, name)
        files = with_file(draft.files, file)
    except FileRefusal as refusal:
        if refusal.fault is FileFault.REPEATED:
            return draft
        form.refuse("file", str(FAULTS[refusal.fault]))
        return draft
    afterwards(lambda writing: attach_to_draft(writing, draft.token, file, moment), needed=True)
    return OwnDraft(draft.token, draft.text, files)
