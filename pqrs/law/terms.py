"""How long the authority has: by kind, by the day it was received, with its norm.

The figures are data with validity (`data/terms.toml`). What is read here is refused at start if
it names an unknown kind, overlaps, leaves a gap or cites nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import MAXYEAR, date, timedelta
from enum import StrEnum
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from pqrs.law.citations import Citation, cpaca
from pqrs.law.kinds import Kind
from pqrs.law.readings import Readings
from pqrs.law.records import Record, records
from pqrs.law.refusals import LawError

_END = date(MAXYEAR, 12, 31)
_EMERGENCY_LAST_DAY = Readings().emergency_terms_until
_ONE_DAY = timedelta(days=1)
_DEFAULT = Readings()


class Unit(StrEnum):
    """Of a term to answer. Other clocks also run by months and hours: `clocks.py`."""

    WORKING_DAY = "working_day"
    NONE = "none"


class Extension(StrEnum):
    """DOUBLE: Ley 1437 de 2011, artículo 14, parágrafo. PLUS: so many working days more."""

    NONE = "none"
    DOUBLE = "double"
    PLUS = "plus"


class Term(NamedTuple):
    """The time allowed. `also`: a second norm that says the same.

    `positive_silence`: unanswered in time, it counts as granted. An amount of 0 is no duty to
    answer.
    """

    kind: Kind
    amount: int
    unit: Unit
    extension: Extension
    extra: int
    positive_silence: bool
    citation: Citation
    also: str
    status: str
    valid_from: date
    valid_until: date

    def longest(self, readings: Readings = _DEFAULT) -> int:
        """Working days of the whole term when it is extended as far as the law lets it."""
        if self.extension is Extension.DOUBLE:
            return self.amount * (2 if readings.extension_cap == "double" else 3)
        return self.amount + self.extra

    @property
    def is_extendable(self) -> bool:
        return self.extension is not Extension.NONE


Terms = Mapping[Kind, tuple[Term, ...]]
"""By kind, newest first, without gap or overlap."""


def term_for(
    kind: Kind, filed_on: date, readings: Readings = _DEFAULT, terms: Terms | None = None
) -> Term:
    """Find the term in force on the day it was received, in `terms` or in the data file.

    Raises LawError for a mixed petition, whose parts have terms of their own, and for a day on
    which no norm gave this kind a term.
    """
    if kind is Kind.MIXED:
        raise LawError("mixed_parts", cpaca("14"), kind=kind.code)
    if readings.emergency_terms_until < filed_on <= _EMERGENCY_LAST_DAY:
        filed_on = _EMERGENCY_LAST_DAY + _ONE_DAY
    known = (nation_terms() if terms is None else terms)[kind]
    for term in known:
        if term.valid_from <= filed_on <= term.valid_until:
            return _as_read(term, readings)
    first = known[-1]
    raise LawError("no_term", first.citation, kind=kind.code, day=first.valid_from)


def _as_read(term: Term, readings: Readings) -> Term:
    """Two terms depend on a reading and not on a law."""
    if term.kind is Kind.COUNCIL and readings.council_days != term.amount:
        return term._replace(amount=readings.council_days)
    if term.kind is Kind.PRAISE and readings.praise_days != term.amount:
        unit = term.unit if readings.praise_days else Unit.NONE
        return term._replace(amount=readings.praise_days, unit=unit)
    return term


@cache
def nation_terms() -> Terms:
    """Those of the data file."""
    return read_terms(records("terms", "term"))


def with_terms(terms: Terms, added: Iterable[Term]) -> Terms:
    """These terms with others laid over them: within its validity, what is added is the term.

    Raises LawError for one that ends before the kind has a term, with days between without any.
    """
    found = dict(terms)
    for term in added:
        first = found[term.kind][-1]
        if term.valid_until < first.valid_from - _ONE_DAY:
            raise LawError(
                "term_gap",
                first.citation,
                name="until",
                kind=term.kind.code,
                day=first.valid_from,
            )
        kept = [part for old in found[term.kind] for part in _outside(old, term)]
        found[term.kind] = check_validity([*kept, term])
    return found


def _outside(old: Term, new: Term) -> Iterator[Term]:
    """What is left of a term before and after another's validity."""
    if old.valid_from < new.valid_from:
        yield old._replace(valid_until=min(old.valid_until, new.valid_from - _ONE_DAY))
    if old.valid_until > new.valid_until:
        yield old._replace(valid_from=max(old.valid_from, new.valid_until + _ONE_DAY))


def read_terms(rows: Iterable[Record]) -> dict[Kind, tuple[Term, ...]]:
    """Newest first: almost every question is about today's.

    Raises ValueError, or LawError for an unknown kind, when the data cannot be relied on.
    """
    found: dict[Kind, list[Term]] = {}
    for record in rows:
        for code in record["kinds"]:
            kind = Kind.from_code(code)
            found.setdefault(kind, []).append(term_of(kind, record))
    checked = {kind: check_validity(terms) for kind, terms in found.items()}
    missing = set(Kind) - set(checked) - {Kind.MIXED}
    if missing:
        raise ValueError(f"terms.toml: no term for {sorted(missing)}")
    return checked


def term_of(kind: Kind, record: Record) -> Term:
    """Read one record of `terms.toml`, or one decided by the entity in the same words."""
    if not record["norm"]:
        raise ValueError(f"terms.toml: {kind.code} cites no norm")
    return Term(
        kind=kind,
        amount=record["amount"],
        unit=Unit(record["unit"]),
        extension=Extension(record["extension"]),
        extra=record.get("extra", 0),
        positive_silence=record.get("silence") == "positive",
        citation=Citation(record["norm"], record.get("article", "")),
        also=record.get("also", ""),
        status=record["status"],
        valid_from=record["from"],
        valid_until=record.get("until", _END),
    )


def check_validity(terms: list[Term]) -> tuple[Term, ...]:
    """Order one kind's terms newest first. Raises ValueError on a gap, an overlap or an end."""
    ordered = sorted(terms, key=lambda term: term.valid_from)
    for earlier, later in pairwise(ordered):
        if earlier.valid_until + _ONE_DAY != later.valid_from:
            raise ValueError(
                f"terms.toml: {later.kind.code} has a gap or overlap at {later.valid_from}"
            )
    if ordered[-1].valid_until != _END:
        raise ValueError(f"terms.toml: {ordered[-1].kind.code} ends at {ordered[-1].valid_until}")
    return tuple(reversed(ordered))
