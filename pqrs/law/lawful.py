"""May this act happen now? Nothing, or the refusal that the page shows and the act raises.

The button and the guard are one function. Each takes the standing and what its own rule needs; a
late answer, transfer or completion is still owed, so lateness refuses only where a norm says so.
Of what is presented against a decision, `lawful_contests.py`.
"""

from datetime import date

from pqrs.law.citations import OWN_REGULATION, Citation, cpaca
from pqrs.law.course import StopGround
from pqrs.law.denial import Denial
from pqrs.law.kinds import Decision, Kind, Phase
from pqrs.law.parts import EXTENSION_RULE, Part, completion_rule
from pqrs.law.readings import Readings
from pqrs.law.refusals import Refusal
from pqrs.law.remedies import ACCESS
from pqrs.law.standing import Standing, first_due
from pqrs.law.wording import Param

_DEFAULT_READINGS = Readings()
_PROCEDURE = cpaca("14")


def assign(standing: Standing, *, complained_about: bool = False) -> Refusal | None:
    """Moving a case inside the entity is free while it lives: the authority is one (art. 21).

    Only not to the office it complains about, which may not decide on itself (art. 11).
    """
    if complained_about:
        return Refusal("conflict_of_interest", cpaca("11"))
    return _ended(standing)


def draft(standing: Standing) -> Refusal | None:
    return reply(standing)


def reply(standing: Standing) -> Refusal | None:
    """Late or not, the duty to answer stays (art. 83)."""
    return _ended(standing)


def decide(
    standing: Standing, today: date, decision: Decision, denial: Denial | None = None
) -> Refusal | None:
    """Nothing is denied after positive silence (art. 14.1).

    Information or documents are denied with the provision, its kind and the harm (art. 25).
    """
    if decision.denies and standing.deemed_granted(today):
        return Refusal("deemed_granted", standing.term.citation)
    wants_access = any(part.kind in ACCESS for part in standing.parts)
    if decision.denies and wants_access and not (denial and denial.is_complete):
        return Refusal("denial_incomplete", cpaca("25"))
    return _ended(standing)


def deliver(
    standing: Standing, on: date | None = None, today: date | None = None
) -> Refusal | None:
    """An answer, or the act that ended it without one, reaches the person once (art. 67 to 69).

    `on`: the day it did, neither before it was signed nor after `today`.
    """
    signed_on = standing.decided_on or standing.replied_on
    if signed_on is None:
        return Refusal("deliver_nothing", cpaca("67"))
    if standing.notified_on is not None:
        return Refusal("delivered_already", cpaca("67"), day=standing.notified_on)
    refusal = None if standing.decided_on else _ended(standing)
    if refusal is None and on and today and not signed_on <= on <= today:
        return Refusal("delivered_day", cpaca("67"), first=signed_on, last=today)
    return refusal


def post_notice(standing: Standing, posted_on: date | None = None) -> Refusal | None:
    """What has not reached anybody may go up on the board, once at a time (art. 69).

    `posted_on`: since when it is there already.
    """
    if posted_on is not None:
        return Refusal("notice_there", cpaca("69"), day=posted_on)
    return deliver(standing)


def transfer(standing: Standing, today: date, part: Part | None = None) -> Refusal | None:
    """After the five days too: the duty does not lapse (art. 21). What was granted stays here.

    `part`: of a mixed petition, when only that one goes: the silence of another does not keep it.
    """
    return _ended(standing) or _answered(standing, cpaca("21")) or _granted(standing, today, part)


def reclassify(standing: Standing, kind: Kind | None = None) -> Refusal | None:
    """A wrong choice never harms the citizen (art. 13); without a kind, only whether it may be."""
    if kind is not None and kind is standing.kind and kind is not Kind.MIXED:
        return Refusal("same_kind", cpaca("13"), kind=kind.code)
    return _ended(standing) or _answered(standing, cpaca("13"))


