"""`/radicar/revise` and `/radicar/enviar`: look at every answer, then file, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from flask import flash, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from sqlalchemy.orm import Session
from wtforms import HiddenField

from pqrs.acts.attach import attach_to_draft
from pqrs.acts.file_petition import AlreadyFiledError, file_petition
from pqrs.acts.save_draft import save_draft
from pqrs.app import afterwards, reading
from pqrs.extensions import db
from pqrs.law import Kind
from pqrs.models import by_number
from pqrs.office.automatic import Sum, looks_automatic, sum_for
from pqrs.outside.now import now, today
from pqrs.queries.alike import open_alike
from pqrs.queries.rush import is_rush
from pqrs.web.answer_words import ShownAnswer
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file import SEE_OTHER
from pqrs.web.citizen.file_draft import (
    DRAFT_KEY,
    Checked,
    TypedDraft,
    check,
    forget_draft,
    is_discreet,
    is_urgent,
    make_filing,
    report_lacks,
    the_draft,
)
from pqrs.web.citizen.file_form import TOKEN, new_draft_token, new_token
from pqrs.web.citizen.file_receipt import may_show_receipt, remember_receipt
from pqrs.web.citizen.file_similar import already_answered
from pqrs.web.citizen.file_steps import OTHER, ReplyForm, Step, steps_for
from pqrs.web.citizen.file_summary import Row, change_url, summary
from pqrs.web.citizen.report_form import is_report, whole_text
from pqrs.web.crowd import files_too_much, note_filing
from pqrs.web.file_words import ShownFile, show_files
from pqrs.web.forms import AtMost, Email, OneLine, PageForm
from pqrs.web.pages import page, the_app

TEMPLATE = "citizen/file_review.html"
CONFLICT = 409


class SendForm(PageForm):
    """The button, with the token that makes a second press harmless.

    `website` is seen by machines alone; `answer` is asked for only when something looks automatic.
    """

    token = HiddenField()
    website = OneLine(_l("Deje este campo en blanco"))
    answer = OneLine(_l("Escriba el resultado con números"), [AtMost(20)])


@dataclass(frozen=True)
class ReviewPage:
    """Every answer. `mail_meant`: the address probably meant, when it looks misspelt.

    `asked`: what a person can add and most machines do not. `alike`: more than how many ask for
    the same.
    """

    rows: tuple[Row, ...]
    files: tuple[ShownFile, ...]
    missing: tuple[str, ...]
    back_url: str
    mail_url: str
    mail_meant: str = ""
    asked: Sum | None = None
    alike: int = 0
    is_urgent: bool = False
    is_discreet: bool = False
    is_report: bool = False
    lacking: tuple[str, ...] = ()
    answered: tuple[ShownAnswer, ...] = ()


@dataclass(frozen=True)
class AgainPage:
    """The same form sent with other words: the number it got, and when."""

    number: str
    filed_at: datetime


@citizen.get("/radicar/revise")
def review() -> ResponseReturnValue:
    """The summary. Who already filed and pressed "back" sees the receipt again."""
    draft = the_draft()
    if not draft.token and may_show_receipt():
        return redirect(url_for("citizen.receipt"), SEE_OTHER)
    checked = check(draft.answers)
    if checked.stuck is not None:
        return ask_missing(checked.stuck)
    return show_review(draft, checked, SendForm())


@citizen.post("/radicar/enviar")
def send() -> ResponseReturnValue:
    """File it. The same form sent twice gives the same number and code."""
    draft = the_draft()
    form = SendForm()
    is_ours = form.validate_on_submit()
    checked = check(draft.answers)
    if checked.stuck is not None:
        return ask_missing(checked.stuck)
    doubtful, many = (
        looks_automatic(whole_text(checked.values), form.website.data),
        files_too_much(),
    )
    if not is_ours:
        return show_review(draft, checked, form)
    if needs_answer(draft.token, form, doubtful=doubtful or many):
        return show_review(draft, checked, form, sum_for(draft.token))
    # Of who may be in fear nothing is kept that follows from an address, not even a doubt.
    doubtful = doubtful or (many and not is_discreet(draft.answers))
    try:
        filed = file_petition(
            db.session(),
            make_filing(checked, draft.files, is_doubtful=doubtful),
            token=draft.token,
            office=the_app().office,
        )
    except AlreadyFiledError as earlier:
        return show_earlier(earlier.number, draft, form)
    if doubtful:
        flash(_("Su petición quedó recibida y la revisará una persona."))
    note_filing()
    remember_receipt(filed.number, draft.token)
    forget_draft(draft.token)
    return redirect(url_for("citizen.receipt"), SEE_OTHER)


@citizen.post("/radicar/otra")
def file_another() -> ResponseReturnValue:
    """Go on with the same answers as another petition."""
    draft = the_draft()
    if not PageForm().validate_on_submit() or not TOKEN.fullmatch(request.form.get("token", "")):
        return redirect(url_for("citizen.file"), SEE_OTHER)
    reports, moment = is_report(draft.answers), now()
    token = new_token() if reports else new_draft_token(the_app().office.code_key)
    session[DRAFT_KEY] = token

    def copy(writing: Session) -> None:
        save_draft(writing, token, dict(draft.answers), moment)
        for file in draft.files:
            attach_to_draft(writing, token, file, moment)

    afterwards(copy, needed=True)
    return redirect(url_for("citizen.review"), SEE_OTHER)


def ask_missing(stuck: Step) -> ResponseReturnValue:
    """Lead to the question that has no answer yet."""
    flash(_("Falta un paso antes de enviar."))
    return redirect(url_for(f"citizen.{stuck.name}"), SEE_OTHER)


def show_earlier(number: str, draft: TypedDraft, form: SendForm) -> ResponseReturnValue:
    """Nothing was filed now: what was, and the way to file the new words too."""
    petition = by_number(db.session(), number)
    assert petition is not None  # noqa: S101  the act has just named it
    form.token.data = draft.token
    return page("citizen/file_again.html", AgainPage(number, petition.filed_at), form, CONFLICT)


@reading()
def needs_answer(token: str, form: SendForm, *, doubtful: bool) -> bool:
    """Whether a machine may be sending this and nobody has answered yet; then it is asked."""
    if not doubtful and not is_rush(db.session(), now()):
        return False
    if sum_for(token).is_right(form.answer.data):
        return False
    form.answer.flags.required = True
    form.refuse("answer", _("Escriba el resultado de la suma, con números."))
    return True


def show_review(
    draft: TypedDraft, checked: Checked, form: SendForm, asked: Sum | None = None
) -> ResponseReturnValue:
    """The page of the summary; its form carries the token of the draft."""
    form.token.data = draft.token
    data = ReviewPage(
        rows=tuple(summary(draft.answers, {**checked.values, "files": draft.files})),
        files=show_files(draft.files),
        missing=checked.missing,
        back_url=url_for(f"citizen.{steps_for(draft.answers)[-1].name}"),
        mail_url=change_url("file_reply"),
        mail_meant=mail_meant(draft.answers),
        asked=asked,
        alike=alike(checked.values),
        is_urgent=is_urgent(draft.answers),
        is_discreet=is_discreet(draft.answers),
        is_report=is_report(draft.answers),
        lacking=report_lacks(checked, draft.files),
        answered=already_answered(draft.answers, (checked.values["topic"] or "",), "revise"),
    )
    return page(TEMPLATE, data, form)


def alike(values: Mapping[str, Any]) -> int:
    """More than how many ask for the same nearby; 0 when too few to say, or nobody's business."""
    if values["kind"] == Kind.REPORT or values["topic"] == OTHER:
        return 0
    area = the_app().office.pack.area_of(values["place"] or None)
    return open_alike(db.session(), values["topic"], area, today())


def mail_meant(answers: Mapping[str, Any]) -> str:
    """The address to offer in place of one that looks misspelt."""
    mail = ReplyForm.from_draft(answers)["email"]
    return mail.suggestion if isinstance(mail, Email) else ""
