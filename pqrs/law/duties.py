"""What else is owed on a petition, by whom and by when: every clock that runs at once.

It takes no today: a duty that only silence would create says so, and a page asks the standing
whether there was silence.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time

from pqrs.law.calendar import Calendar
from pqrs.law.citations import Citation
from pqrs.law.clocks import UNCONFIRMED, Clock, Deadline, Start, clock_named, run_clock
from pqrs.law.contests import BY_ACT, Contest
from pqrs.law.corrections import corrected
from pqrs.law.course import ONE_DAY, Course, Stop, StopGround, withdrawal_stop
from pqrs.law.events import Event
from pqrs.law.insistence import judge_deadline
from pqrs.law.kinds import InterruptionGround, Kind, Remedy, Ruling
from pqrs.law.lawful_duties import met_on
from pqrs.law.moments import BOGOTA
from pqrs.law.parts import Part
from pqrs.law.readings import SUSPENDED, Readings
from pqrs.law.remedies import ACCESS, Way, ways_of
from pqrs.law.standing import Standing

_DEFAULT_READINGS = Readings()


@dataclass(frozen=True, slots=True)
class Duty:
    """`owner`: entity, petitioner, parties, body, or a department's code. `done_on`: met that day.

    `on_silence`: if unanswered. `kind`: the part of a mixed petition it is for. `is_undated`: the
    law sets no number of days. `is_confirmed`: its figure was read in a norm.
    """

    name: str
    owner: str
    label: str
    citation: Citation
    due_on: date | None
    due_at: datetime | None = None
    done_on: date | None = None
    on_silence: bool = False
    kind: Kind | None = None
    is_undated: bool = False
    is_confirmed: bool = True


def duties(
    standing: Standing,
    told: Sequence[Event],
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    later: tuple[Calendar, Readings] | None = None,
    published_on: date | None = None,
) -> tuple[Duty, ...]:
    """Every duty that exists now, met or not, in order of date; those without date last.

    `told`: the history that `standing` was folded from. `later`: what runs after the decision is
    reckoned with these, because a case that ended keeps its rules and the clocks it left do not.
    `published_on`: since when a public answer was made of it, which no event of the case says.
    """
    found = [*_on_receipt(standing, calendar, readings)]
    if not standing.phase.is_final:
        found += _while_open(standing, calendar, readings)
    found += _on_matters(standing, calendar, readings)
    calendar, readings = later or (calendar, readings)
    happened = corrected(told)
    found += _on_decision(standing, happened, calendar, readings)
    found += _on_publishing(standing, published_on)
    for contest in standing.contests:
        found += _on_contest(contest, calendar, readings)
    return tuple(sorted(found, key=lambda duty: (duty.due_on is None, duty.due_on or date.max)))


def transfer_clock(kind: Kind) -> Clock:
    """The days to pass a petition on: five, or two for a claim about personal data."""
    return clock_named("transfer_data_claim" if kind is Kind.DATA_CLAIM else "transfer")


def transfer_by(
    kind: Kind, received_on: date, calendar: Calendar, readings: Readings = _DEFAULT_READINGS
) -> date:
    """Until when whoever is not competent passes it on and tells the petitioner."""
    deadline = run_clock(transfer_clock(kind), _day(received_on), calendar, readings)
    return deadline.on or received_on


def _duty(
    name: str, deadline: Deadline, done_on: date | None = None, *, on_silence: bool = False
) -> Duty:
    clock = clock_named(name)
    return Duty(
        name=name,
        owner=clock.owner,
        label=clock.label,
        citation=clock.citation,
        due_on=deadline.on,
        due_at=deadline.at,
        done_on=done_on,
        on_silence=on_silence,
        is_undated=clock.unit == "undated",
        is_confirmed=clock.is_confirmed,
    )


# ── From the day it arrives ──────────────────────────────────────────────────────────────────


def _on_receipt(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    start = Start(standing.received_at)
    number = run_clock(clock_named("acknowledge"), start, calendar, readings)
    yield _duty("acknowledge", number, standing.filed_at.astimezone(BOGOTA).date())
    for part in standing.own_parts:
        yield Duty(
            name="answer",
            owner="entity",
            label="",
            citation=part.term.citation,
            due_on=part.due_on,
            done_on=standing.answered_on,
            kind=part.kind if len(standing.parts) > 1 else None,
            is_confirmed=part.term.status not in UNCONFIRMED,
        )


def _on_matters(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    """What each other department writes, as long as an answer needs it; what is not ours to say."""
    for place, matter in enumerate(standing.matters):
        part = standing.part_of_matter(place)
        kind = part.kind if standing.is_apart else None
        if matter.sent_on or standing.is_unsent(matter):
            clock = transfer_clock(part.kind)
            start = Start(standing.received_at)
            deadline = _run_while_open(clock, start, standing, calendar, readings)
            moving = _duty(clock.name, deadline, matter.sent_on)
            yield replace(moving, name="transfer_part", kind=kind)
        elif matter.given_on or standing.is_awaited(matter):
            yield Duty(
                name="contribute",
                owner=matter.department,
                label="",
                citation=part.term.citation,
                due_on=part.due_on,
                done_on=matter.given_on,
                kind=kind,
                is_confirmed=part.term.status not in UNCONFIRMED,
            )


def _while_open(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    start = Start(standing.received_at)
    claim = standing.kind is Kind.DATA_CLAIM
    if standing.replied_on is None:
        moving = transfer_clock(standing.kind)
        moved = _run_while_open(moving, start, standing, calendar, readings)
        yield _duty(moving.name, moved)
        asking = "ask_data_completion" if claim else "ask_completion"
        if standing.continued_on is None:  # of whoever withdrew it nothing is asked (artículo 18)
            yield _duty(asking, Deadline(standing.ask_completion_by), standing.completion_asked_on)
    if claim:
        clock = clock_named("mark_data_claim")
        mark = _run_while_open(clock, start, standing, calendar, readings)
        yield _duty("mark_data_claim", mark, met_on(standing, "mark_data_claim"))
    yield from _while_stopped(standing, calendar, readings)
    yield from _on_silence(standing, calendar, readings)


def _run_while_open(
    clock: Clock, start: Start, standing: Standing, calendar: Calendar, readings: Readings
) -> Deadline:
    """As the answer: while it was withdrawn nobody could do it (artículo 18)."""
    deadline = run_clock(clock, start, calendar, readings)
    if not standing.away:
        return deadline
    (away,) = standing.away
    stop: Stop | None = away
    if readings.continuation_term != SUSPENDED:
        stop = withdrawal_stop(deadline.on, (away.on, away.until or away.on))
    return run_clock(clock, replace(start, stops=(stop,)), calendar, readings) if stop else deadline


def _while_stopped(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    """What ends the wait: the petitioner's words, or the superior who decides an impediment."""
    stop = standing.stop
    if stop is None:
        return
    if stop.ground is StopGround.IMPEDIMENT:
        clock = clock_named("send_impediment")
        sent = _run_while_open(clock, _day(stop.on), standing, calendar, readings)
        yield _duty(clock.name, sent, met_on(standing, clock.name))
    if not standing.waits_for_petitioner:
        return
    name = "clarify" if stop.ground is StopGround.CLARIFICATION else "complete"
    if standing.kind is Kind.DATA_CLAIM and name == "complete":
        name = "data_withdrawn"
    yield _duty(name, Deadline(standing.respond_by))