def extend(
    standing: Standing,
    today: date,
    total_days: int | None = None,
    readings: Readings = _DEFAULT_READINGS,
    place: int | None = None,
) -> Refusal | None:
    """Art. 14, parágrafo: told before the term ends, with reasons and date, at most the double.

    `total_days`: of the whole term; without it, whether any extension is still possible. `place`:
    of a part of a mixed petition; without it, any answered here will do, and what is said is of
    the first due.
    """
    refusal = _ended(standing) or _answered(standing, EXTENSION_RULE)
    if refusal:
        return refusal
    if place in standing.gone:
        return Refusal("extension_sent", cpaca("21"))
    asked = standing.own_parts if place is None else (standing.parts[place],)
    first = first_due(asked)
    refusal = _extend_part(standing, first, today, total_days, readings)
    others = (one for one in asked if one is not first)
    if any(_extend_part(standing, one, today, total_days, readings) is None for one in others):
        return None
    return refusal


def _extend_part(
    standing: Standing, part: Part, today: date, total_days: int | None, readings: Readings
) -> Refusal | None:
    longest = part.term.longest(readings)
    objection = part.objection_to_extend(
        total_days or longest, today, was_stopped=standing.was_stopped, readings=readings
    )
    if objection:
        return Refusal(objection.rule, objection.citation, **dict(objection.params))
    if total_days is not None and total_days > longest:
        return Refusal("extension_above", EXTENSION_RULE, amount=longest)
    return None


def request_completion(
    standing: Standing, today: date, readings: Readings = _DEFAULT_READINGS
) -> Refusal | None:
    """Art. 17: once, within ten days of filing, listing all that is missing."""
    refusal = _ended(standing) or _continued(standing) or _answered(standing, cpaca("17"))
    refusal = refusal or _stopped(standing)
    if refusal:
        return refusal
    if standing.completion_asked_on is not None:
        return Refusal("completion_once", cpaca("17"), day=standing.completion_asked_on)
    if today > standing.ask_completion_by and not readings.late_requirement_stops:
        return Refusal("completion_late", cpaca("17"), day=standing.ask_completion_by)
    return _expired(standing, today, cpaca("17"))


def extend_completion(standing: Standing, today: date) -> Refusal | None:
    """Art. 17: the petitioner asks before the month ends, once, for as long again.

    The two months of a claim about personal data are not extended (Ley 1581, art. 15).
    """
    if standing.stop is None or standing.stop.ground is not StopGround.COMPLETION:
        return Refusal("completion_not_asked", cpaca("17"))
    if standing.kind is Kind.DATA_CLAIM:
        return Refusal("completion_extension_none", completion_rule(standing.kind))
    if standing.respond_extended:
        return Refusal("completion_extended_once", cpaca("17"))
    if standing.respond_by is not None and today > standing.respond_by:
        return Refusal("completion_extension_late", cpaca("17"), day=standing.respond_by)
    return _ended(standing)


def complete(standing: Standing) -> Refusal | None:
    """Also after the month, until the act that declares it withdrawn is issued (art. 17)."""
    if not standing.waits_for_petitioner:
        return Refusal("completion_not_asked", cpaca("17"))
    return _ended(standing)


def return_unclear(standing: Standing, today: date) -> Refusal | None:
    """Art. 19: only when nobody can tell what it asks; never as incomplete."""
    return (
        _ended(standing)
        or _continued(standing)
        or _answered(standing, cpaca("19"))
        or _stopped(standing)
        or _expired(standing, today, cpaca("19"))
    )


def pause(standing: Standing, today: date) -> Refusal | None:
    """Art. 12 and 39. There is no general power to suspend terms."""
    return (
        _ended(standing)
        or _answered(standing, cpaca("12"))
        or _stopped(standing)
        or _expired(standing, today, cpaca("12"))
    )


def resume(standing: Standing) -> Refusal | None:
    stop = standing.stop
    if stop is None or standing.waits_for_petitioner:
        return Refusal("not_paused", cpaca("12"))
    return _ended(standing)


