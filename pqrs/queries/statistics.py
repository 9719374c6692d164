"""Public figures of a period, from the kept tallies: one-way tables, small rows merged.

A period is a whole year or quarter: with free dates, subtracting two answers would single out a
person. What is open and late now is counted from the index, for today.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.law import Kind, Phase
from pqrs.models import Evaluation, Petition, PetitionEvent, Tally
from pqrs.office.evaluation import Share, satisfaction, share_of
from pqrs.office.measures import (
    SMALL_CELL,
    SMALL_CELL_SENSITIVE,
    median,
    merge_small,
    percentile_90,
)

QUARTER_MONTHS = 3
OUTCOME_YES, OUTCOME_PARTLY, OUTCOME_NO = 2, 1, 0
Counts = Mapping[tuple[str, str], Mapping[tuple[str, int], int]]
"""By dimension and member: by measure and bucket, how many."""


@dataclass(frozen=True)
class Period:
    """A whole year (`quarter` None) or one quarter of it."""

    year: int
    quarter: int | None = None

    @property
    def code(self) -> str:
        """`2026` or `2026-T3`, as in the address."""
        return f"{self.year}-T{self.quarter}" if self.quarter else str(self.year)

    @property
    def months(self) -> tuple[str, str]:
        """First and last month, as `2026-07`."""
        if self.quarter is None:
            return f"{self.year}-01", f"{self.year}-12"
        last = self.quarter * QUARTER_MONTHS
        return f"{self.year}-{last - 2:02}", f"{self.year}-{last:02}"

    def is_over(self, today: date) -> bool:
        """Whether no case can be received in it any more."""
        return f"{today:%Y-%m}" > self.months[1]


@dataclass(frozen=True)
class Row:
    """One published line of a one-way table: codes (several for "Otras") and their figures."""

    members: tuple[str, ...]
    received: int | None
    on_time: Share
    satisfaction: Share
    is_rest: bool


@dataclass(frozen=True)
class Statistics:
    """Everything the public page shows of one period. Days are working days."""

    period: Period
    today: date
    received: int
    answered: int
    on_time: Share
    late: int
    transferred: int
    in_progress: int
    open_late_now: int
    median_days: float | None
    p90_days: int | None
    evaluations: int
    satisfaction: Share
    ease: Share
    outcome_yes: Share
    outcome_counts: tuple[int, int, int]
    by_department: tuple[Row, ...]
    by_kind: tuple[Row, ...]
    by_area: tuple[Row, ...]
    by_channel: tuple[Row, ...]
    by_month: tuple[tuple[str, int], ...]


def figures_version(session: Session) -> tuple[int, int]:
    """What changes whenever a figure may have changed. Two statements on the ends of two keys."""
    return (
        session.scalar(select(func.max(PetitionEvent.id))) or 0,
        session.scalar(select(func.max(Evaluation.id))) or 0,
    )


def statistics(session: Session, period: Period, today: date) -> Statistics:
    """The figures of `period` as they stand today. Three statements."""
    counts = read_counts(session, period)
    whole = counts[("all", "")]
    days = buckets(whole, "days")
    on_time, late = whole["on_time", 0], whole["late", 0]
    outcome = buckets(whole, "eval_outcome")
    answered_no_yes = (outcome[OUTCOME_YES], outcome[OUTCOME_PARTLY], outcome[OUTCOME_NO])
    ended = whole["transferred", 0] + whole["ended", 0]
    return Statistics(
        period=period,
        today=today,
        received=whole["received", 0],
        answered=on_time + late,
        on_time=share_of(on_time, on_time + late),
        late=late,
        transferred=whole["transferred", 0],
        in_progress=whole["received", 0] - on_time - late - ended,
        open_late_now=open_late(session, today),
        median_days=median(days),
        p90_days=percentile_90(days),
        evaluations=sum(answered_no_yes),
        satisfaction=satisfaction(buckets(whole, "eval_satisfaction")),
        ease=satisfaction(buckets(whole, "eval_ease")),
        outcome_yes=share_of(outcome[OUTCOME_YES], sum(answered_no_yes)),
        outcome_counts=answered_no_yes,
        by_department=table(counts, "department"),
        by_kind=table(counts, "kind"),
        by_area=table(counts, "area"),
        by_channel=table(counts, "channel"),
        by_month=months(session, period),
    )


def read_counts(session: Session, period: Period) -> Counts:
    """All tallies of the period, summed over its months."""
    counts: dict[tuple[str, str], dict[tuple[str, int], int]] = defaultdict(
        lambda: defaultdict(int)
    )
    rows = session.execute(
        select(Tally.dimension, Tally.member, Tally.measure, Tally.bucket, func.sum(Tally.count))
        .where(Tally.month.between(*period.months))
        .group_by(Tally.dimension, Tally.member, Tally.measure, Tally.bucket)
    )
    for dimension, member, measure, bucket, count in rows:
        counts[dimension, member][measure, bucket] = int(count)
    return counts


def buckets(cell: Mapping[tuple[str, int], int], measure: str) -> Mapping[int, int]:
    """How many in each bucket of one measure."""
    found: dict[int, int] = defaultdict(int)
    for (name, bucket), count in cell.items():
        if name == measure:
            found[bucket] += count
    return found


def table(counts: Counts, dimension: str) -> tuple[Row, ...]:
    """The one-way table of a dimension, largest row first, small rows merged at the end."""
    received = {
        member: cell["received", 0]
        for (name, member), cell in counts.items()
        if name == dimension and cell["received", 0]
    }
    ordered = dict(sorted(received.items(), key=lambda item: (-item[1], item[0])))
    threshold = SMALL_CELL_SENSITIVE if Kind.REPORT in ordered else SMALL_CELL
    return tuple(
        row_of(counts, dimension, group.keys, group.count, is_rest=group.is_rest)
        for group in merge_small(ordered, threshold)
    )


def row_of(
    counts: Counts, dimension: str, members: tuple[str, ...], received: int | None, *, is_rest: bool
) -> Row:
    """One line: its figures are those of its members together."""
    cells = [counts[dimension, member] for member in members]
    on_time = sum(cell["on_time", 0] for cell in cells)
    late = sum(cell["late", 0] for cell in cells)
    stars: dict[int, int] = defaultdict(int)
    for cell in cells:
        for star, count in buckets(cell, "eval_satisfaction").items():
            stars[star] += count
    return Row(members, received, share_of(on_time, on_time + late), satisfaction(stars), is_rest)


def open_late(session: Session, today: date) -> int:
    """Cases past their due date and not answered, of any period, now."""
    return (
        session.scalar(
            select(func.count())
            .select_from(Petition)
            .where(Petition.phase == Phase.OPEN, Petition.due_on < today)
        )
        or 0
    )


def months(session: Session, period: Period) -> tuple[tuple[str, int], ...]:
    """Cases received in each month of the period, as a trend."""
    rows = session.execute(
        select(Tally.month, Tally.count)
        .where(
            Tally.month.between(*period.months),
            Tally.dimension == "all",
            Tally.measure == "received",
        )
        .order_by(Tally.month)
    )
    return tuple((month, count) for month, count in rows)


def periods(session: Session, today: date) -> tuple[Period, ...]:
    """What may be asked for: each year with figures and its quarters begun, newest first."""
    first = session.scalar(select(func.min(Tally.month))) or f"{today:%Y-%m}"
    now_quarter = (today.month + 2) // QUARTER_MONTHS
    found = []
    for year in range(today.year, int(first[:4]) - 1, -1):
        last = now_quarter if year == today.year else 4
        found += [Period(year), *(Period(year, quarter) for quarter in range(last, 0, -1))]
    return tuple(found)
