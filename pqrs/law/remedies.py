"""Ways to contest what was decided, or what was not: which there are, until when, before whom.

Ley 1437 de 2011, artículos 13, 17, 26 and 74 to 86.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from pqrs.law.calendar import Calendar
from pqrs.law.citations import Citation, cpaca
from pqrs.law.clocks import Start, clock_named, run_clock
from pqrs.law.contest_events import Appealed
from pqrs.law.contests import DECISIONS, Contest
from pqrs.law.corrections import corrected
from pqrs.law.events import Event, Rejected, Replied, Withdrawn
from pqrs.law.kinds import Kind, Phase, Remedy, Ruling
from pqrs.law.moments import BOGOTA, local_day
from pqrs.law.readings import Readings
from pqrs.law.standing import Standing

_DEFAULT_READINGS = Readings()
ACCESS = frozenset(
    {Kind.INFORMATION, Kind.DOCUMENTS, Kind.PRESS_INFORMATION, Kind.ANONYMOUS_INFORMATION}
)
"""Kinds that ask for information or documents: denying them has rules of its own."""


class Tribunal(StrEnum):
    """Who decides. AUTHOR: whoever decided before; SUPERIOR: that one's superior."""

    AUTHOR = "author"
    SUPERIOR = "superior"
    JUDGE = "judge"


@dataclass(frozen=True, slots=True)
class Way:
    """`until`: last day, None where the law sets none or it is not running yet. `used_on`: taken.

    `waits_notice`: its days begin when the decision is notified, which has not happened.
    `decision`: name of the clock that then runs for whoever has to decide.
    """

    remedy: Remedy
    before: Tribunal
    citation: Citation
    until: date | None
    used_on: date | None
    decision: str
    waits_notice: bool = False


_TRIBUNALS = {
    Remedy.RECONSIDERATION: Tribunal.AUTHOR,
    Remedy.APPEAL: Tribunal.SUPERIOR,
    Remedy.INSISTENCE: Tribunal.JUDGE,
    Remedy.NOT_ANSWERED: Tribunal.AUTHOR,
    Remedy.REFUSED_APPEAL: Tribunal.SUPERIOR,
}
_WINDOWS = {Remedy.RECONSIDERATION: "file_appeal", Remedy.APPEAL: "file_appeal",
            Remedy.INSISTENCE: "insist", Remedy.REFUSED_APPEAL: "file_refused_appeal"}  # fmt: skip
_Found = tuple[Remedy, Citation, date | None]
_WHOLE_ANSWER, _PRESUMED = cpaca("13"), cpaca("76, 83")


def ways_of(
    told: Sequence[Event],
    standing: Standing,
    today: date,
    calendar: Calendar,
    readings: Readings = _DEFAULT_READINGS,
    *,
    has_superior: bool = True,
) -> tuple[Way, ...]:
    """Every way there is, also those whose last day went by or that were taken.

    `has_superior`: nobody is above the mayor, against whom there is no apelación (artículo 74).
    """
    used = {event.remedy: local_day(event.at) for event in told if isinstance(event, Appealed)}
    found = _remedies(corrected(told), standing, today, calendar, readings)
    waits = standing.decided_on is not None and standing.notified_on is None
    ways = [
        _way(one, used, waits_notice=waits)
        for one in found
        if has_superior or one[0] is not Remedy.APPEAL
    ]
    rejected = _rejected(standing)
    if rejected is not None:
        refused = Remedy.REFUSED_APPEAL
        known_on = rejected.notified_on
        until = window(refused, known_on, calendar, readings) if known_on else None
        complaint = (refused, clock_named(_WINDOWS[refused]).citation, until)
        ways.append(_way(complaint, used, waits_notice=known_on is None))
    return tuple(ways)


def _way(found: _Found, used: Mapping[Remedy, date], *, waits_notice: bool) -> Way:
    remedy, citation, until = found
    return Way(
        remedy=remedy,
        before=_TRIBUNALS[remedy],
        citation=citation,
        until=until,
        used_on=used.get(remedy),
        decision=DECISIONS[remedy],
        waits_notice=waits_notice,
    )


def _rejected(standing: Standing) -> Contest | None:
    """The apelación that was not looked into: against that lies the queja (artículos 74 and 78).

    Once a queja had it heard, it is no more.
    """
    appeal = standing.contest(Remedy.APPEAL)
    if appeal is None or appeal.ruling is not Ruling.INADMISSIBLE:
        return None
    return appeal if standing.phase is not Phase.ANNULLED else None


def window(remedy: Remedy, known_on: date, calendar: Calendar, readings: Readings) -> date | None:
    """The last day for it, from the day on which the person knew."""
    start = Start(datetime.combine(known_on, time.min, BOGOTA))
    return run_clock(clock_named(_WINDOWS[remedy]), start, calendar, readings).on


def _remedies(
    told: Sequence[Event], standing: Standing, today: date, calendar: Calendar, readings: Readings
) -> Iterator[_Found]:
    if standing.phase is not Phase.CLOSED:
        yield from _against_silence(standing, today, calendar, readings)
        return
    ends = [event for event in told if _ends(event, standing)]
    if not ends:  # what ended it is the decision of a recurso, which has no other
        return
    end = ends[-1]
    known_on = standing.notified_on if standing.decided_on else standing.closed_on
    for remedy in _against(end, standing):
        until = None
        if remedy in _WINDOWS and known_on is not None:
            until = window(remedy, known_on, calendar, readings)
        yield remedy, _citation(remedy, end), until


def _ends(event: Event, standing: Standing) -> bool:
    """An answer or an act; not the withdrawal of what the entity then went on with."""
    if isinstance(event, Withdrawn):
        return event.tacitly or standing.continued_on is None
    return isinstance(event, Replied | Rejected)


def _against(end: Event, standing: Standing) -> Iterator[Remedy]:
    """Denying information or documents has no appeal, only the insistencia (artículos 25, 26)."""
    if isinstance(end, Replied):
        yield Remedy.NOT_ANSWERED
        access = [part.kind in ACCESS for part in standing.parts]
        if end.decision.denies and any(access):
            yield Remedy.INSISTENCE
        if end.decision.denies and all(access):
            return
        yield from (Remedy.RECONSIDERATION, Remedy.APPEAL)
    elif isinstance(end, Rejected):
        yield from (Remedy.RECONSIDERATION, Remedy.APPEAL)
    elif isinstance(end, Withdrawn) and end.tacitly:
        yield Remedy.RECONSIDERATION


def _citation(remedy: Remedy, end: Event) -> Citation:
    if remedy is Remedy.NOT_ANSWERED:
        return _WHOLE_ANSWER
    if isinstance(end, Withdrawn):
        return cpaca("17")
    return clock_named(_WINDOWS[remedy]).citation


def _against_silence(
    standing: Standing, today: date, calendar: Calendar, readings: Readings
) -> Iterator[_Found]:
    """After three months without answer it counts as denied: appealed at any time (art. 76, 83)."""
    if standing.phase is not Phase.OPEN or any(
        part.term.positive_silence for part in standing.parts
    ):
        return
    clock = clock_named("negative_silence")
    silence = run_clock(clock, Start(standing.received_at, standing.away), calendar, readings)
    if silence.on is not None and today > silence.on and standing.due_on is not None:
        yield Remedy.RECONSIDERATION, _PRESUMED, None
        yield Remedy.APPEAL, _PRESUMED, None
