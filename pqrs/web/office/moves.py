"""What a change would move, in words: totals, by department, and the first cases one by one.

Of a case only its number, its department and its dates: whoever decides the rules reads no case.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.queries.reckoning import DepartmentMoves, MovedCase, Turn, WhatIf
from pqrs.queries.rule_preview import RulePreview
from pqrs.web.filters import number, short_date
from pqrs.web.pages import the_app

SHOWN: Final = 50
"""Cases that are listed; those that change sides come first."""
FIRST: Final = (Turn.BECOMES_LATE, Turn.BECOMES_ON_TIME, Turn.STAYS)
TURNS: Final[dict[Turn, LazyString]] = {
    Turn.BECOMES_LATE: _l("Pasa a vencida"),
    Turn.BECOMES_ON_TIME: _l("Vuelve a estar a tiempo"),
}


@dataclass(frozen=True)
class MovesShown:
    """`left_out`: a sentence for each day that takes no effect. `unlisted`: cases not in `cases`.

    `version`: of the rules that it was compared with.
    """

    moved: int
    become_late: int
    become_on_time: int
    departments: tuple[tuple[str, ...], ...]
    cases: tuple[tuple[str, ...], ...]
    unlisted: int
    left_out: tuple[str, ...]
    version: int


def show_moves(preview: RulePreview, today: date) -> MovesShown:
    """The preview for a page."""
    found: WhatIf = preview.what_if
    cases = sorted(found.cases, key=lambda case: FIRST.index(case.turn))  # of a kind, as filed
    return MovesShown(
        moved=len(found.cases),
        become_late=found.count(Turn.BECOMES_LATE),
        become_on_time=found.count(Turn.BECOMES_ON_TIME),
        departments=tuple(department_row(one) for one in found.departments),
        cases=tuple(case_row(case, today) for case in cases[:SHOWN]),
        unlisted=max(0, len(cases) - SHOWN),
        left_out=tuple(str(refusal) for refusal in preview.left_out),
        version=preview.version,
    )


def department_row(one: DepartmentMoves) -> tuple[str, ...]:
    """Its name and three counts."""
    return (
        department_name(one.department),
        number(one.moved),
        number(one.become_late),
        number(one.become_on_time),
    )


def case_row(case: MovedCase, today: date) -> tuple[str, ...]:
    """Number, department, date before, date after, and what that makes of it."""
    before, after = day_text(case.before), day_text(case.after)
    if case.before == case.after and case.respond_before != case.respond_after:
        before = _("%(day)s, para completar", day=day_text(case.respond_before))
        after = _("%(day)s, para completar", day=day_text(case.respond_after))
    return (
        case.number,
        department_name(case.department),
        before,
        after,
        turn_words(case, today),
    )


def turn_words(case: MovedCase, today: date) -> str:
    """A breach on record stays, whatever the new date."""
    if case.turn is Turn.BECOMES_ON_TIME and case.has_breach:
        return str(_("Vuelve a estar a tiempo; el vencimiento queda anotado"))
    if case.turn in TURNS:
        return str(TURNS[case.turn])
    is_late = case.after is not None and case.after < today
    return str(_("Sigue vencida")) if is_late else _("Sigue a tiempo")


def day_text(day: date | None) -> str:
    """A day, or that there is none."""
    return short_date(day) if day else _("sin fecha")


def department_name(code: str | None) -> str:
    """Its name; of what waits for routing, that it does."""
    if not code:
        return str(_("Por repartir"))
    found = the_app().office.pack.departments_by_code.get(code)
    return found.name if found else code
