"""May this be done now with what was presented against a decision? As `lawful.py`.

Ley 1437 de 2011, artículos 26 and 74 to 86. Each takes the contest, None when there is none.
"""

from collections.abc import Sequence
from datetime import date

from pqrs.law.calendar import Calendar
from pqrs.law.citations import Citation, cpaca
from pqrs.law.clocks import clock_named
from pqrs.law.contests import APPEALS, RULINGS, Contest
from pqrs.law.course import Stop
from pqrs.law.kinds import InterruptionEnd, InterruptionGround, Remedy, Ruling
from pqrs.law.readings import Readings
from pqrs.law.refusals import Refusal
from pqrs.law.remedies import Way

_DEFAULT_READINGS = Readings()
_EVIDENCE = cpaca("79")


def appeal(ways: Sequence[Way], remedy: Remedy, today: date) -> Refusal | None:
    """Art. 74 to 76 and 26: by a way that the decision has, once, until its last day.

    `ways`: those of `remedies.ways_of`.
    """
    if not ways:
        return Refusal("appeal_nothing", cpaca("74"))
    way = next((one for one in ways if one.remedy is remedy), None)
    if way is None:
        return Refusal("appeal_not_this", cpaca("74"))
    if way.used_on is not None:
        return Refusal("appeal_once", way.citation, day=way.used_on)
    if way.until is not None and today > way.until:
        return Refusal("appeal_late", way.citation, day=way.until)
    return None


def order_evidence(
    contest: Contest | None,
    today: date,
    calendar: Calendar,
    total_days: int | None = None,
    readings: Readings = _DEFAULT_READINGS,
) -> Refusal | None:
    """Art. 79: up to thirty working days in all, lengthened once, before they are over.

    `total_days`: since the first order; without it, whether any order is still possible.
    """
    refusal = _decided(contest)
    if refusal or contest is None:
        return refusal
    if contest.remedy not in APPEALS:
        return Refusal("evidence_not_here", _EVIDENCE)
    stop = contest.evidence(calendar)
    due_on = contest.deadline(calendar, readings).on
    if stop is None and due_on is not None and today > due_on:
        return Refusal("evidence_late", cpaca("86"), day=due_on)
    return _lengthened(contest, stop, today) or _evidence_days(contest, total_days)


def _lengthened(contest: Contest, stop: Stop | None, today: date) -> Refusal | None:
    """What was gathered, lengthened once or over by itself goes on no more."""
    if contest.evidence_closed_on is not None:
        return Refusal("evidence_closed", _EVIDENCE, day=contest.evidence_closed_on)
    if contest.is_lengthened:
        return Refusal("evidence_once", _EVIDENCE)
    if stop is not None and stop.until is not None and today > stop.until:
        return Refusal("evidence_over", _EVIDENCE, day=stop.until)
    return None


def _evidence_days(contest: Contest, total_days: int | None) -> Refusal | None:
    most = clock_named("take_evidence").amount
    if contest.evidence_days >= most:
        return Refusal("evidence_days", _EVIDENCE, amount=most)
    if total_days is not None and not 1 <= total_days <= most:
        return Refusal("evidence_days", _EVIDENCE, amount=most)
    if total_days is not None and total_days <= contest.evidence_days:
        return Refusal("evidence_shorter", _EVIDENCE, amount=contest.evidence_days)
    return None


def close_evidence(contest: Contest | None, today: date, calendar: Calendar) -> Refusal | None:
    """Art. 79: once all of it was gathered, before its last day is over; after it, by itself."""
    refusal = _decided(contest)
    if refusal or contest is None:
        return refusal
    if contest.evidence_closed_on is not None:
        return Refusal("evidence_closed", _EVIDENCE, day=contest.evidence_closed_on)
    stop = contest.evidence(calendar)
    if stop is None or stop.until is None:
        return Refusal("evidence_none", _EVIDENCE)
    if today > stop.until:
        return Refusal("evidence_ended", _EVIDENCE, day=stop.until)
    return None


