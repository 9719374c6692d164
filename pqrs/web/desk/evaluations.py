"""What people said of the department's attention. Nobody reads who said it, nor of which case."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.evaluation_review import MOST_OPEN, OpenReview, open_reviews
from pqrs.queries.evaluations import EvaluationRow, department_evaluations, missing_aspects
from pqrs.web.desk import desk
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.queue import Link, tabs
from pqrs.web.desk.queue_rows import DueWords, due_words, read_page
from pqrs.web.evaluation_words import NAMES, REASONS, SET_APART, TONES, WAYS
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app

YEAR = timedelta(days=365)


@dataclass(frozen=True)
class ShownReview:
    """A review that waits; `url` leads to it for who may answer it."""

    url: str
    reason: str
    due: DueWords
    about: OpenReview


@dataclass(frozen=True)
class ShownOpinion:
    """An opinion in words. `purpose` is empty for one that only says how it went."""

    row: EvaluationRow
    purpose: str
    tone: str
    way: str
    missing: tuple[str, ...]
    set_apart: str


@dataclass(frozen=True)
class EvaluationsPage:
    """What waits for a review, then one page of opinions, newest first.

    `bodies`: for who reads those of every department. `apart_url`: the ones set apart, for who may
    see them. `missing`: what people missed in the treatment this year, the most often first.
    """

    department: str
    tabs: tuple[Link, ...]
    bodies: tuple[Link, ...]
    reviews: tuple[ShownReview, ...]
    more_reviews: bool
    missing: tuple[tuple[str, int], ...]
    rows: tuple[ShownOpinion, ...]
    total: int
    apart: int
    shows_apart: bool
    apart_url: str
    posters_url: str
    page: int
    pages: int
    previous_url: str
    next_url: str


@desk.get("/bandeja/evaluaciones")
@may(Permission.READ_EVALUATIONS)
def evaluations() -> ResponseReturnValue:
    """The opinions on the own department, or on the one that internal control chose."""
    return page("desk/evaluations.html", evaluations_page(chosen_department()))


def evaluations_page(department: str) -> EvaluationsPage:
    """Everything of the page, as the address asks for it."""
    viewer, office = the_viewer().viewer, the_app().office
    sees_all = is_allowed(Permission.READ_ALL_EVALUATIONS, viewer)
    apart = sees_all and request.args.get("apartadas", "") == "1"
    wanted = read_page(request.args.get("pagina", ""))
    found = department_evaluations(
        db.session(), department, page=wanted, apart=apart, hidden=sees_all
    )
    rows = found.rows if sees_all else tuple(replace(row, number=None) for row in found.rows)
    reviews = () if apart else open_reviews(db.session(), department, today())
    prints = is_allowed(Permission.PRINT_POSTERS, viewer)
    return EvaluationsPage(
        department=office.pack.department(department).name,
        tabs=tabs(viewer, "") if is_allowed(Permission.SEE_QUEUE, viewer) else (),
        bodies=bodies(department) if sees_all else (),
        reviews=tuple(shown_review(each, today()) for each in reviews),
        more_reviews=len(reviews) == MOST_OPEN,
        missing=missing_of(department),
        rows=tuple(shown_opinion(row) for row in rows),
        total=found.total,
        apart=found.apart,
        shows_apart=apart,
        apart_url=url_for("desk.evaluations", dependencia=department, apartadas=1)
        if sees_all
        else "",
        posters_url=url_for("desk.posters") if prints else "",
        page=found.page,
        pages=found.pages,
        previous_url=at_page(department, found.page - 1, apart=apart) if found.page > 1 else "",
        next_url=at_page(department, found.page + 1, apart=apart)
        if found.page < found.pages
        else "",
    )


def shown_review(review: OpenReview, on: date) -> ShownReview:
    """A review in words."""
    may_answer = is_allowed(Permission.REVIEW_EVALUATION, the_viewer().viewer)
    return ShownReview(
        url=url_for("desk.review", review=review.id) if may_answer else "",
        reason=str(REASONS[review.reason]),
        due=due_words(review.due_on, review.days_left, on),
        about=review,
    )


def shown_opinion(row: EvaluationRow) -> ShownOpinion:
    """An opinion in words."""
    policy = the_app().office.pack.entity.evaluation
    said = row.purpose in TONES
    return ShownOpinion(
        row=row,
        purpose=str(NAMES[row.purpose]) if said else "",
        tone=TONES.get(row.purpose, ""),
        way=str(WAYS[row.way]) if row.point else "",
        missing=tuple(policy.aspect_name(code) for code in row.aspects),
        set_apart=str(SET_APART[row.set_apart]) if row.set_apart else "",
    )


def missing_of(department: str) -> tuple[tuple[str, int], ...]:
    """What was missing in the last year, by its name."""
    policy = the_app().office.pack.entity.evaluation
    found = missing_aspects(db.session(), department, today() - YEAR)
    return tuple((policy.aspect_name(code), times) for code, times in found)


def chosen_department() -> str:
    """The person's own; another one only for who reads all, and the first when none was chosen."""
    viewer, pack = the_viewer().viewer, the_app().office.pack
    wanted = request.args.get("dependencia", "")
    if wanted and not is_allowed(Permission.READ_ALL_EVALUATIONS, viewer):
        wanted = viewer.department or ""
    code = wanted or viewer.department or pack.entity.citizen_service
    if not pack.is_assignable(code):
        abort(404)
    return code


def bodies(current: str) -> tuple[Link, ...]:
    """Every office of the entity, by name."""
    ours = sorted(the_app().office.pack.internal_departments(), key=lambda one: one.name)
    return tuple(
        Link(
            text=body.name,
            url=url_for("desk.evaluations", dependencia=body.code),
            count=None,
            is_current=body.code == current,
        )
        for body in ours
    )


def at_page(department: str, number: int, *, apart: bool) -> str:
    """The same list, another page."""
    only = "1" if apart else None
    return url_for("desk.evaluations", dependencia=department, pagina=number, apartadas=only)
