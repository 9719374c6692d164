"""What people said of the department's attention. Nobody reads who said it, nor of which case."""

from dataclasses import dataclass, replace

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.queries.evaluations import EvaluationRow, department_evaluations
from pqrs.web.desk import desk
from pqrs.web.desk.case import is_allowed
from pqrs.web.desk.queue import Link, tabs
from pqrs.web.desk.queue_rows import read_page
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page, the_app


@dataclass(frozen=True)
class EvaluationsPage:
    """One page of opinions, newest first. `bodies`: for who reads those of every department."""

    department: str
    tabs: tuple[Link, ...]
    bodies: tuple[Link, ...]
    rows: tuple[EvaluationRow, ...]
    total: int
    page: int
    pages: int
    previous_url: str
    next_url: str


@desk.get("/bandeja/evaluaciones")
@may(Permission.READ_EVALUATIONS)
def evaluations() -> ResponseReturnValue:
    """The opinions on the own department, or on the one that internal control chose."""
    department = chosen_department()
    wanted = read_page(request.args.get("pagina", ""))
    found = department_evaluations(db.session(), department, page=wanted)
    viewer = the_viewer().viewer
    sees_all = is_allowed(Permission.READ_ALL_EVALUATIONS, viewer)
    data = EvaluationsPage(
        department=the_app().office.pack.department(department).name,
        tabs=tabs(department, "") if is_allowed(Permission.SEE_QUEUE, viewer) else (),
        bodies=bodies(department) if sees_all else (),
        rows=found.rows if sees_all else tuple(replace(row, number=None) for row in found.rows),
        total=found.total,
        page=found.page,
        pages=found.pages,
        previous_url=at_page(department, found.page - 1) if found.page > 1 else "",
        next_url=at_page(department, found.page + 1) if found.page < found.pages else "",
    )
    return page("desk/evaluations.html", data)


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


def at_page(department: str, number: int) -> str:
    """The same list, another page."""
    return url_for("desk.evaluations", dependencia=department, pagina=number)
