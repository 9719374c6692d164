"""What a case seems to ask of several offices, or what was decided about that, in words."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Kind, PartsSettled, lawful
from pqrs.office import Permission
from pqrs.office.portions import WHOLE, Portion, find_portions, kinds_apart
from pqrs.outside.now import now
from pqrs.queries.consequence import due_as
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk.offers import is_allowed
from pqrs.web.identity import the_viewer
from pqrs.web.pages import the_app
from pqrs.web.words import words

COUNTS: Final = {2: _l("dos"), 3: _l("tres"), 4: _l("cuatro"), 5: _l("cinco"), 6: _l("seis")}


@dataclass(frozen=True)
class PartRow:
    """One matter. `is_outside`: another entity answers it. `kind` is "" when it is not known."""

    words: str
    body: str
    is_outside: bool
    kind: str
    due_on: date | None


@dataclass(frozen=True)
class ShownParts:
    """`bodies`: what a press says that it saw, "" once decided.

    `changes_term`: each would have a term of its own; `decides`: this press is enough for that.
    """

    count: str
    rows: tuple[PartRow, ...]
    bodies: str = ""
    changes_term: bool = False
    decides: bool = False


def parts_of(case: CasePage) -> ShownParts | None:
    """None of a case with one matter, as far as anybody knows, or of somebody else's."""
    settled = settled_in(case)
    if settled is not None:
        bodies, told = settled
        return decided(case, bodies, told) if bodies else None
    viewer = the_viewer().viewer
    if not is_allowed(Permission.SETTLE_PARTS, viewer, case.facts):
        return None
    found = portions_of(case)
    return proposed(case, found) if found else None


def settled_in(case: CasePage) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Who answers each matter, and its words, as was decided last; None when nobody did."""
    for step in reversed(case.steps):
        if isinstance(step.event, PartsSettled):
            return step.event.departments, step.asked
    return None


def portions_of(case: CasePage) -> tuple[Portion, ...]:
    """What the router makes of the petition's first words, when it may still be parted."""
    if case.kind in WHOLE or not case.texts or lawful.reclassify(case.standing) is not None:
        return ()
    with reading():
        router = the_app().office.router_now(db.session())
    named = case.facts.named_departments
    return find_portions(router, case.texts[0][1], place=case.place_code, accused=named)


def codes_of(portions: tuple[Portion, ...]) -> str:
    """The bodies in one word, for the form to carry."""
    return ";".join(one.suggestion.competent for one in portions)


def proposed(case: CasePage, portions: tuple[Portion, ...]) -> ShownParts:
    """Each with the kind and the day that it would have."""
    kinds = kinds_apart(portions)
    with reading():
        days = due_as(db.session(), case.number, now()) if kinds else {}
    return ShownParts(
        count=str(COUNTS[len(portions)]),
        rows=tuple(
            row(case, portion.words, portion.suggestion.competent, kind, days.get(kind))
            if kinds
            else row(case, portion.words, portion.suggestion.competent)
            for portion, kind in zip(portions, kinds or (case.kind,) * len(portions), strict=True)
        ),
        bodies=codes_of(portions),
        changes_term=bool(kinds),
        decides=is_allowed(Permission.CHANGE_KIND, the_viewer().viewer, case.facts),
    )


def decided(case: CasePage, bodies: tuple[str, ...], told: tuple[str, ...]) -> ShownParts:
    """Each with the term that it has now, when they have terms of their own."""
    parts = case.standing.parts
    are_apart = case.kind is Kind.MIXED and len(parts) == len(bodies)
    return ShownParts(
        count=str(COUNTS[len(bodies)]),
        rows=tuple(
            row(case, told[place], body, parts[place].kind, parts[place].due_on)
            if are_apart
            else row(case, told[place], body)
            for place, body in enumerate(bodies)
        ),
    )


def row(
    case: CasePage, said: str, body: str, kind: Kind | None = None, due_on: date | None = None
) -> PartRow:
    """Without a kind of its own, the one of the whole case, and its day."""
    department = the_app().office.pack.departments_by_code.get(body)
    return PartRow(
        words=said,
        body=department.name if department else body,
        is_outside=department is not None and not department.internal,
        kind=str(words.kind(kind or case.kind)),
        due_on=due_on if kind else case.standing.due_on,
    )
