"""`/radicar/revise` and `/radicar/enviar`: look at every answer, then file, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from pqrs.acts.file_petition import AlreadyFiledError, file_petition
from pqrs.acts.save_draft import erase_draft
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import IdentityLevel, Kind
from pqrs.office.automatic import Sum, looks_automatic, sum_for
from pqrs.outside.now import now, today
from pqrs.queries.alike import open_alike
from pqrs.queries.rush import is_rush
from pqrs.web.answer_words import ShownAnswer
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file import SEE_OTHER
from pqrs.web.citizen.file_again import show_earlier
from pqrs.web.citizen.file_draft import (
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
from pqrs.web.citizen.file_path import steps_for
from pqrs.web.citizen.file_receipt import may_show_receipt, remember_receipt
from pqrs.web.citizen.file_reply import ReplyForm
from pqrs.web.citizen.file_similar import already_answered
from pqrs.web.citizen.file_steps import OTHER, Step
from pqrs.web.citizen.file_summary import Row, change_url, summary
from pqrs.web.citizen.report_form import is_report, whole_text
from pqrs.web.crowd import files_too_much, note_filing
from pqrs.web.file_words import ShownFile, show_files
from pqrs.web.forms import AtMost, Email, OneLine, PageForm
from pqrs.web.pages import page, the_app

TEMPLATE = "citizen/file_review.html"


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
    is_anonymous: bool = False
    lacking: tuple[str, ...] = ()
    answered: tuple[ShownAnswer, ...] = ()


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
    if draft.number and not draft.answers.get("text"):
        return show_filed(draft, is_ours=is_ours)
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
        return show_earlier(earlier.number, draft)
    if doubtful:
        flash(_("Su petición quedó recibida y la revisará una persona."))
    erase_draft(db.session(), draft.token)
    note_filing()
    remember_receipt(filed.number, draft.token)
    forget_draft(draft.token)
    return redirect(url_for("citizen.receipt"), SEE_OTHER)


def show_filed(draft: TypedDraft, *, is_ours: bool) -> ResponseReturnValue:
    """A second press, after the words went from the draft to the petition: the same receipt."""
    if not is_ours:
        return show_earlier(draft.number, draft)
    remember_receipt(draft.number, draft.token)
    return redirect(url_for("citizen.receipt"), SEE_OTHER)


def ask_missing(stuck: Step) -> ResponseReturnValue:
    """Lead to the question that has no answer yet."""
    flash(_("Falta un paso antes de enviar."))
    return redirect(url_for(f"citizen.{stuck.name}"), SEE_OTHER)


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
        is_anonymous=draft.answers.get("identity") == IdentityLevel.ANONYMOUS,
        lacking=report_lacks(checked, draft.files),
        answered=already_answered(draft.answers, (topic_of(checked.values),), "revise"),
    )
    return page(TEMPLATE, data, form)


def topic_of(values: Mapping[str, Any]) -> str:
    """The one read in the words, or the one chosen."""
    return values.get("topic_read") or values["topic"] or ""


def alike(values: Mapping[str, Any]) -> int:
    """More than how many ask for the same nearby; 0 when too few to say, or nobody's business."""
    topic = topic_of(values)
    if values["kind"] == Kind.REPORT or topic == OTHER:
        return 0
    area = the_app().office.pack.area_of(values["place"] or None)
    return open_alike(db.session(), topic, area, today())


def mail_meant(answers: Mapping[str, Any]) -> str:
    """The address to offer in place of one that looks misspelt."""
    mail = ReplyForm.from_draft(answers)["email"]
    return mail.suggestion if isinstance(mail, Email) else ""
