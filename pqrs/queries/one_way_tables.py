"""One-way tables of a period from the kept figures, small rows merged into one rest.

The rest is settled on the closed quarters of the year and on the period asked for, so that no
table is the difference of two others. Two dimensions are never crossed.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from pqrs.models import Department, Place, Tally
from pqrs.office.evaluation import TOO_FEW, Form, Share, satisfaction, share_of
from pqrs.office.measures import (
    SMALL_CELL,
    SMALL_CELL_SENSITIVE,
    Group,
    grouped,
    members_to_merge,
    merge_small,
)
from pqrs.office.tallies import ALL, DIMENSIONS
from pqrs.queries.periods import QUARTERS, Period

Cell = Mapping[tuple[str, int], int]
"""By measure and bucket, how many."""
Counts = Mapping[tuple[str, str], Cell]
"""By dimension and member."""
Months = Mapping[tuple[str, str], Mapping[str, int]]
"""By dimension and member, how many were received in each month of a year."""
THRESHOLDS: Mapping[str, int] = {
    "department": SMALL_CELL_SENSITIVE,  # health and family are departments
    "kind": SMALL_CELL_SENSITIVE,  # reports of wrongdoing are a kind
    "area": SMALL_CELL,
    "channel": SMALL_CELL,
}


@dataclass(frozen=True)
class Row:
    """One published line: its members' codes (several for "Otras") and their figures together.

    `on_time` is a whole percent, None under twenty answers. How many were answered is left out:
    taken from `received` it would give away a small rest.
    """

    members: tuple[str, ...]
    received: int | None
    on_time: int | None
    satisfaction: Share
    is_rest: bool


@dataclass(frozen=True)
class Month:
    """What was received in a month, as `2026-07`; None where it is too small to publish."""

    month: str
    received: int | None


def read_counts(session: Session, period: Period) -> Counts:
    """The tallies of the period, summed over its months. Days are read for the whole only."""
    counts: dict[tuple[str, str], dict[tuple[str, int], int]] = defaultdict(
        lambda: defaultdict(int)
    )
    rows = session.execute(
        select(Tally.dimension, Tally.member, Tally.measure, Tally.bucket, func.sum(Tally.count))
        .where(Tally.month.between(*period.months))
        .where((Tally.dimension == ALL) | (Tally.measure != "days"))
        .group_by(Tally.dimension, Tally.member, Tally.measure, Tally.bucket)
    )
    for dimension, member, measure, bucket, count in rows:
        counts[dimension, member][measure, bucket] = int(count)
    return counts


def read_months(session: Session, year: int) -> Months:
    """What was received in each month of the year."""
    found: dict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    rows = session.execute(
        select(Tally.dimension, Tally.member, Tally.month, Tally.count).where(
            Tally.month.between(*Period(year).months), Tally.measure == "received"
        )
    )
    for dimension, member, month, count in rows:
        found[dimension, member][month] = count
    return found


def buckets(cell: Cell, measure: str) -> Mapping[int, int]:
    """How many in each bucket of one measure."""
    found: dict[int, int] = defaultdict(int)
    for (name, bucket), count in cell.items():
        if name == measure:
            found[bucket] += count
    return found


def received_in(months: Months, dimension: str, period: Period) -> Mapping[str, int]:
    """By member that the year knows, what was received in the period; zeros cover the small."""
    return {
        member: sum(count for month, count in by_month.items() if period.holds(month))
        for (name, member), by_month in months.items()
        if name == dimension
    }


def one_way_tables(
    counts: Counts, months: Months, period: Period, today: date
) -> Mapping[str, tuple[Row, ...]]:
    """By dimension, its table: largest row first, the rest last."""
    return {name: one_way_table(name, counts, months, period, today) for name in DIMENSIONS}


def one_way_table(
    dimension: str, counts: Counts, months: Months, period: Period, today: date
) -> tuple[Row, ...]:
    """The rows of one dimension; a member that was only evaluated has a row too."""
    closed = period.closed_quarters(today)
    tables = [received_in(months, dimension, quarter) for quarter in closed]
    received = {
        member: cell["received", 0] for (name, member), cell in counts.items() if name == dimension
    }
    if period not in closed:  # counted twice, it would settle another rest than its neighbours
        tables.append(received)
    threshold = THRESHOLDS[dimension]
    rest = members_to_merge(tables, threshold)
    groups = grouped(received, rest, threshold)
    stars = [stars_of(counts, dimension, group) for group in groups]
    hidden = rows_to_hide([sum(each.values()) for each in stars])
    return tuple(
        Row(
            members=group.keys,
            received=group.count,
            on_time=on_time_of(counts, dimension, group),
            satisfaction=FEW if place in hidden else satisfaction(stars[place]),
            is_rest=group.is_rest,
        )
        for place, group in enumerate(groups)
    )


def on_time_of(counts: Counts, dimension: str, group: Group) -> int | None:
    """The percent on time of its members together."""
    cells = [counts[dimension, member] for member in group.keys]
    on_time = sum(cell["on_time", 0] for cell in cells)
    late = sum(cell["late", 0] for cell in cells)
    return share_of(on_time, on_time + late).percent


def stars_of(counts: Counts, dimension: str, group: Group) -> Mapping[int, int]:
    """How many of its members' opinions gave each mark."""
    stars: dict[int, int] = defaultdict(int)
    for member in group.keys:
        for star, count in buckets(counts[dimension, member], "eval_satisfaction").items():
            stars[star] += count
    return stars


