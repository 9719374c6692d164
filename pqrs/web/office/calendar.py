"""A year at a glance: which days are not worked and why, what differs from the law, who signed."""

from dataclasses import dataclass
from datetime import datetime

from flask import Response, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField

from pqrs.acts.sign_calendar import sign_calendar
from pqrs.extensions import db
from pqrs.law import FIRST_YEAR, LAST_YEAR, LawError, Refusal
from pqrs.office import Permission, allowed
from pqrs.outside.now import today
from pqrs.queries.calendar_check import CalendarCheck, Signature, calendar_check
from pqrs.queries.year_calendar import YearCalendar, year_calendar
from pqrs.web.filters import weekday_date
from pqrs.web.forms import AtMost, OneLine, PageForm
from pqrs.web.identity import may, the_viewer
from pqrs.web.office import office
from pqrs.web.pages import ErrorPage, error_page, page, the_app

CONFLICT, SEE_OTHER = 409, 303


class SignForm(PageForm):
    """`seen`: the digest of the days that were on the page."""

    seen = HiddenField()
    act = OneLine(_l("Acto que justifica las diferencias"), [AtMost(200)])


@dataclass(frozen=True)
class SignatureShown:
    """Who signed, when, and whether the days are still those."""

    by: str
    at: datetime
    act: str
    is_current: bool


@dataclass(frozen=True)
class CalendarPage:
    """`differences`: day, how it is here, its reason, its act or norm."""

    calendar: YearCalendar
    today: str
    differences: tuple[tuple[str, ...], ...]
    signature: SignatureShown | None
    may_sign: bool
    previous_year: int
    next_year: int


@office.get("/calendario")
@may(Permission.SEE_OFFICE)
def this_calendar() -> ResponseReturnValue:
    """The year that runs."""
    return redirect(url_for("office.year", year=today().year), SEE_OTHER)


@office.get("/calendario/<int(max=9999):year>")
@may(Permission.SEE_OFFICE)
def year(year: int) -> ResponseReturnValue:
    """The year as it is counted here."""
    return show(year, SignForm())


@office.post("/calendario/<int(max=9999):year>")
@may(Permission.EDIT_OFFICE)
def sign_year(year: int) -> ResponseReturnValue:
    """Sign it; a second press, or another person's, leaves the first signature."""
    form = SignForm()
    if not form.validate_on_submit():
        return show(year, form)
    try:
        if form.seen.data != year_calendar(db.session(), year).digest:
            form.refuse("", _("El calendario cambió desde que abrió la página. Revíselo otra vez."))
            return show(year, form, CONFLICT)
        sign_calendar(
            db.session(),
            year=year,
            act=form.act.data,
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
        flash(_("Firmó el calendario de %(year)s.", year=year))
    except LawError as error:
        return error_page(404, ErrorPage(message=str(error)))
    except Refusal as refusal:
        if refusal.rule != "rule_signed":
            form.refuse("act" if refusal.rule == "rule_signature_act" else "", str(refusal))
            return show(year, form, CONFLICT)
        flash(str(refusal))
    return redirect(url_for("office.year", year=year), SEE_OTHER)


def show(year: int, form: SignForm, status: int | None = None) -> Response:
    """The page; what was seen is renewed. A year that the calendar does not know is no page."""
    try:
        check = calendar_check(db.session(), year)
        calendar = year_calendar(db.session(), year)
    except LawError as error:
        return error_page(404, ErrorPage(message=str(error)))
    form.seen.data = calendar.digest
    form.act.flags.required = bool(check.differences)
    data = CalendarPage(
        calendar=calendar,
        today=today().isoformat(),
        differences=rows_of(check),
        signature=show_signature(check.signature),
        may_sign=not check.is_signed and allowed(Permission.EDIT_OFFICE, the_viewer().viewer),
        previous_year=max(FIRST_YEAR, year - 1),
        next_year=min(LAST_YEAR, year + 1),
    )
    return page("office/calendar.html", data, form, status)


def show_signature(found: Signature | None) -> SignatureShown | None:
    """The last one, also when it is stale."""
    if found is None:
        return None
    return SignatureShown(found.by, found.at, found.act, found.is_current)


def rows_of(check: CalendarCheck) -> tuple[tuple[str, ...], ...]:
    """Each difference in words."""
    return tuple(
        (
            weekday_date(one.day),
            _("Se trabaja") if one.is_worked else _("No se trabaja"),
            one.why,
            one.norm,
        )
        for one in check.differences
    )
