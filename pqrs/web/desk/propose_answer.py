"""«Publicar la respuesta»: an answer of general interest, from an answered case or from nothing."""

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final

from flask import Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.acts.propose_answer import PRIVACY, Wording, propose_answer
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office import Permission
from pqrs.office.personal_data import KnownPerson
from pqrs.outside.now import today
from pqrs.queries.answer_desk import AnswerSource, DeskAnswer, answer_source, desk_answer
from pqrs.web.desk import desk
from pqrs.web.desk.answer_form import LONGEST_QUESTION, AnswerForm
from pqrs.web.desk.answers import the_desk
from pqrs.web.desk.case import ShownCase, read_case, show
from pqrs.web.desk.giveaway_words import Marked, mark
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app
from pqrs.web.typed_text import whole_number

CONFLICT: Final = 409
SEE_OTHER: Final = 303
ONE_YEAR: Final = timedelta(days=365)
FIELDS: Final = {"answer_review_day": "review_by", "answer_not_looked": "looked"}
DIGITS: Final = 9


@dataclass(frozen=True)
class ProposeAnswerPage:
    """`shown`: the case beside the form; None for a frequent question. `refusal`: why not at all.

    `marked`: question and answer as they stand, with what they give away.
    """

    shown: ShownCase | None
    back_url: str
    marked: Marked
    refusal: str = ""
    replaces: bool = False


@desk.get("/bandeja/respuestas/nueva")
@may(Permission.PROPOSE_ANSWER)
def ask_answer() -> ResponseReturnValue:
    """A frequent question, or a new wording of an answer."""
    form, before = AnswerForm(), earlier()
    empty = Wording("", "", "", None, today() + ONE_YEAR)
    form.begin(wording_of(before) if before else empty)
    return show_form(form, None, before)


@desk.post("/bandeja/respuestas/nueva")
@may(Permission.PROPOSE_ANSWER)
def send_answer() -> ResponseReturnValue:
    """Leave it for the supervisor."""
    return send(None)


@desk.get("/bandeja/<number>/publicar")
@may(Permission.PROPOSE_ANSWER)
def ask_publication(number: str) -> ResponseReturnValue:
    """The words of the case and its answer, marked, to be put in general words."""
    shown, source = the_source(number)
    form, before = AnswerForm(), earlier()
    wording = wording_of(before) if before else wording_from(source)
    form.begin(wording)
    return show_form(form, (shown, source), before)


@desk.post("/bandeja/<number>/publicar")
@may(Permission.PROPOSE_ANSWER)
def send_publication(number: str) -> ResponseReturnValue:
    """The same, from a case."""
    return send(the_source(number))


Source = tuple[ShownCase, AnswerSource]


def send(source: Source | None) -> ResponseReturnValue:
    """Propose it, or show again what was typed with what to do."""
    form, before = AnswerForm(), earlier()
    form.offer()
    if not form.validate_on_submit():
        return show_form(form, source, before)
    doubtful = bool(marked_words(form, source, before).doubtful)
    try:
        propose_answer(
            db.session(),
            form.wording(),
            viewer=the_viewer().viewer,
            office=the_app().office,
            number=source[0].case.number if source else None,
            replaces=before.id if before else None,
            looked=form.has_looked(doubtful=doubtful),
        )
    except Refusal as refusal:
        form.refuse(FIELDS.get(refusal.rule, ""), str(refusal))
        return show_form(form, source, before, CONFLICT)
    flash(_("Propuso publicar la respuesta. La aprueba la supervisión."))
    return redirect(url_for("desk.show_desk_answers"), SEE_OTHER)


def show_form(
    form: AnswerForm, source: Source | None, before: DeskAnswer | None, status: int | None = None
) -> Response:
    """What is typed, marked as it stands; the tick where there is something to look at.

    Of a case there always is: a lone name or a story has no mark.
    """
    form.offer()
    form.show()
    shown, about = source or (None, None)
    marked = marked_words(form, source, before)
    is_of_case = source is not None or (before is not None and before.is_of_case)
    if not marked.doubtful and not is_of_case:
        del form.looked
    home = url_for("desk.show_desk_answers")
    is_refused = about is not None and not about.is_open
    data = ProposeAnswerPage(
        shown=shown,
        back_url=url_for("desk.petition", number=shown.case.number) if shown else home,
        marked=marked,
        refusal=str(Refusal("answer_source", PRIVACY)) if is_refused else "",
        replaces=before is not None,
    )
    return page("desk/propose_answer.html", data, form, status)


def marked_words(form: AnswerForm, source: Source | None, before: DeskAnswer | None) -> Marked:
    """Question and answer as they stand, with what they give away."""
    about = source[1] if source else before
    person = about.person if about else KnownPerson()
    return mark(f"{form.question.data or ''}\n\n{form.answer.data or ''}", person)


def the_source(number: str) -> Source:
    """The case, for who answers it."""
    case = read_case(number, Permission.PROPOSE_ANSWER)
    with reading():
        source = answer_source(db.session(), case.number, the_app().office.pack)
    if source is None:
        abort(404)
    return show(case), source


def wording_from(source: AnswerSource) -> Wording:
    """The first words of who asked, and the whole answer."""
    return Wording(
        question=source.question[:LONGEST_QUESTION].strip(),
        answer=source.answer,
        topic=source.topic or "",
        place=None,
        review_by=today() + ONE_YEAR,
    )


def earlier() -> DeskAnswer | None:
    """The answer of this department that is being put in other words: `?de=` in the address."""
    number = whole_number(request.args.get("de", ""), DIGITS)
    if number is None:
        return None
    with reading():
        found = desk_answer(db.session(), number, the_desk())
    return found if found and the_desk().owns(found) else None


def wording_of(before: DeskAnswer) -> Wording:
    """As it was; its last day is counted anew."""
    wording = Wording(before.question, before.answer, before.topic, before.place, before.review_by)
    return replace(wording, review_by=today() + ONE_YEAR)