def _on_silence(standing: Standing, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    granted = [part for part in standing.parts if part.term.positive_silence]
    if len(granted) < len(standing.parts):
        clock = clock_named("negative_silence")
        start = Start(standing.received_at, standing.away)
        silence = run_clock(clock, start, calendar, readings)
        yield _duty("negative_silence", silence, on_silence=True)
    for part in granted:
        if part.due_on is not None:
            yield _after_positive_silence(standing, part, part.due_on, calendar, readings)


def _after_positive_silence(
    standing: Standing, part: Part, due_on: date, calendar: Calendar, readings: Readings
) -> Duty:
    """Copies three working days after the term; a utility's effects within 72 hours of it."""
    happens = not standing.silent
    if part.kind is Kind.PUBLIC_UTILITY:
        ends = datetime.combine(due_on, time.max, BOGOTA)
        granted = run_clock(clock_named("grant_utility"), Start(ends), calendar, readings)
        return _duty("grant_utility", granted, on_silence=happens)
    copies = copies_deadline(standing, calendar, readings, part)
    return _duty("hand_copies", copies, on_silence=happens)


def copies_deadline(
    standing: Standing, calendar: Calendar, readings: Readings, part: Part | None = None
) -> Deadline:
    """Three working days after the term (artículo 14.1; from when, is the reading 13.20).

    After its last day, and not that many days more: days that ended while it stood still, or was
    withdrawn, are given one back, and the three are whole after that one.
    """
    part = part or standing.part
    if part.due_on is None:
        return Deadline(None)
    course, days = standing.course_of(part), clock_named("hand_copies").amount
    if readings.silence_copies_from == "art_84":
        days -= calendar.is_working(course.begins_after)
        course = Course(course.begins_after - ONE_DAY, course.stops)
    return Deadline(calendar.add_working_days(part.due_on, days), course=course)


# ── Once something was decided ───────────────────────────────────────────────────────────────


def _on_decision(
    standing: Standing, told: Sequence[Event], calendar: Calendar, readings: Readings
) -> Iterator[Duty]:
    """Notify what was signed, personally or by aviso; the person's own windows."""
    signed_on = standing.decided_on or standing.replied_on
    if signed_on is not None:
        start, reached_on = _day(signed_on), standing.answered_on or standing.notified_on
        summon = run_clock(clock_named("summon"), start, calendar, readings)
        yield _duty("summon", summon, reached_on)
        if reached_on is None:
            notice = run_clock(clock_named("send_notice"), start, calendar, readings)
            yield _duty("send_notice", notice)
    ways = ways_of(told, standing, standing.received_on, calendar, readings)
    yield from _windows(ways)


def _on_publishing(standing: Standing, published_on: date | None) -> Iterator[Duty]:
    """What was answered about information is for everybody (Ley 1712 de 2014, artículo 14)."""
    wants_access = any(part.kind in ACCESS for part in standing.parts)
    if standing.answered_on is not None and wants_access:
        yield _duty("publish_answer", Deadline(None), published_on)


def _windows(ways: Sequence[Way]) -> Iterator[Duty]:
    """Reposición and apelación share theirs."""
    for name, remedies in _WINDOWS.items():
        found = [way for way in ways if way.remedy in remedies]
        if found:
            used = [way.used_on for way in found if way.used_on]
            yield _duty(name, Deadline(found[0].until), min(used, default=None))


_WINDOWS = {
    "file_appeal": (Remedy.RECONSIDERATION, Remedy.APPEAL),
    "insist": (Remedy.INSISTENCE,),
    "file_refused_appeal": (Remedy.REFUSED_APPEAL,),
}


def _on_contest(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    """What each obliges to (artículos 26, 74, 79, 86; how soon one is decided is 13.15)."""
    name, deadline = contest.clock.name, contest.deadline(calendar, readings)
    if contest.remedy is Remedy.INSISTENCE:
        yield _duty(name, deadline, contest.sent_on)
        yield from _with_judge(contest, calendar, readings)
        return
    until = contest.evidence_until(calendar)
    if until is not None:
        # What nobody closed ended by itself, and is not late because the decision came after it.
        over_on = contest.evidence_closed_on or contest.decided_on
        yield _duty("take_evidence", Deadline(until), min(over_on, until) if over_on else None)
    if contest.shared_on is not None:
        yield _duty("answer_evidence", Deadline(contest.shared_until(calendar, readings)))
    yield _duty(name, deadline, contest.notified_on)
    if contest.decided_on is not None and contest.remedy in BY_ACT:
        summon = run_clock(clock_named("summon"), _day(contest.decided_on), calendar, readings)
        yield _duty("summon", summon, contest.notified_on)


def _with_judge(contest: Contest, calendar: Calendar, readings: Readings) -> Iterator[Duty]:
    """The judge's own days, what interrupts them and, when ordered, handing things over."""
    since = contest.with_judge_from
    if since is None:
        return
    ruled = judge_deadline(since, contest.interruptions, calendar, readings)
    yield _duty("decide_insistence", ruled, contest.decided_on)
    for one in contest.interruptions:
        asked = one.ground is InterruptionGround.DOCUMENTS
        name = "hand_to_judge" if asked else "take_over_insistence"
        yield _duty(name, Deadline(one.silent_on(calendar)), one.until or contest.decided_on)
    if contest.ruling in {Ruling.MODIFIED, Ruling.REVOKED}:
        yield _duty("obey_insistence", Deadline(contest.comply_by), contest.notified_on)


def _day(day: date) -> Start:
    return Start(datetime.combine(day, time.min, BOGOTA))
