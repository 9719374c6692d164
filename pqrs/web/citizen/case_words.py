"""How one case is put to its petitioner: who must answer, and the days one by one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.law import (
    Annulled,
    Assigned,
    ContinuedOfficially,
    Delivered,
    Event,
    Rejected,
    Replied,
    Transferred,
    Withdrawn,
    transfer_by,
)
from pqrs.models import rules_for
from pqrs.outside.now import today
from pqrs.queries.case_duties import case_duties
from pqrs.queries.tracking import CitizenState, Tracking
from pqrs.web.duty_words import DutyRow, duty_rows
from pqrs.web.filters import long_date
from pqrs.web.pages import the_app
from pqrs.web.reason_words import reason_words
from pqrs.web.words import words

ENDINGS: Final = (Transferred, Withdrawn, Rejected, Annulled)
"""What ends a case without an answer."""


@dataclass(frozen=True)
class Responsible:
    """Who must answer. `transfer_by`: until when it has to be passed on to another authority.

    `name` is "" while a person at the entity still has to decide. `why`: what decided it.
    """

    name: str = ""
    transfer_by: date | None = None
    is_transferred: bool = False
    why: str = ""
    parts: tuple["PartWho", ...] = ()


@dataclass(frozen=True)
class PartWho:
    """One matter of several, in the person's words, and who sees to it. `sent_on`: passed on."""

    words: str
    name: str
    is_outside: bool
    sent_on: date | None
    why: str


def body_name(code: str | None) -> str:
    """The name of a department or of another authority; its code when the pack has it no more."""
    found = the_app().office.pack.departments_by_code.get(code or "")
    return found.name if found else code or ""


def responsible_for(case: Tracking) -> Responsible:
    """The department, the other authority, or nobody yet."""
    if case.transferred_to:
        return Responsible(body_name(case.transferred_to), is_transferred=True)
    if case.waits_for_routing and case.competent:
        rules = rules_for(db.session(), case.received_on)
        by = transfer_by(case.kind, case.received_on, rules.calendar, rules.readings)
        return Responsible(body_name(case.competent), transfer_by=by, why=why_there(case))
    name = "" if case.waits_for_routing else body_name(case.department)
    return Responsible(name, why=why_there(case), parts=parts_of(case, name))


def parts_of(case: Tracking, holder: str) -> tuple[PartWho, ...]:
    """Who sees to each matter; of a report nothing, as of its reason."""
    if case.was_reported:
        return ()
    return tuple(
        PartWho(
            words=one.words,
            name=body_name(one.department) if one.department else holder,
            is_outside=one.is_outside,
            sent_on=one.sent_on,
            why=reason_words(one.reason) if one.reason else "",
        )
        for one in case.parts
    )


def why_there(case: Tracking) -> str:
    """What decided who has the case, as it was written down then.

    What a department writes to the intake desk is between them: of that, only that it was not its
    own. Of a report nothing: the name of its topic says what it is, and somebody may be watching.
    """
    if case.was_reported:
        return ""
    assigned = [event for event in case.timeline if isinstance(event, Assigned)]
    if not assigned:
        return ""
    last = assigned[-1]
    if last.by == "intake" and not last.competent and len(assigned) > 1:
        return str(_("La dependencia que la tenía dijo que no le corresponde."))
    return reason_words(last.reason)


@dataclass(frozen=True)
class Progress:
    """The states of a case in order, and a line under each; `current` counts from 1."""

    states: tuple[str, ...]
    current: int
    details: tuple[str, ...]


def progress_of(case: Tracking) -> Progress:
    """The way to an answer, unless the case ended without one: then the way to that end."""
    days = {type(event): long_date(event.at) for event in case.timeline}
    who = "" if case.waits_for_routing else body_name(case.department)
    ending = ending_of(case.timeline)
    received, going, *_rest = states = tuple(str(words.of(state)) for state in CitizenState)
    if case.state is CitizenState.CLOSED and ending is not None:
        end = str(words.event(ending))
        return Progress(
            (received, going, end), 3, (long_date(case.filed_at), "", days[type(ending)])
        )
    details = (long_date(case.filed_at), who, days.get(Replied, ""), days.get(Delivered, ""))
    return Progress(states, tuple(CitizenState).index(case.state) + 1, details)


def ending_of(timeline: Sequence[Event]) -> Event | None:
    """What ended it without an answer; a withdrawal that the entity went on from ended nothing.

    Nor does a second one, after that act (CPACA art. 18).
    """
    continued = any(isinstance(event, ContinuedOfficially) for event in timeline)
    endings = (
        event
        for event in reversed(timeline)
        if isinstance(event, ENDINGS) and not (continued and isinstance(event, Withdrawn))
    )
    return next(endings, None)


def may_keep_date(case: Tracking) -> bool:
    """Whether there is a date to wait for, and so one to put in a calendar."""
    waits = case.state in {CitizenState.RECEIVED, CitizenState.IN_PROGRESS}
    return waits and case.due_on is not None


def own_duties(number: str) -> tuple[DutyRow, ...]:
    """Every clock of the case, said to its petitioner."""
    parties = _("Las otras partes")
    owners = {code: body_name(code) for code in the_app().office.pack.departments_by_code}
    owners |= {"entity": _("La Alcaldía"), "petitioner": _("Usted"), "parties": parties}
    return duty_rows(case_duties(db.session(), number, today=today()), owners)
