"""What a standing depends on besides the events: calendar, readings and terms, together."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pqrs.law.calendar import Calendar
from pqrs.law.events import Event
from pqrs.law.explain import Explanation, explain
from pqrs.law.fold import standing
from pqrs.law.kinds import Kind
from pqrs.law.readings import Readings
from pqrs.law.standing import Standing
from pqrs.law.terms import Term, Terms, nation_terms, term_for


class Rules(NamedTuple):
    """Those in force for what is received on one day. `version`: of the entity's decisions."""

    calendar: Calendar
    readings: Readings
    terms: Terms
    version: int = 0

    def standing(self, events: Sequence[Event]) -> Standing:
        return standing(events, self.calendar, self.readings, self.terms)

    def explain(self, events: Sequence[Event]) -> Explanation:
        return explain(events, self.calendar, self.readings, self.terms)

    def term_for(self, kind: Kind, filed_on: date) -> Term:
        return term_for(kind, filed_on, self.readings, self.terms)


def nation_rules() -> Rules:
    """The law's own data with every reading at its default: no entity decided anything."""
    return Rules(Calendar(), Readings(), nation_terms())
