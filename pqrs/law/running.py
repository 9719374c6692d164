"""The term or terms of one petition while its history is being read: totals, stops, restarts."""

from datetime import date

from pqrs.law.calendar import Calendar
from pqrs.law.citations import cpaca
from pqrs.law.course import ONE_DAY, Course, Stop, StopGround, withdrawal_stop
from pqrs.law.kinds import Kind
from pqrs.law.parts import Objection, Part
from pqrs.law.readings import SUSPENDED, Readings
from pqrs.law.terms import Term, Terms, Unit, term_for

_ASK_DAYS, _ASK_DAYS_DATA = 10, 5


class Running:
    """`totals`: working days of each term, extensions included. `known`: terms to choose from.

    `ask_by`: last day to ask for completion. `asked_total`: the longest extension with effect.
    `gone`: the places of what another authority answers. `away`: the day it was withdrawn
    and the one on which the entity went on with it, when its days ran meanwhile; `told`,
    `asked_before`: the totals and the longest extension until then.
    """

    __slots__ = (
        "arrived_on", "ask_by", "asked_before", "asked_total", "away", "begins_after", "calendar",
        "earlier", "gone", "kind", "known", "readings", "received_on", "stops", "terms", "told",
        "totals",
    )  # fmt: skip

    def __init__(
        self,
        arrived_on: date,
        received_on: date,
        calendar: Calendar,
        readings: Readings,
        known: Terms | None = None,
    ) -> None:
        self.calendar, self.readings, self.known = calendar, readings, known
        self.arrived_on, self.received_on = arrived_on, received_on
        self.begins_after = received_on
        self.asked_total = self.asked_before = 0
        self.away: tuple[date, date] | None = None
        self.stops: list[Stop] = []
        self.earlier: list[Course] = []
        self.gone: frozenset[int] = frozenset()

    def become(self, kind: Kind, parts: tuple[Kind, ...]) -> None:
        """Take the kind's terms, those in force on the day of reception."""
        self.kind = kind
        on, readings, known = self.arrived_on, self.readings, self.known
        self.terms = [term_for(one, on, readings, known) for one in parts or (kind,)]
        self.totals = self.reached(self.asked_total)
        self.told = self.reached(self.asked_before)
        days = _ASK_DAYS_DATA if kind is Kind.DATA_CLAIM else _ASK_DAYS
        self.ask_by = self.calendar.add_working_days(self.received_on, days)

    def reached(self, asked: int) -> list[int]:
        """The total of each term, with what an extension had reached as far as each lets it."""
        if not asked:
            return [term.amount for term in self.terms]
        return [max(term.amount, min(asked, term.longest(self.readings))) for term in self.terms]

    def course(self, term: Term) -> Course:
        counts_receipt = (
            term.kind is Kind.DATA_QUERY
            and self.readings.data_query_count == "receipt_day_is_day_one"
            and not self.earlier
        )
        after = self.begins_after - ONE_DAY if counts_receipt else self.begins_after
        return Course(after, tuple(self.stops))

    def part(self, place: int) -> Part:
        term, total = self.terms[place], self.totals[place]
        if term.unit is Unit.NONE or place in self.gone:
            return Part(term, total, None)
        course = self.course(term)
        lapse = self.lapse(course, place) if self.away else None
        if lapse is not None:
            course = course.with_stop(lapse)
        return Part(term, total, course.end(total, self.calendar), lapse)

    def lapse(self, course: Course, place: int) -> Stop | None:
        """From the day its days ran out, when that was one of those on which it was withdrawn."""
        ended_on = course.end(self.told[place], self.calendar)
        return withdrawal_stop(ended_on, self.away) if self.away else None

    def parts(self) -> tuple[Part, ...]:
        if len(self.terms) == 1:
            return (self.part(0),)
        return tuple(map(self.part, range(len(self.terms))))

    def ours(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """Those that are answered here: one at least."""
        if not self.gone:
            return parts
        return tuple(part for place, part in enumerate(parts) if place not in self.gone)

    def is_stopped(self) -> bool:
        return bool(self.stops) and any(stop.until is None for stop in self.stops)

    def stop(self, stop: Stop) -> Objection | None:
        """Stand still from that day; a term that has already ended cannot."""
        ended_on = max(part.due_on or date.max for part in self.ours(self.parts()))
        if ended_on < stop.on:
            return Objection("stop_late", cpaca("14"), (("day", ended_on),))
        self.stops.append(stop)
        self.stops.sort(key=lambda one: one.on)
        return None

    def go_on(self, on: date, grounds: frozenset[StopGround]) -> bool:
        """End the stops on those grounds, if any: the term goes on the day after."""
        if not any(stop.until is None and stop.ground in grounds for stop in self.stops):
            return False
        self.stops = [
            Stop(stop.on, stop.ground, stop.day_counts, max(on, stop.on))
            if stop.until is None and stop.ground in grounds
            else stop
            for stop in self.stops
        ]
        return True

    def reopen(self, withdrawn_on: date, on: date) -> None:
        """What was withdrawn goes on (artículo 18); its days, by `continuation_term`.

        Gone on with on the same day, not one of its days was lost.
        """
        if on == withdrawn_on:
            return
        if self.readings.continuation_term == SUSPENDED:
            self.stops.append(Stop(withdrawn_on, StopGround.WITHDRAWAL, until=on))
            self.stops.sort(key=lambda one: one.on)
        else:
            self.away = (withdrawn_on, on)
            self.told, self.asked_before = list(self.totals), self.asked_total

    def restart(self, on: date) -> None:
        """Count anew from the day after (the reading `completion_effect = restart`)."""
        self.earlier.append(Course(self.begins_after, tuple(self.stops)))
        self.stops = [stop for stop in self.stops if stop.until is None]
        self.begins_after = max(on, self.begins_after)
