"""Which duties are shown as done only because somebody says so, and whether that may be said now.

What the case itself shows done, an answer, a delivery, a notice, is not here.
"""

from datetime import date

from pqrs.law.citations import Citation, cpaca
from pqrs.law.course import StopGround
from pqrs.law.kinds import Kind
from pqrs.law.refusals import Refusal
from pqrs.law.standing import Standing

_NORMS = {
    "mark_data_claim": Citation("Ley 1581 de 2012", "15, numeral 2"),
    "send_impediment": cpaca("12"),
}


def owed_since(standing: Standing, name: str) -> date | None:
    """The first day it could be done; None when nobody owes it now.

    The words stand beside the data until the claim is decided; an impediment is sent while it
    stops the term.
    """
    if standing.phase.is_final:
        return None
    if name == "mark_data_claim":
        return standing.arrived_on if standing.kind is Kind.DATA_CLAIM else None
    stop = standing.stop
    return stop.on if stop is not None and stop.ground is StopGround.IMPEDIMENT else None


def met_on(standing: Standing, name: str) -> date | None:
    """The day it was done, as noted; what was done about an earlier impediment does not count."""
    since = owed_since(standing, name)
    days = (on for done, on in standing.met if done == name and since and on >= since)
    return next(days, None)


def to_note(standing: Standing) -> tuple[str, ...]:
    """Those that are owed now and that nobody has noted as done."""
    return tuple(
        name for name in _NORMS if owed_since(standing, name) and not met_on(standing, name)
    )


def note_duty(
    standing: Standing, name: str = "", on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Once each, on a day that has come; without a name, whether there is any to note."""
    if not name:
        return None if to_note(standing) else Refusal("duty_none", cpaca("7"))
    since = owed_since(standing, name) if name in _NORMS else None
    if since is None:
        return Refusal("duty_none", cpaca("7"))
    done_on = met_on(standing, name)
    if done_on is not None:
        return Refusal("duty_met", _NORMS[name], day=done_on)
    if on and today and not since <= on <= today:
        return Refusal("duty_day", _NORMS[name], first=since, last=today)
    return None
