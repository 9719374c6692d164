"""Which event tells whom, and by which letter.

A letter is a template in `templates/letters/`. Rows of the outbox are made from this table by
`acts/notify.py`; whether and when they leave is `acts/deliver_notices.py`.
"""

from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from enum import StrEnum

from pqrs.law import BOGOTA

MORNING = time(7)


class Audience(StrEnum):
    """Who is told; the words are stored."""

    PETITIONER = "petitioner"
    DEPARTMENT = "department"
    DUTY_CONTACT = "duty_contact"
    CLERK = "clerk"
    INTERNAL_CONTROL = "internal_control"
    ADMIN = "admin"
    OMBUDSMAN = "ombudsman"
    SUPERIOR = "superior"
    THIRD_PARTY = "third_party"


@dataclass(frozen=True, slots=True)
class Telling:
    """One person to tell, one letter; `at_once` letters go before all others in the outbox."""

    audience: Audience
    letter: str
    at_once: bool = False


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What, beside the event, changes who is told."""

    is_urgent: bool = False
    waits_for_routing: bool = False
    is_report: bool = False
    is_past_desk: bool = False
    for_ombudsman: bool = False
    goes_up: bool = False


DANGER = Telling(Audience.DUTY_CONTACT, "danger", at_once=True)
"""A life is in danger: whoever is on duty is told before anybody else."""

PART = Telling(Audience.DEPARTMENT, "part_assigned")
"""To each other department that sees to a part; `_BACK` and `_SENT` when one of them moves."""
PART_BACK = Telling(Audience.DEPARTMENT, "part_returned")
PART_SENT = Telling(Audience.PETITIONER, "part_sent")

THIRD_PARTY = Telling(Audience.THIRD_PARTY, "third_party")
"""To whom the decision may affect; the act that tells them knows the address (CPACA art. 37)."""

_TABLE: dict[str, tuple[Telling, ...]] = {
    "filed": (Telling(Audience.PETITIONER, "receipt"),),
    "assigned": (Telling(Audience.DEPARTMENT, "assigned"),),
    "reclassified": (Telling(Audience.PETITIONER, "reclassified"),),
    "completion_requested": (Telling(Audience.PETITIONER, "completion_requested"),),
    "completion_extended": (Telling(Audience.PETITIONER, "completion_extended"),),
    "completed": (Telling(Audience.DEPARTMENT, "completed"),),
    "returned": (Telling(Audience.PETITIONER, "returned"),),
    "paused": (Telling(Audience.PETITIONER, "paused"),),
    "resumed": (Telling(Audience.PETITIONER, "resumed"),),
    "extended": (Telling(Audience.PETITIONER, "extended"),),
    "transferred": (Telling(Audience.PETITIONER, "transferred"),),
    "rejected": (Telling(Audience.PETITIONER, "rejected"),),
    "withdrawn": (
        Telling(Audience.PETITIONER, "withdrawn"),
        Telling(Audience.DEPARTMENT, "withdrawn_internal"),
    ),
    "continued_officially": (
        Telling(Audience.PETITIONER, "continued_officially"),
        Telling(Audience.DEPARTMENT, "continued_internal"),
    ),
    "replied": (Telling(Audience.PETITIONER, "replied"),),
    "delivered": (Telling(Audience.PETITIONER, "evaluate"),),
    "text_added": (Telling(Audience.DEPARTMENT, "text_added"),),
    "office_wrote": (Telling(Audience.PETITIONER, "office_wrote"),),
    "petitioner_wrote": (
        Telling(Audience.DEPARTMENT, "petitioner_wrote"),
        Telling(Audience.INTERNAL_CONTROL, "petitioner_wrote"),
    ),
    "appealed": (
        Telling(Audience.DEPARTMENT, "appealed"),
        Telling(Audience.INTERNAL_CONTROL, "appealed"),
    ),
    "evidence_ordered": (Telling(Audience.PETITIONER, "evidence_ordered"),),
    "evidence_closed": (Telling(Audience.PETITIONER, "evidence_closed"),),
    "evidence_shared": (Telling(Audience.PETITIONER, "evidence_shared"),),
    "appeal_moved": (Telling(Audience.SUPERIOR, "appealed"),),
    "appeal_decided": (Telling(Audience.PETITIONER, "appeal_decided"),),
    "appeal_notified": (Telling(Audience.DEPARTMENT, "appeal_notified"),),
    "insistence_sent": (Telling(Audience.PETITIONER, "insistence_sent"),),
    "insistence_arrived": (Telling(Audience.PETITIONER, "insistence_arrived"),),
    "insistence_interrupted": (Telling(Audience.PETITIONER, "insistence_interrupted"),),
    "interruption_ended": (Telling(Audience.PETITIONER, "interruption_ended"),),
    "insistence_ruled": (Telling(Audience.PETITIONER, "insistence_ruled"),),
    "annulled": (Telling(Audience.PETITIONER, "annulled"),),
    "corrected": (Telling(Audience.PETITIONER, "corrected"),),
    "reckoned": (Telling(Audience.PETITIONER, "reckoned"),),  # and each department once, in bulk
    "parts_settled": (),  # each department is told of its part by `acts/notify.py`
    "part_contributed": (Telling(Audience.DEPARTMENT, "part_contributed"),),
    "part_moved": (),  # as above: it depends on to whom
    "duty_met": (),  # whoever asked sees it crossed out among the clocks of the case
    "third_party_noted": (),  # whoever has the case did it, and the person sees it there
    "third_party_told": (),  # the act itself writes to the third party
    "third_party_heard": (),
    "notice_posted": (),  # the board is itself the telling, for who has no address
    "notice_withdrawn": (),
    "breached": (Telling(Audience.DEPARTMENT, "breached"),),
}


def tellings(event_name: str, circumstances: Circumstances) -> tuple[Telling, ...]:
    """Whom an event tells; an event without an entry is an error of ours, so it raises KeyError."""
    told = _TABLE[event_name]
    if event_name == "petitioner_wrote" and not circumstances.is_report:
        told = told[:1]
    if event_name == "appealed" and circumstances.goes_up:
        told = (*told, Telling(Audience.SUPERIOR, "appealed"))
    if event_name == "filed":
        told = (*told, *_on_filing(circumstances))
    elif circumstances.waits_for_routing and event_name != "assigned":
        told = _to_who_routes(told, circumstances)
    return _past_control(told) if circumstances.for_ombudsman else told


def _past_control(told: tuple[Telling, ...]) -> tuple[Telling, ...]:
    """What complains about internal control is not told to it: the ombudsman has it."""
    moved = (
        replace(one, audience=Audience.OMBUDSMAN)
        if one.audience is Audience.INTERNAL_CONTROL
        else one
        for one in told
    )
    return tuple(dict.fromkeys(moved))


def leaves_at(at: datetime, circumstances: Circumstances) -> datetime:
    """When the staff is told: of a report in the morning, so that no hour gives a person away."""
    if not circumstances.is_report or circumstances.is_urgent:
        return at
    local = at.astimezone(BOGOTA)
    morning = datetime.combine(local.date(), MORNING, BOGOTA)
    return morning if local <= morning else morning + timedelta(days=1)


def to_holder(telling: Telling, circumstances: Circumstances) -> tuple[Telling, ...]:
    """Whoever has the case, or routes it while it waits."""
    if not circumstances.waits_for_routing:
        return (telling,)
    told = _to_who_routes((telling,), circumstances)
    return _past_control(told) if circumstances.for_ombudsman else told


def _to_who_routes(told: tuple[Telling, ...], circumstances: Circumstances) -> tuple[Telling, ...]:
    """No department has a case that waits for routing: whoever routes it is told, once a letter."""
    router = for_routing(is_past_desk=circumstances.is_past_desk).audience
    moved = (
        replace(one, audience=router) if one.audience is Audience.DEPARTMENT else one
        for one in told
    )
    return tuple(dict.fromkeys(moved))


def _on_filing(circumstances: Circumstances) -> tuple[Telling, ...]:
    """Danger to life is told at once; what waits for routing, to whoever routes it.

    A doubtful report of wrongdoing is told to internal control and not to the counter.
    """
    told: tuple[Telling, ...] = ()
    if circumstances.is_urgent:
        told = (DANGER,)
    if circumstances.waits_for_routing:
        told = (*told, for_routing(is_past_desk=circumstances.is_past_desk))
    return told


def for_routing(*, is_past_desk: bool, for_ombudsman: bool = False) -> Telling:
    """The letter to whoever routes a case by hand; the desk, unless it has no part in it."""
    reader = Audience.OMBUDSMAN if for_ombudsman else Audience.INTERNAL_CONTROL
    return Telling(reader if is_past_desk else Audience.CLERK, "to_route")
