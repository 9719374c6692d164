"""One term of a petition: a mixed one has several, any other just one."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from pqrs.law.citations import Citation, cpaca, data_protection
from pqrs.law.course import Stop
from pqrs.law.kinds import Kind
from pqrs.law.readings import Readings
from pqrs.law.terms import Extension, Term
from pqrs.law.wording import Param

EXTENSION_RULE = cpaca("14, parágrafo")


def completion_rule(kind: Kind) -> Citation:
    """The norm by which what is missing is asked for: a claim about personal data has its own."""
    return data_protection("15") if kind is Kind.DATA_CLAIM else cpaca("17")


@dataclass(frozen=True, slots=True)
class Objection:
    """A rule that something meets, its norm and what its sentence needs."""

    rule: str
    citation: Citation
    params: tuple[tuple[str, Param], ...] = ()


class Part(NamedTuple):
    """`total_days`: working days it now has, extended or not. `due_on`: None if nothing is due.

    `lapse`: its days ran out while the petition was withdrawn, before the entity went on with it.
    """

    term: Term
    total_days: int
    due_on: date | None
    lapse: Stop | None = None

    @property
    def kind(self) -> Kind:
        return self.term.kind

    def objection_to_extend(
        self, total_days: int, told_on: date, *, was_stopped: bool, readings: Readings
    ) -> Objection | None:
        """Why an extension has no effect; nothing when it has (also if it asks for too much)."""
        rule = self._extension_rule
        if not self.term.is_extendable:
            return Objection("extension_none", rule, (("kind", self.kind.code),))
        if was_stopped and not readings.extension_after_pause:
            return Objection("extension_after_pause", rule)
        if self.due_on is not None and told_on > self.due_on:
            return Objection("extension_late", rule, (("day", self.due_on),))
        if total_days <= self.total_days:
            return Objection("extension_shorter", rule, (("amount", self.total_days),))
        return None

    @property
    def _extension_rule(self) -> Citation:
        return self.term.citation if self.term.extension is Extension.PLUS else EXTENSION_RULE