def rows_to_hide(answers: Sequence[int]) -> frozenset[int]:
    """The places of the rows whose opinions are not shown: too few, and whoever gives them away.

    One hidden row would be the total less the others. So there are none, or at least two whose
    answers together are enough to publish.
    """
    by_size = sorted(range(len(answers)), key=lambda place: (answers[place], place))
    hidden = {place for place in by_size if answers[place] < TOO_FEW}
    few = sum(answers[place] for place in hidden)
    for place in by_size:
        if few == 0 or (few >= TOO_FEW and len(hidden) > 1):
            break
        if place not in hidden:
            hidden.add(place)
            few += answers[place]
    return frozenset(hidden)


FEW = Share(Form.TOO_FEW, 0)
"""Nobody and too few look the same: a zero beside a hidden cell would tell what it hides."""


def without_few(share: Share) -> Share:
    """The share, or that there are too few for one."""
    return FEW if share.form in {Form.NOTHING, Form.TOO_FEW} else share


def months_of(months: Months, period: Period, today: date) -> tuple[Month, ...]:
    """The months begun of the period. Small ones are hidden with another of the same quarter."""
    whole = months.get((ALL, ""), {})
    found: list[Month] = []
    for number in QUARTERS:
        quarter = Period(period.year, number)
        names = [month for month in month_names(period) if quarter.holds(month)]
        begun = {name: whole.get(name, 0) for name in names if name <= f"{today:%Y-%m}"}
        for group in merge_small(begun):
            count = None if group.is_rest else group.count
            found += [Month(name, count) for name in group.keys]
    return tuple(sorted(found, key=lambda month: month.month))


def month_names(period: Period) -> tuple[str, ...]:
    """Its months, as `2026-07`."""
    return tuple(
        name
        for name in (f"{period.year}-{month:02}" for month in range(1, 13))
        if period.holds(name)
    )


def department_names(session: Session) -> Mapping[str, str]:
    """By code; retired ones too, because past figures keep their name."""
    return dict(session.execute(select(Department.code, Department.name)).all())


def area_names(session: Session) -> Mapping[str, str]:
    """By code, the places that no other place holds: corregimientos and the seat."""
    query = select(Place.code, Place.name).where(Place.parent.is_(None))
    return dict(session.execute(query).all())
