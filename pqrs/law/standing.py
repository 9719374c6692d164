"""Where a petition stands in law, given all that happened to it.

It takes no today, so it changes only when an event, the calendar or a reading does, and may be
stored. What depends on today is asked of it. How each event moves it: `fold.py`. It is a
named tuple because half the time of a fold went into making a frozen dataclass of this size.
"""

from datetime import date, datetime
from typing import NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.contests import UPWARDS, Contest, Stage
from pqrs.law.course import PETITIONER_GROUNDS, Course, Stop, StopGround
from pqrs.law.kinds import Kind, Phase, Remedy
from pqrs.law.matters import Matter, terms_of
from pqrs.law.parts import Objection, Part
from pqrs.law.terms import Term


class Standing(NamedTuple):
    """Days are local. `due_on` is None while the clock stands still or nothing is due.

    `received_on`: the day the law takes as that of reception, day 0. `arrived_on`: the calendar
    day it arrived. `answered_on`: the answer met the term. `respond_by`: until when the petitioner
    may complete or clarify. `without_effect`: what was done and changed no date, and why.
    `earlier`: runs of the term that a restart ended. `breaches`: due dates on record as gone by
    unmet, in order; they stay whatever is done later, unless the answer turns out to have arrived
    before. `silent`: positive silence came with one. `decided_on`: an act ended it without an
    answer, and has to be notified; `notified_on`: it was. `contests`: each recurso or insistencia.
    `matters`: those that several departments answer together, none when it is one. `gone`: the
    places of the parts that another authority answers, which have no term here any more. `met`: the
    duties that somebody noted as done, each with its day (`lawful_duties.py`). `withdrawn_on`: by
    the petitioner's own words; `continued_on`: the entity went on with it of its own motion.
    `third_noted_on`: since when third persons are to be told and nobody was; `third_told_on`: the
    last that was.
    """

    phase: Phase
    kind: Kind
    parts: tuple[Part, ...]
    filed_at: datetime
    received_at: datetime
    arrived_on: date
    received_on: date
    due_on: date | None
    course: Course
    earlier: tuple[Course, ...]
    ask_completion_by: date
    completion_asked_on: date | None
    respond_by: date | None
    respond_extended: bool
    department: str | None
    official_id: int | None
    competent: str | None
    routed_by: str | None
    replied_on: date | None
    answered_on: date | None
    closed_on: date | None
    withdrawn_on: date | None
    continued_on: date | None
    appealed_on: date | None
    without_effect: tuple[tuple[date, Objection], ...]
    breaches: tuple[date, ...]
    silent: bool
    decided_on: date | None
    notified_on: date | None
    contests: tuple[Contest, ...]
    matters: tuple[Matter, ...]
    gone: frozenset[int]
    met: tuple[tuple[str, date], ...]
    third_noted_on: date | None
    third_told_on: date | None
    last_at: datetime

    @property
    def part(self) -> Part:
        """The part whose term ends first; the only one, unless the petition is mixed."""
        return first_due(self.own_parts)

    @property
    def own_parts(self) -> tuple[Part, ...]:
        """Those that are answered here: one at least."""
        if not self.gone:
            return self.parts
        return tuple(part for place, part in enumerate(self.parts) if place not in self.gone)

    @property
    def term(self) -> Term:
        return self.part.term

    @property
    def total_days(self) -> int:
        """Working days of the term as it now stands, extensions included."""
        return self.part.total_days

    @property
    def is_extended(self) -> bool:
        return any(part.total_days > part.term.amount for part in self.parts)

    @property
    def was_stopped(self) -> bool:
        return bool(self.course.stops or self.earlier)

    def course_of(self, part: Part) -> Course:
        """The run of one part: its days may have ended while the petition was withdrawn."""
        return self.course if part.lapse is None else self.course.with_stop(part.lapse)

    @property
    def is_withdrawn(self) -> bool:
        """Whether the petitioner took it back and nobody went on with it."""
        was_withdrawn = self.withdrawn_on is not None and self.continued_on is None
        return was_withdrawn and self.phase is Phase.CLOSED

    @property
    def away(self) -> tuple[Stop, ...]:
        """While it was withdrawn, when the entity went on with it: nobody owed an answer then.

        None when it went on that same day.
        """
        if self.continued_on is None or self.withdrawn_on in {None, self.continued_on}:
            return ()
        return (Stop(self.withdrawn_on, StopGround.WITHDRAWAL, until=self.continued_on),)

    @property
    def stop(self) -> Stop | None:
        """Why the clock stands still now."""
        return next((stop for stop in self.course.stops if stop.until is None), None)

    @property
    def waits_for_petitioner(self) -> bool:
        stop = self.stop
        return stop is not None and stop.ground in PETITIONER_GROUNDS and not self.phase.is_final

    def is_overdue(self, today: date) -> bool:
        """The last day is in time until midnight (Ley 4 de 1913, artículo 59)."""
        owed = self.answered_on is None and not self.phase.is_final
        return owed and self.due_on is not None and today > self.due_on

    @property
    def is_contested(self) -> bool:
        """Whether a recurso or an insistencia still waits for something."""
        return any(one.stage is not Stage.OVER for one in self.contests)

    @property
    def appeal_to(self) -> str | None:
        """The department above that an apelación or a queja waits for, first to be decided.

        What whoever decided before has rejected is not told by the one above.
        """
        waiting = [
            one for one in self.contests if one.remedy in UPWARDS and one.by in {None, one.superior}
        ]
        for stage in (Stage.TO_DECIDE, Stage.TO_NOTIFY):
            for one in waiting:
                if one.stage is stage:
                    return one.superior
        return None

    def contest(self, remedy: Remedy) -> Contest | None:
        """The one of that remedy, if it was presented."""
        return next((one for one in self.contests if one.remedy is remedy), None)

    def part_of_matter(self, place: int) -> Part:
        """The term of a matter: its own where each has one, else the petition's."""
        own = terms_of(self.matters, [part.kind for part in self.parts])
        return self.parts[own[place]] if own else self.part

    @property
    def is_apart(self) -> bool:
        """Whether each matter has a term of its own."""
        return bool(terms_of(self.matters, [part.kind for part in self.parts]))

    @property
    def part_departments(self) -> tuple[str, ...]:
        """Who sees to some matter, in the order of the text, without repeats."""
        ours = (one.department for one in self.matters if one.department and not one.is_outside)
        return tuple(dict.fromkeys(ours))

    def is_awaited(self, matter: Matter) -> bool:
        """Whether its department has yet to write, for an answer that is not signed."""
        others = matter.department not in {"", self.department} or self.routed_by == "intake"
        is_theirs = matter.department != "" and others and not matter.is_outside
        is_open = self.replied_on is None and not self.phase.is_final
        return is_theirs and is_open and matter.version is None

    def is_unsent(self, matter: Matter) -> bool:
        """Whether it has yet to be passed on to whoever answers it; our answer does not end that.

        Norm: CPACA art. 21.
        """
        is_owed = not self.phase.is_final or (self.phase is Phase.CLOSED and bool(self.replied_on))
        return matter.is_outside and matter.sent_on is None and is_owed

    @property
    def owes_third_parties(self) -> bool:
        """Whether somebody else may be affected and was not told, before the decision (art. 37)."""
        return self.third_noted_on is not None and not (self.replied_on or self.phase.is_final)

    @property
    def holds_report(self) -> bool:
        """Whether it is a report of wrongdoing, or one of its parts is."""
        return any(part.kind is Kind.REPORT for part in self.parts)

    @property
    def breached_on(self) -> date | None:
        """The last due date that is on record as gone by unmet."""
        return self.breaches[-1] if self.breaches else None

    def unrecorded_breaches(self, today: date) -> tuple[tuple[date, tuple[Kind, ...]], ...]:
        """Each due date gone by unmet that is not yet on record, with the kinds that missed it.

        What is earlier than a breach on record is not another one: the term was broken already.
        """
        if not self.is_overdue(today):
            return ()
        known = max(self.breaches, default=date.min)
        missed: dict[date, list[Kind]] = {}
        for part in self.parts:
            if part.due_on is not None and known < part.due_on < today:
                missed.setdefault(part.due_on, []).append(part.kind)
        return tuple((on, tuple(missed[on])) for on in sorted(missed))

    def days_left(self, today: date, calendar: Calendar) -> int | None:
        """Working days until the last one; negative when late, None when nothing is due."""
        return None if self.due_on is None else calendar.count_working_days(today, self.due_on)

    def deemed_granted(self, today: date) -> bool:
        """Positive silence: no answer reached the person in time (CPACA, artículo 14.1).

        A transfer after the silence does not undo it; an annulment is not an answer that was late.
        """
        if self.phase is Phase.ANNULLED:
            return self.silent
        return self.silent or any(
            _is_silent(part, self.answered_on or self.closed_on or today) for part in self.parts
        )

    def is_granted(self, part: Part, today: date) -> bool:
        """As `deemed_granted`, of one part: silence on record may have been another's."""
        could = [one for one in self.parts if one.term.positive_silence]
        return _is_silent(part, today) or (self.silent and could == [part])


def _is_silent(part: Part, reached_on: date) -> bool:
    due_on = part.due_on
    return part.term.positive_silence and due_on is not None and reached_on > due_on


def first_due(parts: tuple[Part, ...]) -> Part:
    """A part that is not due comes after any that is; among those, the shortest first."""
    if len(parts) == 1:
        return parts[0]
    return min(parts, key=lambda part: (part.due_on or date.max, part.total_days or date.max.year))
