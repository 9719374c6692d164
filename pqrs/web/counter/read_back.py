"""`/ventanilla/radicar/revise`: read it to the person, scan what they brought, file it once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from flask import Response, flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField
from werkzeug.exceptions import RequestEntityTooLarge
from wtforms import HiddenField

from pqrs.acts.attach import attach_to_draft, detach_from_draft
from pqrs.acts.file_petition import AlreadyFiledError, file_petition
from pqrs.acts.save_draft import erase_draft
from pqrs.extensions import db
from pqrs.law import Channel, IdentityLevel
from pqrs.models import Actor
from pqrs.office import Permission
from pqrs.office.attachments import (
    EXTENSIONS,
    MOST_FILES,
    FileFault,
    FileRefusal,
    nameless,
    refuse_more,
)
from pqrs.office.reception import Tongue
from pqrs.outside.now import now
from pqrs.outside.uploads import take_in
from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.citizen.file_draft import Checked, TypedDraft, is_urgent, missing_of
from pqrs.web.citizen.file_summary import (
    Pairs,
    file_rows,
    identity_rows,
    involved_rows,
    kind_rows,
    person_rows,
    place_rows,
    reply_rows,
    text_rows,
    topic_rows,
)
from pqrs.web.citizen.file_who import has_own_page
from pqrs.web.citizen.too_large import TOO_LARGE, drain
from pqrs.web.counter import counter
from pqrs.web.counter.counter_draft import (
    as_form,
    check,
    counter_filing,
    draft_in_address,
    is_careful,
    print_of,
    sheet_of,
    the_draft,
)
from pqrs.web.counter.counter_form import SPOKEN
from pqrs.web.counter.handed_over import HANDED_KEY, remember_handed
from pqrs.web.file_words import FAULTS, ShownFile, show_files
from pqrs.web.filters import moment, weekday_date
from pqrs.web.forms import PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import error_page, page, the_app
from pqrs.web.words import words

SEE_OTHER: Final = 303
ATTACH: Final = "counter.attach"


class SendForm(PageForm):
    """The button, with the token that makes a second press harmless; and one scanned document.

    `seen`: the print of what was read to the person.
    """

    token = HiddenField()
    seen = HiddenField()
    file = FileField(_l("Escanee o fotografíe un documento"))


@dataclass(frozen=True)
class SaidRow:
    """What was written, and what it is called."""

    label: str
    value: str


@dataclass(frozen=True)
class ReadBackPage:
    """All of it, to be read aloud. `accept`: what the browser offers to choose."""

    sheet: str
    rows: tuple[SaidRow, ...]
    files: tuple[ShownFile, ...]
    may_add: bool
    missing: tuple[str, ...]
    is_urgent: bool
    is_spoken: bool
    accept: str = ",".join(("image/*", *(f".{ending}" for ending in EXTENSIONS)))


@counter.before_request
def allow_files() -> None:
    """Requests may be large at this one address, before anything of them is read."""
    if request.endpoint == ATTACH:
        request.max_content_length = LARGEST_REQUEST


@counter.get("/ventanilla/radicar/revise")
@may(Permission.FILE_FOR_SOMEONE)
def read_back() -> ResponseReturnValue:
    """What will be filed; the page itself while something is still to be corrected."""
    draft = the_draft()
    checked = ready(draft)
    return show(draft, checked, SendForm()) if checked else back_to_the_page(draft)


def ready(draft: TypedDraft) -> Checked | None:
    """What may be read and filed; None when it was filed, or something has to be written first."""
    is_written = draft.answers.get("text") and not draft.number
    return check(draft.answers) if is_written else None


@counter.post("/ventanilla/radicar/adjuntos")
@may(Permission.FILE_FOR_SOMEONE)
def attach() -> ResponseReturnValue:
    """One file more, or one less; what was written is not in this form and cannot be lost."""
    draft, form = the_draft(), SendForm()
    is_ours = form.validate_on_submit()
    checked = ready(draft)
    if checked is None:
        return back_to_the_page(draft)
    if is_ours and "drop" in request.form:
        detach_from_draft(db.session(), draft.token, request.form["drop"], now())
    elif is_ours:
        take_file(form, draft)
    if form.errors:
        return show(draft, checked, form)
    here = url_for("counter.read_back", _anchor="documentos", hoja=sheet_of(draft.token))
    return redirect(here, SEE_OTHER)


@counter.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> ResponseReturnValue:
    """The review again, with the reason; what was written is not in that form."""
    draft = draft_in_address()
    checked = ready(draft) if request.endpoint == ATTACH else None
    if checked is None:
        return error_page(TOO_LARGE)
    form = SendForm(formdata=None)
    form.refuse("file", str(FAULTS[FileFault.TOO_LARGE]))
    answer = show(draft, checked, form, TOO_LARGE)
    drain()
    return answer


@counter.post("/ventanilla/radicar/enviar")
@may(Permission.FILE_FOR_SOMEONE)
def send() -> ResponseReturnValue:
    """File it. The same form sent twice gives the same number and code."""
    draft, form = the_draft(), SendForm()
    is_ours = form.validate_on_submit()
    if is_ours and draft.number:
        remember_handed(draft.number, draft.token)
        return redirect(url_for("counter.handed_over"), SEE_OTHER)
    checked = ready(draft)
    if checked is None:
        return back_to_the_page(draft)
    if is_ours and form.seen.data != print_of(draft):
        form.refuse("", _("Cambió después de leérselo. Léalo otra vez antes de radicar."))
    if form.errors:
        return show(draft, checked, form)
    number = file_it(draft, checked)
    remember_handed(number, draft.token)
    return redirect(url_for("counter.handed_over"), SEE_OTHER)


def file_it(draft: TypedDraft, checked: Checked) -> str:
    """The number it got; the one it had, when two presses met."""
    clerk = Actor("official", the_viewer().viewer.official_id)
    try:
        filed = file_petition(
            db.session(),
            counter_filing(checked, draft.answers, draft.files),
            token=draft.token,
            office=the_app().office,
            actor=clerk,
        )
    except AlreadyFiledError as earlier:
        return earlier.number
    erase_draft(db.session(), draft.token)
    return filed.number


def take_file(form: SendForm, draft: TypedDraft) -> None:
    """Check and keep the bytes, and only then write of them; a refusal goes onto the form."""
    office, upload = the_app().office, form.file.data
    if upload is None:
        form.refuse("file", str(FAULTS[FileFault.NOTHING]))
        return
    try:
        refuse_more(draft.files)
        name = nameless(upload.filename) if is_careful(draft.answers) else upload.filename
        file = take_in(office.files, office.antivirus, upload.stream, name)
        attach_to_draft(db.session(), draft.token, file, now())
    except FileRefusal as refusal:
        form.refuse("file", str(FAULTS[refusal.fault]))


def back_to_the_page(draft: TypedDraft) -> ResponseReturnValue:
    """Where it is written; to the paper of what was just filed, when the browser went back."""
    if draft.number and draft.number == session.get(HANDED_KEY, {}).get("number"):
        return redirect(url_for("counter.handed_over"), SEE_OTHER)
    if draft.number:
        flash(_("Esa petición ya se radicó: es la %(number)s.", number=draft.number))
        return redirect(url_for("counter.take_down"), SEE_OTHER)
    return redirect(url_for("counter.take_down", hoja=sheet_of(draft.token)), SEE_OTHER)


def show(
    draft: TypedDraft, checked: Checked, form: SendForm, status: int | None = None
) -> Response:
    """The page; its form carries the token of the draft, and the print of what it shows."""
    form.token.data, form.seen.data = draft.token, print_of(draft)
    values = {**checked.values, "files": draft.files}
    data = ReadBackPage(
        sheet=sheet_of(draft.token),
        rows=tuple(SaidRow(*pair) for pair in (*how_rows(draft.answers), *said_rows(values))),
        files=show_files(draft.files),
        may_add=len(draft.files) < MOST_FILES,
        missing=missing_of(checked, draft.files),
        is_urgent=is_urgent(draft.answers),
        is_spoken=values["manner"] == SPOKEN,
    )
    return page("counter/read_back.html", data, form, status)


def how_rows(answers: Mapping[str, Any]) -> Pairs:
    """How it came, when, and in which language."""
    form = as_form(answers)
    form.validate()
    values = form.values()
    found = [(_("Cómo llegó"), str(words.of(Channel(values["channel"]))))]
    if values["manner"] == SPOKEN:
        tongue = Tongue(values["tongue"] or Tongue.SPANISH)
        said = values["other_tongue"] if tongue is Tongue.OTHER else ""
        found.append((_("La dijo en"), said or str(words.of(tongue))))
    else:
        found.append((_("Cómo la presentó"), _("Por escrito")))
    if values["manner"] == SPOKEN and values.get("interpreter"):
        found.append((_("La pasó al español"), values["interpreter"]))
    at, posted_on = form.received_at(), values["posted_on"]
    found += [(_("Llegó"), moment(at))] if at else []
    found += [(_("Por qué se radica después"), values["why_late"])] if at else []
    return found + ([(_("Matasellos"), weekday_date(posted_on))] if posted_on else [])


def said_rows(values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """What the person said, in the order in which it is read to them, without what was not."""
    anonymous = values["identity"] == IdentityLevel.ANONYMOUS
    yield from text_rows(values)
    yield from ((label, value) for label, value in subject_rows(values) if value)
    yield from kind_rows(values)
    yield from topic_rows(values)
    yield from ((label, value) for label, value in place_rows(values) if value)
    yield from ((label, value) for label, value in involved_rows(values) if value)
    yield from identity_rows(values)
    if not anonymous:
        yield from person_rows(values) if has_own_page(values) else ()
        yield from reply_rows(values)
    yield from ((label, value) for label, value in handed_rows(values) if value)


def subject_rows(values: Mapping[str, Any]) -> Pairs:
    """In a line, when somebody wrote one."""
    return [(_("Asunto"), values["subject"])]


def handed_rows(values: Mapping[str, Any]) -> Pairs:
    """What came with it, and what was answered at once."""
    return [
        (_("Documentos que entrega"), values["brought"]),
        *(file_rows(values) if values["files"] else []),
        (_("Lo que se le respondió"), values["answered"]),
    ]