def reject(standing: Standing, today: date) -> Refusal | None:
    """Art. 19: exceptional, by a reasoned act that is notified. Never after positive silence.

    Nor what the entity itself found to be of public interest.
    """
    refusal = _ended(standing) or _continued(standing) or _answered(standing, cpaca("19"))
    return refusal or _granted(standing, today)


def withdraw(standing: Standing) -> Refusal | None:
    """Art. 18: at any time, by the petitioner; what the entity then goes on with is not theirs."""
    return _ended(standing) or _continued(standing)


def continue_officially(standing: Standing) -> Refusal | None:
    """Art. 18: only what the petitioner took back, not what was declared withdrawn (art. 17)."""
    if standing.is_withdrawn:
        return None
    return _continued(standing) or Refusal("continue_not_withdrawn", cpaca("18"))


def withdraw_tacitly(standing: Standing, today: date) -> Refusal | None:
    """Art. 17 and 19: by a reasoned act, once the time to complete or clarify is over."""
    refusal = _ended(standing) or _granted(standing, today)
    if refusal:
        return refusal
    if not standing.waits_for_petitioner or standing.respond_by is None:
        return Refusal("completion_not_asked", cpaca("17"))
    if today <= standing.respond_by:
        return Refusal("withdraw_early", cpaca("17"), day=standing.respond_by)
    return None


def add_text(standing: Standing) -> Refusal | None:
    """Art. 15: nobody may refuse more arguments or documents, while there is an answer to write."""
    return _ended(standing) or _answered(standing, cpaca("15"))


def converse(standing: Standing) -> Refusal | None:
    """Either side may write while the case is ours, answered or not.

    A report is looked into after its answer (Ley 1474 de 2011, art. 76). What another authority has
    is talked about there.
    """
    is_ours = standing.phase not in {Phase.TRANSFERRED, Phase.ANNULLED}
    return None if is_ours else _ended(standing)


def annul(standing: Standing, today: date) -> Refusal | None:
    """A number given in error is annulled by a written act; it is never used again.

    Only before positive silence: what was granted is not undone so.
    """
    if standing.phase is Phase.ANNULLED:
        return Refusal("annulled", OWN_REGULATION)
    return _answered(standing, OWN_REGULATION) or _granted(standing, today)


def deny_documents(standing: Standing, today: date) -> Refusal | None:
    """Art. 14.1: after the silence, what was asked for can no longer be refused."""
    return _granted(standing, today) or _ended(standing)


def _granted(standing: Standing, today: date, part: Part | None = None) -> Refusal | None:
    """Art. 14.1: what silence granted is not refused, sent away or struck out."""
    granted = standing.is_granted(part, today) if part else standing.deemed_granted(today)
    return Refusal("deemed_granted", (part or standing.part).term.citation) if granted else None


def _ended(standing: Standing) -> Refusal | None:
    if not standing.phase.is_final:
        return None
    params: dict[str, Param] = {"day": standing.closed_on or standing.received_on}
    return Refusal(f"ended_{standing.phase.value}", _PROCEDURE, **params)


def _continued(standing: Standing) -> Refusal | None:
    """Art. 18: the petitioner withdrew, so nothing is asked of them nor ended for their sake."""
    if standing.continued_on is None:
        return None
    return Refusal("continued", cpaca("18"), day=standing.continued_on)


def _answered(standing: Standing, citation: Citation) -> Refusal | None:
    if standing.replied_on is None:
        return None
    return Refusal("already_replied", citation, day=standing.replied_on)


def _stopped(standing: Standing) -> Refusal | None:
    stop = standing.stop
    return None if stop is None else Refusal("already_stopped", cpaca("17"), day=stop.on)


def _expired(standing: Standing, today: date, citation: Citation) -> Refusal | None:
    if standing.due_on is None or today <= standing.due_on:
        return None
    return Refusal("stop_late", citation, day=standing.due_on)
