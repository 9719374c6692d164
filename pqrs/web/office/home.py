"""The start of administration: what waits, whether the years are signed, what can be changed."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.calendar_check import calendar_check
from pqrs.queries.routing_rules import rules_off
from pqrs.queries.rule_changes import waiting_changes
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.office.calendar import SignatureShown, show_signature
from pqrs.web.office.rule_words import ListedChange, listed
from pqrs.web.pages import page


@dataclass(frozen=True)
class YearState:
    """Whether a year's calendar is signed as it stands."""

    year: int
    differences: int
    signature: SignatureShown | None


@dataclass(frozen=True)
class OfficePage:
    """What there is to do, by who asks. `off`: routing rules that switched themselves off.

    `may_print`: the posters with which each service point is evaluated.
    """

    waiting: tuple[ListedChange, ...]
    years: tuple[YearState, ...]
    may_propose: bool
    may_decide: bool
    off: int
    may_print: bool


@office.get("")
@may(Permission.SEE_OFFICE)
def home() -> ResponseReturnValue:
    """This year and the next, and what waits."""
    session, this_year = db.session(), today().year
    viewer = the_viewer().viewer
    data = OfficePage(
        waiting=tuple(listed(row) for row in waiting_changes(session)),
        years=tuple(year_state(year) for year in (this_year, this_year + 1)),
        may_propose=allowed(Permission.EDIT_OFFICE, viewer),
        may_decide=allowed(Permission.APPROVE_OFFICE, viewer),
        off=rules_off(session, today()),
        may_print=allowed(Permission.PRINT_POSTERS, viewer),
    )
    return page("office/home.html", data)


def year_state(year: int) -> YearState:
    """One year."""
    check = calendar_check(db.session(), year)
    return YearState(year, len(check.differences), show_signature(check.signature))
