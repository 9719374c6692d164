"""The rules: every change that was proposed or decided, and how each disputed point is read."""

from dataclasses import dataclass

from flask import request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.readings_in_force import ReadingInForce, readings_in_force
from pqrs.queries.rule_changes import decided_changes, waiting_changes
from pqrs.web.filters import long_date
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.reading_words import value_words
from pqrs.web.office.rule_words import ListedChange, listed
from pqrs.web.pages import page
from pqrs.web.typed_text import whole_number

LONGEST = 4
"""Digits of a page that could be ours."""


@dataclass(frozen=True)
class ReadingShown:
    """One disputed point. `others`: the values it could have; `later`: what begins some day."""

    name: str
    question: str
    value: str
    since: str
    is_chosen: bool
    why: str
    others: tuple[str, ...]
    otherwise: str
    norm: str
    later: tuple[str, ...]


@dataclass(frozen=True)
class RulesPage:
    """`may_propose`: with the ways to do it."""

    waiting: tuple[ListedChange, ...]
    decided: tuple[ListedChange, ...]
    readings: tuple[ReadingShown, ...]
    may_propose: bool
    page: int
    pages: int
    previous_url: str
    next_url: str


@office.get("/reglas")
@may(Permission.SEE_OFFICE)
def rules() -> ResponseReturnValue:
    """Everything, the newest decision first."""
    session = db.session()
    found = decided_changes(session, wanted_page())
    data = RulesPage(
        waiting=tuple(listed(row) for row in waiting_changes(session)),
        decided=tuple(listed(row) for row in found.rows),
        readings=tuple(show_reading(one) for one in readings_in_force(session, today())),
        may_propose=allowed(Permission.EDIT_OFFICE, the_viewer().viewer),
        page=found.page,
        pages=found.pages,
        previous_url=page_url(found.page - 1) if found.page > 1 else "",
        next_url=page_url(found.page + 1) if found.page < found.pages else "",
    )
    return page("office/rules.html", data)


def wanted_page() -> int:
    """The page of the address; whatever is no number of ours is the first."""
    return whole_number(request.args.get("pagina", ""), LONGEST) or 1


def page_url(place: int) -> str:
    """Another page of what was decided."""
    return url_for("office.rules", pagina=place, _anchor="decididos")


def show_reading(one: ReadingInForce) -> ReadingShown:
    """A point in words."""
    point = one.point
    return ReadingShown(
        name=point.name,
        question=point.question,
        value=value_words(point, one.value),
        since=since_text(one),
        is_chosen=one.is_chosen,
        why=point.why,
        others=tuple(value_words(point, value) for value in point.values if value != one.value),
        otherwise=point.otherwise,
        norm=str(point.citation or ""),
        later=tuple(
            _("Desde el %(day)s: %(value)s", day=long_date(day), value=value_words(point, value))
            for day, value in one.later
        ),
    )


def since_text(one: ReadingInForce) -> str:
    """Since when, and who says so."""
    if one.since:
        return str(
            _("Lo decidió la entidad, para lo recibido desde el %(day)s", day=long_date(one.since))
        )
    if one.is_chosen:
        return str(_("Lo decidió la entidad, desde el comienzo"))
    return str(_("Como lo trae el programa, desde el comienzo"))