def share_evidence(
    contest: Contest | None, on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Art. 79: the other parties are told of it once, and have five days to speak."""
    refusal = _decided(contest)
    if refusal or contest is None:
        return refusal
    if contest.remedy not in APPEALS:
        return Refusal("evidence_not_here", _EVIDENCE)
    if contest.shared_on is not None:
        return Refusal("evidence_shared", _EVIDENCE, day=contest.shared_on)
    return _within(contest.on, on, today, _EVIDENCE)


def decide_appeal(contest: Contest | None, ruling: Ruling | None = None) -> Refusal | None:
    """Art. 80 and 86: also after the silence, which excuses nobody from deciding."""
    refusal = _decided(contest)
    if refusal or contest is None:
        return refusal
    if contest.remedy is Remedy.INSISTENCE:
        return Refusal("contest_none", cpaca("80"))
    if ruling is not None and ruling not in RULINGS[contest.remedy]:
        return Refusal("contest_ruling", cpaca("80"))
    return _heard(contest) if ruling is Ruling.INADMISSIBLE else None


def reject_appeal(contest: Contest | None) -> Refusal | None:
    """Art. 78: whoever decided rejects an apelación that is not as art. 77 asks; queja lies."""
    refusal = _decided(contest)
    if refusal or contest is None:
        return refusal
    if contest.remedy is not Remedy.APPEAL:
        return Refusal("appeal_not_rejected", cpaca("78"))
    return _heard(contest)


def _heard(contest: Contest) -> Refusal | None:
    """What a queja had heard is not rejected again (art. 74, num. 3)."""
    if contest.heard_from is None:
        return None
    return Refusal("appeal_heard", cpaca("74, numeral 3"), day=contest.heard_from)


def send_insistence(
    contest: Contest | None, sent_on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Art. 26: the file goes to the judge, late or not, once."""
    if contest is None or contest.remedy is not Remedy.INSISTENCE:
        return Refusal("contest_none", cpaca("26"))
    if contest.sent_on is not None:
        return Refusal("insistence_sent", cpaca("26"), day=contest.sent_on)
    return _within(contest.on, sent_on, today, cpaca("26"))


def receive_insistence(
    contest: Contest | None, arrived_on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Art. 26: the day the court has it is written down once, until it has ruled.

    Whoever asked for documents had it by then.
    """
    if contest is None or contest.remedy is not Remedy.INSISTENCE:
        return Refusal("contest_none", cpaca("26"))
    if contest.sent_on is None:
        return Refusal("insistence_not_sent", cpaca("26"))
    if contest.arrived_on is not None:
        return Refusal("insistence_arrived", cpaca("26"), day=contest.arrived_on)
    asked = [one.on for one in contest.interruptions if one.ground is InterruptionGround.DOCUMENTS]
    last = min([today, *asked]) if today else None
    return _decided(contest) or _within(contest.sent_on, arrived_on, last, cpaca("26"))


def interrupt_insistence(
    contest: Contest | None,
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    ground: InterruptionGround | None = None,
    asked_on: date | None = None,
    today: date | None = None,
) -> Refusal | None:
    """Art. 26: the judge's days are interrupted while they run; what took over has none."""
    refusal = _with_judge(contest)
    if refusal or contest is None:
        return refusal
    if contest.taken_over_on is not None:
        return Refusal("insistence_taken_over", cpaca("26, numeral 2"), day=contest.taken_over_on)
    waiting = contest.interruption(ground) if ground else None
    if waiting is not None and waiting.is_open(calendar, asked_on):
        return Refusal("interruption_open", cpaca("26"), day=waiting.on)
    due_on = contest.next_deadline(calendar, readings).on
    if asked_on is not None and due_on is not None and asked_on > due_on:
        return Refusal("interruption_late", cpaca("26"), day=due_on)
    return _within(contest.with_judge_from or contest.on, asked_on, today, cpaca("26"))


def end_interruption(
    contest: Contest | None,
    ending: InterruptionEnd | None = None,
    ended_on: date | None = None,
    today: date | None = None,
) -> Refusal | None:
    """Art. 26: what was asked for arrived, or the section said whether it takes it over."""
    refusal = _with_judge(contest)
    if refusal or contest is None:
        return refusal
    grounds = (ending.ground,) if ending else tuple(InterruptionGround)
    found = [one for one in map(contest.interruption, grounds) if one is not None]
    if not found:
        return Refusal("interruption_none", cpaca("26"))
    return _within(found[0].on, ended_on, today, cpaca("26"))


def _with_judge(contest: Contest | None) -> Refusal | None:
    if contest is None or contest.remedy is not Remedy.INSISTENCE:
        return Refusal("contest_none", cpaca("26"))
    if contest.with_judge_from is None:
        return Refusal("insistence_not_sent", cpaca("26"))
    return _decided(contest)


def rule_insistence(
    contest: Contest | None, ruled_on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Art. 26: what the judge decided is written down once, after it was sent."""
    refusal = _with_judge(contest)
    if refusal or contest is None:
        return refusal
    return _within(contest.with_judge_from or contest.on, ruled_on, today, cpaca("26"))


def notify_appeal(
    contest: Contest | None, on: date | None = None, today: date | None = None
) -> Refusal | None:
    """Art. 67 and 86: the decision reaches the person once, not before it was taken."""
    if contest is None:
        return Refusal("contest_none", cpaca("67"))
    if contest.decided_on is None:
        return Refusal("contest_undecided", cpaca("67"))
    if contest.notified_on is not None:
        return Refusal("contest_told", cpaca("67"), day=contest.notified_on)
    return _within(contest.decided_on, on, today, cpaca("67"))


def _decided(contest: Contest | None) -> Refusal | None:
    if contest is None:
        return Refusal("contest_none", cpaca("74"))
    if contest.decided_on is not None:
        return Refusal("contest_decided", cpaca("80"), day=contest.decided_on)
    return None


def _within(
    first: date, day: date | None, today: date | None, citation: Citation
) -> Refusal | None:
    """A day that is asked of a person is neither before what came first nor still to come."""
    if day is None or today is None or first <= day <= today:
        return None
    return Refusal("contest_day", citation, first=first, last=today)
