"""May this be done with one matter of a petition of several? As `lawful.py`, of one of them.

`matter`: its place, from 1.
"""

from datetime import date

from pqrs.law import lawful
from pqrs.law.citations import cpaca
from pqrs.law.refusals import Refusal
from pqrs.law.standing import Standing


def settle(standing: Standing) -> Refusal | None:
    """One or several is decided until a matter was passed on or written: nothing of it is lost."""
    refusal = lawful.reclassify(standing)
    for matter in standing.matters:
        if refusal is None and matter.sent_on:
            refusal = Refusal("matters_sent", cpaca("21"), day=matter.sent_on)
        elif refusal is None and matter.given_on:
            refusal = Refusal("matters_written", cpaca("14"), day=matter.given_on)
    return refusal


def contribute(standing: Standing, matter: int) -> Refusal | None:
    """Late or not: until the answer is signed, and after it for another that completes it."""
    return _none(standing, matter) or lawful.reply(standing) or _sent(standing, matter)


def move(standing: Standing, matter: int, department: str | None = None) -> Refusal | None:
    """Inside the entity it is free: the authority is one. `department`: to whom, if it is known."""
    refusal = _none(standing, matter) or lawful.reclassify(standing) or _sent(standing, matter)
    if refusal is None and standing.matters[matter - 1].department == department:
        return Refusal("matter_theirs", cpaca("14"))
    return refusal


def send(standing: Standing, matter: int, today: date) -> Refusal | None:
    """Art. 21, of that matter alone; of the last one left, the whole petition is transferred.

    Of an answer that was signed without it the duty is left, and it is met.
    """
    refusal = _none(standing, matter)
    if refusal or (standing.replied_on and standing.is_unsent(standing.matters[matter - 1])):
        return refusal
    own = standing.part_of_matter(matter - 1) if standing.is_apart else None
    refusal = lawful.transfer(standing, today, own) or _sent(standing, matter)
    ours = [one for one in standing.matters if one.sent_on is None]
    if refusal is None and len(ours) == 1:
        return Refusal("matter_last", cpaca("21"))
    return refusal


def sign(standing: Standing) -> Refusal | None:
    """Art. 21: the answer does not end what another authority has yet to be sent.

    With a report nothing is passed around, so nothing is waited for.
    """
    refusal = lawful.reply(standing)
    waits = standing.replied_on is None and not standing.holds_report
    if refusal is None and waits and any(map(standing.is_unsent, standing.matters)):
        return Refusal("matter_unsent", cpaca("21"))
    return refusal


def _none(standing: Standing, matter: int) -> Refusal | None:
    if 1 <= matter <= len(standing.matters):
        return None
    return Refusal("matter_none", cpaca("14"))


def _sent(standing: Standing, matter: int) -> Refusal | None:
    day = standing.matters[matter - 1].sent_on
    return Refusal("matter_sent", cpaca("21"), day=day) if day else None
