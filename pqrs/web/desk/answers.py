"""`/bandeja/respuestas`: answers that wait for a second person, those to be read again, and one."""

from dataclasses import dataclass
from typing import Final

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.decide_answer import (
    DecidedAnswerError,
    UnknownAnswerError,
    decide_answer,
    withdraw_answer,
)
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.models import AnswerStatus
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.answer_desk import Desk, DeskAnswer, desk_answer, desk_answers
from pqrs.web.answer_words import body_words, topic_words
from pqrs.web.desk import desk
from pqrs.web.desk.answer_form import LOOKED, LookedForm
from pqrs.web.desk.giveaway_words import Marked, mark
from pqrs.web.forms import AtMost, Choices, LongText, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app
from pqrs.web.typed_text import whole_number

CONFLICT: Final = 409
SEE_OTHER: Final = 303
LONGEST_REASON: Final = 1_000
DIGITS: Final = 4
APPROVE, REFUSE, WITHDRAW = "approve", "refuse", "withdraw"
TONES: Final = {
    AnswerStatus.PROPOSED: "warn",
    AnswerStatus.PUBLISHED: "good",
    AnswerStatus.REFUSED: "quiet",
    AnswerStatus.WITHDRAWN: "quiet",
}


class DecideAnswerForm(LookedForm):
    """Needed to refuse or to withdraw; whoever withdraws looks at it as at an answer."""

    reason = LongText(_l("Si no la aprueba, ¿por qué?"), [AtMost(LONGEST_REASON)])
    looked = Choices(
        _l("Antes de retirarla"),
        choices=[SelectChoice(LOOKED, _l("Lo leí: no dice quién es nadie"))],
    )

    def said(self) -> str:
        """The reason."""
        return self.reason.data or ""


@dataclass(frozen=True)
class AnswerLine:
    """One row: `again_url` for who may propose other words."""

    one: DeskAnswer
    url: str
    about: str
    body: str
    tone: str
    again_url: str


@dataclass(frozen=True)
class DeskAnswersPage:
    """`decides`: the supervisor, who sees those of every department."""

    waiting: tuple[AnswerLine, ...]
    due: tuple[AnswerLine, ...]
    published: tuple[AnswerLine, ...]
    ended: tuple[AnswerLine, ...]
    decides: bool
    proposes: bool
    previous_url: str
    next_url: str


@dataclass(frozen=True)
class DeskAnswerPage:
    """`changed`: somebody decided it while this person was reading. `public_url`: its address.

    `reason`: the typed one, marked, when it says or may say who somebody is.
    """

    line: AnswerLine
    marked: Marked
    reason: Marked | None
    place: str
    may_decide: bool
    may_withdraw: bool
    public_url: str
    changed: bool = False


@desk.get("/bandeja/respuestas")
@may(Permission.SEE_ANSWERS)
def show_desk_answers() -> ResponseReturnValue:
    """What waits first, then what is due, then a page of the rest."""
    viewer = the_viewer().viewer
    number = whole_number(request.args.get("pagina", ""), DIGITS) or 1
    found = desk_answers(db.session(), the_desk(), number)
    home = "desk.show_desk_answers"
    data = DeskAnswersPage(
        waiting=tuple(map(line_of, found.waiting)),
        due=tuple(map(line_of, found.due)),
        published=tuple(map(line_of, found.published)),
        ended=tuple(map(line_of, found.ended)),
        decides=allowed(Permission.PUBLISH_ANSWER, viewer),
        proposes=allowed(Permission.PROPOSE_ANSWER, viewer),
        previous_url=url_for(home, pagina=number - 1) if number > 1 else "",
        next_url=url_for(home, pagina=number + 1) if found.has_more else "",
    )
    return page("desk/answers.html", data)


@desk.get("/bandeja/respuestas/<int(max=999999999):answer_id>")
@may(Permission.SEE_ANSWERS)
def desk_answer_page(answer_id: int) -> ResponseReturnValue:
    """One, with what it might give away marked."""
    return show_one(answer_id, DecideAnswerForm())


