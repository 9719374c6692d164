"""`/seguimiento`: with number and code, where the case stands, and its answer."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask import Response, redirect, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.notify_appeal import open_appeal
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Event, Means, Priority
from pqrs.models import by_number
from pqrs.office import parse_number
from pqrs.office.access_code import read_code
from pqrs.office.automatic import Sum, sum_for
from pqrs.outside.now import now, today
from pqrs.outside.pdf import can_make_pdf
from pqrs.queries.case_readers import Reader, case_readers
from pqrs.queries.contests import case_contests
from pqrs.queries.lost_numbers import is_lost
from pqrs.queries.own_case import OwnCase, own_case
from pqrs.queries.tracking import Answer, Tracking, tracking
from pqrs.queries.turn import Turn, turn_of
from pqrs.web.citizen import citizen
from pqrs.web.citizen.case_words import (
    Progress,
    Responsible,
    body_name,
    may_keep_date,
    own_duties,
    progress_of,
    responsible_for,
)
from pqrs.web.citizen.evaluate_answer import evaluation_path
from pqrs.web.citizen.file_receipt import Proof, proof_of
from pqrs.web.citizen.opened import OPENED_KEY, opened_number, opens, remember_opened
from pqrs.web.citizen.own_files import forget_case
from pqrs.web.citizen.reception_words import TakenDownShown, taken_down_of
from pqrs.web.contest_words import ContestShown, contests_shown
from pqrs.web.decision_words import DecisionShown, decision_shown
from pqrs.web.duty_words import DutyRow
from pqrs.web.explained import Explained, explained
from pqrs.web.file_words import ShownFile, show_files
from pqrs.web.filters import local_day
from pqrs.web.forms import AtMost, Needed, OneLine, PageForm
from pqrs.web.pages import ErrorPage, error_page, page, the_app
from pqrs.web.throttle import is_storm, minutes_to_wait, note_wrong_code, target_of
from pqrs.web.words import words

SEE_OTHER: Final = 303
TOO_MANY: Final = 429
NO_CODE: Final = "0" * 12
"""Compared when there is nothing to compare, so that every refusal takes as long."""
NOT_FOUND: Final = _l(
    "No encontramos una petición con ese número y ese código. Revise los dos datos. "
    "El código tiene 12 letras y números."
)


class FollowForm(PageForm):
    """The two things on the receipt. What is wrong with them is never said apart."""

    number = OneLine(_l("Número de radicado"), [Needed(_l("Escriba el número.")), AtMost(60)])
    code = OneLine(_l("Código de acceso"), [Needed(_l("Escriba el código.")), AtMost(60)])
    answer = OneLine(_l("Escriba el resultado con números"), [AtMost(20)])


@dataclass(frozen=True)
class FollowPage:
    """`asked`: what a person can add and most machines do not, while somebody is trying codes."""

    asked: Sum | None = None


LOST: Final = _l(
    "Ese número sí lo dimos, pero la petición se perdió en un daño de nuestro sistema. La culpa no "
    "es suya. Preséntela otra vez, aquí o en la ventanilla, y muestre su constancia: prueba el día "
    "en que la presentó."
)


@dataclass(frozen=True)
class Happening:
    """One event of the timeline. The day alone: an hour could give away who was where."""

    title: str
    at: date
    event: Event


@dataclass(frozen=True)
class CasePage:
    """One case for its petitioner, with the words and addresses of its page.

    `proof`: of its filing, None once its words are kept no more. `answer_pdf_url`: "" where no PDF
    can be made. `turn`: None when no department has to answer it next. `has_zip`: it has files.
    `keep_of`: tells one kept copy from another without its number. `taken_down`: by an official.
    """

    case: Tracking
    progress: Progress
    events: tuple[Happening, ...]
    responsible: Responsible
    bodies: dict[str, str]
    days_late: int
    is_urgent: bool
    evaluation_url: str
    duties: tuple[DutyRow, ...]
    calendar_url: str
    files: tuple[ShownFile, ...]
    sense: DecisionShown | None
    own: OwnCase
    why: Explained
    proof: Proof | None
    answer_pdf_url: str
    turn: Turn | None
    readers: tuple[Reader, ...]
    has_zip: bool
    contests: tuple[ContestShown, ...]
    keep_of: str
    taken_down: TakenDownShown | None

    @property
    def may_keep(self) -> bool:
        """Whether a copy on the phone is offered: never of a report, nor of who gave no name."""
        return not self.case.is_discreet


@citizen.get("/seguimiento")
def follow() -> ResponseReturnValue:
    """The case this browser opened, or the question for number and code."""
    number = opened_number()
    if number is None:
        return page("citizen/follow.html", FollowPage(), FollowForm())
    return page("citizen/follow_case.html", case_page(number), PageForm())


@citizen.post("/seguimiento")
def open_case() -> ResponseReturnValue:
    """The right code always opens; wrong ones make the next wrong one wait."""
    form = FollowForm()
    if not form.validate_on_submit():
        return page("citizen/follow.html", FollowPage(), form)
    asked = sum_for(form.number.data) if is_storm() else None
    if asked and not asked.is_right(form.answer.data):
        form.answer.flags.required = True
        form.refuse("answer", _("Escriba el resultado de la suma, con números."))
        return page("citizen/follow.html", FollowPage(asked), form)
    number, code = parse_number(form.number.data), read_code(form.code.data)
    target = target_of("petition", str(number))
    minutes = minutes_to_wait(target)
    if opens(str(number), code or NO_CODE) and code is not None:
        remember_opened(str(number))
        return redirect(url_for("citizen.follow"), SEE_OTHER)
    if number is not None and was_lost(str(number)):
        form.refuse("", LOST)
        return page("citizen/follow.html", FollowPage(asked), form)
    if number is not None and code is not None:
        if minutes:
            return wait(minutes)
        note_wrong_code(target)
    form.refuse("", NOT_FOUND)
    return page("citizen/follow.html", FollowPage(asked), form)


def was_lost(number: str) -> bool:
    """Without taking the lock: a wrong number is asked of all day long."""
    with reading():
        return is_lost(db.session(), number)


@citizen.post("/seguimiento/respuesta")
def open_answer() -> ResponseReturnValue:
    """Opening the answer, what ended the case without one, or what was decided of a recurso.

    Recorded once, by a press and never by a look.
    """
    number = opened_number()
    if number is not None and PageForm().validate_on_submit():
        petition = by_number(db.session(), number, for_change=True)
        if petition is not None:
            office = the_app().office
            confirm_delivery(db.session(), petition, means=Means.OPENED, office=office)
            open_appeal(db.session(), petition, office=office)
    return redirect(url_for("citizen.follow", _anchor="respuesta"), SEE_OTHER)


@citizen.post("/seguimiento/salir")
def close_case() -> ResponseReturnValue:
    """Forget the case on this device."""
    if PageForm().validate_on_submit():
        session.pop(OPENED_KEY, None)
        session.pop("receipt", None)
        forget_case()
    return redirect(url_for("citizen.follow"), SEE_OTHER)


def wait(minutes: int) -> Response:
    """Too many wrong codes for this number."""
    response = error_page(TOO_MANY, ErrorPage(minutes=minutes))
    response.headers["Retry-After"] = str(minutes * 60)
    return response


def case_page(number: str) -> CasePage:
    """The case, with its words chosen."""
    case = tracking(db.session(), number, today=today())
    return CasePage(
        case=case,
        progress=progress_of(case),
        events=tuple(map(happening, case.timeline)),
        responsible=responsible_for(case),
        bodies={code: body_name(code) for code in the_app().office.pack.departments_by_code},
        days_late=days_late(case),
        is_urgent=case.priority is Priority.URGENT,
        evaluation_url=evaluation_path(number),
        duties=own_duties(number),
        calendar_url=url_for("citizen.follow_ics") if may_keep_date(case) else "",
        files=show_files(case.documents, lambda place: url_for("citizen.document", place=place)),
        sense=sense_of(case.answer),
        own=own_case_of(number),
        why=explained(case.explanation),
        proof=proof_of(number, "citizen.follow_pdf"),
        answer_pdf_url=url_for("citizen.answer_pdf") if case.answer and can_make_pdf() else "",
        turn=turn_of(db.session(), number),
        readers=case_readers(db.session(), number),
        keep_of=target_of("kept", number)[:16],
        has_zip=any(file.status.may_be_read for file in case.documents),
        contests=contests_shown(case_contests(db.session(), number, today=today()), today()),
        taken_down=taken_down_of(number),
    )


def own_case_of(number: str) -> OwnCase:
    """What its petitioner may do now."""
    found = own_case(db.session(), number, at=now(), pack=the_app().office.pack)
    if found is None:
        raise LookupError(number)
    return found


def sense_of(answer: Answer | None) -> DecisionShown | None:
    """What the answer decides, after its words: why not, and what remains to be done."""
    if answer is None:
        return None
    return decision_shown(answer.decision, answer.denial, answer.refers_to)


def happening(event: Event) -> Happening:
    """An event by its name in daily words."""
    return Happening(str(words.event(event)), local_day(event.at), event)


def days_late(case: Tracking) -> int:
    """Calendar days since the due date of a case that is late; 0 for any other."""
    return (today() - case.due_on).days if case.is_late and case.due_on else 0
