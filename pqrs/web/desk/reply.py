"""The answer: written by an official, looked at as the citizen will see it, signed by the head."""

from dataclasses import dataclass

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.draft_reply import draft_reply
from pqrs.acts.open_case import StaleError
from pqrs.acts.reply import NothingToSignError
from pqrs.acts.reply import reply as sign
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.decision_words import DecisionShown
from pqrs.web.desk import desk
from pqrs.web.desk.case import CaseForm, ShownCase, read_case, show
from pqrs.web.desk.parts import missing_in
from pqrs.web.desk.petition import CONFLICT, sense_of, show_conflict, show_petition
from pqrs.web.desk.reply_form import ReplyForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app


@dataclass(frozen=True)
class ReplyPage:
    """The draft as the citizen will see it. `says_stale`: it is not what the person had read."""

    shown: ShownCase
    body: str
    sense: DecisionShown | None
    greeting: str
    missing: tuple[str, ...]
    changed: bool = False


@desk.post("/bandeja/<number>/respuesta")
@may(Permission.DRAFT_REPLY)
def save_draft(number: str) -> ResponseReturnValue:
    """Keep the draft and show it; whatever goes wrong, what was typed stays in the page."""
    form = ReplyForm()
    case = read_case(number)
    form.suit(case, today())
    if not form.validate_on_submit():
        return show_petition(case, form)
    try:
        draft_reply(
            db.session(),
            number=case.number,
            body=form.body.data,
            decision=form.sense(),
            denial=form.denial(),
            refers_to=form.earlier_number(),
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            draft_seen=form.draft.data or "",
            office=the_app().office,
        )
    except StaleError:
        return show_conflict(read_case(number), form)
    except Refusal as refusal:
        form.refuse("", str(refusal))
        return show_petition(case, form, status=CONFLICT)
    return redirect(url_for("desk.reply", number=case.number), 303)


@desk.get("/bandeja/<number>/respuesta")
@may(Permission.DRAFT_REPLY)
def reply(number: str) -> ResponseReturnValue:
    """The draft as the citizen will see it; without one, the case, where it is written."""
    case = read_case(number)
    if case.reply is None or case.reply.signed_at is not None:
        return redirect(url_for("desk.petition", number=case.number), 303)
    form = CaseForm()
    form.show(case)
    return page("desk/reply.html", reply_page(case), form)


@desk.post("/bandeja/<number>/firmar")
@may(Permission.SIGN_REPLY)
def sign_reply(number: str) -> ResponseReturnValue:
    """Sign exactly what was read: another draft, or another event, is shown before signing it."""
    form = CaseForm()
    is_good = form.validate_on_submit()
    case = read_case(number)
    if not is_good:
        form.show(case)
        return page("desk/reply.html", reply_page(case), form)
    try:
        signed = sign(
            db.session(),
            number=case.number,
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            draft_seen=form.draft.data or "",
            office=the_app().office,
        )
    except (StaleError, NothingToSignError):
        return show_changed(read_case(number), form)
    except Refusal as refusal:
        form.refuse("", str(refusal))
        form.show(case)
        return page("desk/reply.html", reply_page(case), form, CONFLICT)
    flash(
        _(
            "Firmó la respuesta %(letter)s. Ya se le avisa a la persona.",
            letter=signed.letter_number,
        )
    )
    return redirect(url_for("desk.petition", number=case.number), 303)


def show_changed(case: CasePage, form: CaseForm) -> ResponseReturnValue:
    """409: the answer as it stands now, to be read again; without a draft, the case."""
    if case.reply is None or case.reply.signed_at is not None:
        answer = ReplyForm(formdata=None)
        answer.seen.data, answer.draft.data = form.seen.data, form.draft.data
        return show_conflict(case, answer)
    form.show(case)
    return page("desk/reply.html", reply_page(case, changed=True), form, CONFLICT)


def reply_page(case: CasePage, *, changed: bool = False) -> ReplyPage:
    """The letter around the draft."""
    name = case.person.name if case.person else ""
    return ReplyPage(
        shown=show(case),
        body=case.reply.body if case.reply else "",
        sense=sense_of(case.reply) if case.reply else None,
        greeting=_("Señor(a) %(name)s", name=name) if name else _("Respetada persona"),
        missing=missing_in(case),
        changed=changed,
    )