@desk.post("/bandeja/respuestas/<int(max=999999999):answer_id>")
@may(Permission.PUBLISH_ANSWER)
def press_answer(answer_id: int) -> ResponseReturnValue:
    """Approve, refuse or withdraw; a second press changes nothing."""
    form = DecideAnswerForm()
    pressed = request.form.get("decision", "")
    if not form.validate_on_submit():
        return show_one(answer_id, form)
    if pressed not in {APPROVE, REFUSE, WITHDRAW}:
        form.refuse("", _("Elija qué hacer."))
        return show_one(answer_id, form)
    try:
        said = do(answer_id, pressed, form)
    except UnknownAnswerError:
        abort(404)
    except DecidedAnswerError:
        return show_one(answer_id, form, CONFLICT, changed=True)
    except Refusal as refusal:
        form.refuse(field_of(refusal, pressed), str(refusal))
        return show_one(answer_id, form, CONFLICT)
    flash(said)
    return redirect(url_for("desk.show_desk_answers"), SEE_OTHER)


def field_of(refusal: Refusal, pressed: str) -> str:
    """Where it is told; what an answer itself gives away is of no field here."""
    if refusal.rule == "answer_not_looked" and pressed == WITHDRAW:
        return "looked"
    is_of_reason = refusal.rule in {"rule_refusal_reason", "answer_reason"}
    return "reason" if is_of_reason or pressed == WITHDRAW else ""


def the_desk() -> Desk:
    """Who looks, today."""
    return Desk(the_viewer().viewer, today(), the_app().office.pack)


def do(answer_id: int, pressed: str, form: DecideAnswerForm) -> str:
    """The act behind a press, and what to say of it."""
    reason = form.reason.data
    session, viewer, office = db.session(), the_viewer().viewer, the_app().office
    if pressed == WITHDRAW:
        found = desk_answer(session, answer_id, the_desk())
        doubtful = bool(found and mark(reason, found.person).doubtful)
        looked = form.has_looked(doubtful=doubtful)
        withdraw_answer(session, answer_id, reason, viewer=viewer, office=office, looked=looked)
        return str(_("Retiró la respuesta. Su dirección dice por qué."))
    decide_answer(
        session,
        answer_id,
        approve=pressed == APPROVE,
        reason=reason,
        viewer=viewer,
        office=office,
    )
    return str(_("Quedó publicada.") if pressed == APPROVE else _("No la aprobó."))


def show_one(
    answer_id: int, form: DecideAnswerForm, status: int | None = None, *, changed: bool = False
) -> Response:
    """As it stands now; another department's is nobody else's but the supervisor's."""
    with reading():
        found = desk_answer(db.session(), answer_id, the_desk())
    decides = allowed(Permission.PUBLISH_ANSWER, the_viewer().viewer)
    if found is None or not (decides or the_desk().owns(found)):
        abort(404)
    pack = the_app().office.pack
    may_withdraw = decides and found.status is AnswerStatus.PUBLISHED
    reason = mark(form.reason.data or "", found.person) if may_withdraw else None
    form.reason.flags.required = True  # of the press that needs it, as its label says
    if may_withdraw:
        form.reason.label.text = _("¿Por qué la retira?")
    form.show()
    if reason is None or not (reason.doubtful or found.is_of_case):
        del form.looked
    is_public = found.status in {AnswerStatus.PUBLISHED, AnswerStatus.WITHDRAWN}
    data = DeskAnswerPage(
        line=line_of(found),
        marked=mark(f"{found.question}\n\n{found.answer}", found.person),
        place=next((one.name for one in pack.places if one.code == found.place), ""),
        reason=reason if reason and (reason.doubtful or reason.sure) else None,
        may_decide=decides and found.status is AnswerStatus.PROPOSED,
        may_withdraw=may_withdraw,
        public_url=url_for("public.show_one_answer", answer_id=found.id) if is_public else "",
        changed=changed,
    )
    return page("desk/answer.html", data, form, status)


def line_of(one: DeskAnswer) -> AnswerLine:
    """In words; whoever answers for it may propose others, unless its case is no source now."""
    pack, again = the_app().office.pack, ""
    if the_desk().owns(one) and one.is_fit and one.status is not AnswerStatus.PROPOSED:
        again = (
            url_for("desk.ask_publication", number=one.number, de=one.id)
            if one.number
            else url_for("desk.ask_answer", de=one.id)
        )
    return AnswerLine(
        one=one,
        url=url_for("desk.desk_answer_page", answer_id=one.id),
        about=topic_words(pack, one.topic),
        body=body_words(pack, one.department),
        tone=TONES[one.status],
        again_url=again,
    )
