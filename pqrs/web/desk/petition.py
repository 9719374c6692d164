"""The case on one screen: the citizen's words, the answer, the due date and why, the acts."""

from dataclasses import dataclass
from typing import Final

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.law import Delivered, Phase, lawful, local_day
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage, ReplyShown
from pqrs.web.answer_words import ShownAnswer
from pqrs.web.decision_words import DecisionShown, decision_shown
from pqrs.web.desk import desk
from pqrs.web.desk.case import (
    Happening,
    ShownCase,
    draft_mark,
    is_discreet,
    read_case,
    show,
)
from pqrs.web.desk.delivery_form import DeliveryForm
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.parts import ShownParts, insert_written, shown_parts
from pqrs.web.desk.published import insert_published, published_like
from pqrs.web.desk.received import insert_spoken
from pqrs.web.desk.reply_form import ReplyForm
from pqrs.web.desk.similar import ShownSimilar, similar_of
from pqrs.web.filters import moment
from pqrs.web.ics import DueDate, calendar_file
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

CONFLICT: Final = 409


@dataclass(frozen=True)
class Meanwhile:
    """What others did since this person's page was shown; `draft` when theirs is another one."""

    title: str
    happenings: tuple[Happening, ...]
    draft: str


@dataclass(frozen=True)
class PetitionPage:
    """The case, and what happened while the person was writing."""

    shown: ShownCase
    signed: str
    signed_sense: DecisionShown | None
    has_draft: bool
    delivery: DeliveryForm | None
    similar: ShownSimilar
    published: tuple[ShownAnswer, ...]
    parts: ShownParts | None
    list_url: str
    meanwhile: Meanwhile | None = None


@desk.get("/bandeja/<number>")
@may(Permission.READ_CASE)
def petition(number: str) -> ResponseReturnValue:
    """One case."""
    return show_petition(read_case(number), ReplyForm())


@desk.get("/bandeja/<number>/plazo.ics")
@may(Permission.READ_CASE)
def petition_ics(number: str) -> ResponseReturnValue:
    """Its due date for a calendar, which may be kept elsewhere: the number says enough."""
    case = read_case(number)
    home, due_on = url_for("desk.petition", number=case.number), case.standing.due_on
    if due_on is None:
        return redirect(home, 303)
    return calendar_file(
        DueDate(
            uid=f"{case.number}@bandeja",
            on=due_on,
            revised_at=case.standing.last_at,
            title=_("Vence el plazo para responder %(number)s", number=case.number),
            text=case.explanation.summary,
            url=the_app().settings.base_url.rstrip("/") + home,
        )
    )


def show_petition(
    case: CasePage,
    form: ReplyForm,
    *,
    meanwhile: Meanwhile | None = None,
    delivery: DeliveryForm | None = None,
    status: int | None = None,
) -> Response:
    """The page with this form: as it was typed, or with the draft in hand when nothing was."""
    is_draft = case.reply is not None and case.reply.signed_at is None
    form.suit(case, today())
    if form.body.raw_data is None and case.reply is not None and is_draft:
        form.begin(case.reply)
    insert_published(form)
    insert_spoken(case, form.body)
    insert_written(case, form)
    form.show(case)
    data = PetitionPage(
        shown=show(case),
        signed="" if case.reply is None or is_draft else case.reply.body,
        signed_sense=None if case.reply is None or is_draft else sense_of(case.reply),
        has_draft=is_draft and case.phase is not Phase.CLOSED,
        delivery=delivery_of(case, delivery),
        similar=similar_of(case),
        published=published_like(case),
        parts=shown_parts(case),
        list_url=list_url(case),
        meanwhile=meanwhile,
    )
    return page("desk/petition.html", data, form, status)


def list_url(case: CasePage) -> str:
    """Where this person found it: their queue, the parts of others' cases, or the intake desk."""
    viewer = the_viewer().viewer
    if is_allowed(Permission.CONTRIBUTE_PART, viewer, case.facts):
        return url_for("desk.queue", fase="partes")
    drafts = is_allowed(Permission.DRAFT_REPLY, viewer, case.facts)
    return url_for("desk.queue" if drafts else "desk.intake")


def sense_of(reply: ReplyShown) -> DecisionShown:
    """What an answer decides, as the person reads it after its words."""
    return decision_shown(reply.decision, reply.denial, reply.refers_to)


def delivery_of(case: CasePage, sent: DeliveryForm | None) -> DeliveryForm | None:
    """The form for what was signed and has not arrived, for who may say that it did."""
    arrived = any(isinstance(step.event, Delivered) for step in case.steps)
    may_say = is_allowed(Permission.RECORD_DELIVERY, the_viewer().viewer, case.facts)
    if arrived or not may_say or lawful.deliver(case.standing) is not None:
        return None
    form = sent or DeliveryForm(formdata=None)
    if sent is None:
        form.begin()
    form.show(case)
    return form


def show_conflict(case: CasePage, form: ReplyForm) -> Response:
    """409: what others did meanwhile beside what this person typed, which is kept."""
    seen = max(form.seen.data or 0, 0)
    another_draft = form.draft.data != draft_mark(case.reply) and case.reply is not None
    shown = show(case)
    newer = shown.happenings[: max(len(shown.happenings) - seen, 0)]
    meanwhile = Meanwhile(
        title=conflict_title(case, newer),
        happenings=newer,
        draft=case.reply.body if another_draft and case.reply else "",
    )
    return show_petition(case, form, meanwhile=meanwhile, status=CONFLICT)


def conflict_title(case: CasePage, newer: tuple[Happening, ...]) -> str:
    """Who changed the case, and when: by the day alone where the history has no hours."""
    if newer:
        who, at = newer[0].who, newer[0].event.at
    elif case.reply is not None:
        who, at = case.reply.drafted_by, case.reply.drafted_at
    else:
        return str(_("Este caso cambió. Revise antes de guardar."))
    return str(
        _(
            "%(who)s cambió este caso: %(when)s. Revise antes de guardar.",
            who=who or _("Otra persona"),
            when=moment(local_day(at) if is_discreet(case.facts) else at),
        )
    )
