"""The law's own speed: one addition of working days beside two libraries, and one whole standing.

`scripts/bench law` prints the table and writes it into docs/performance.md; `--dry` only prints it.
It ends with 1 when a goal is missed or when the libraries count other days than ours.
"""

import argparse
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from itertools import cycle, islice

import holidays
from workalendar.america import Colombia

from pqrs.law import (
    BOGOTA,
    Assigned,
    Calendar,
    Channel,
    Completed,
    CompletionRequested,
    Extended,
    Filed,
    Kind,
    Readings,
    nation_rules,
    standing,
)
from tests.bench.report import machine, put_between

FIRST, LAST = date(2016, 1, 4), date(2024, 6, 28)
"""Years on whose holidays all three agree; later ones have a holiday that was made in 2026."""
NUMBERS = (5, 10, 15, 30)
TIMES_FASTER = 50
MICROSECONDS = 25.0

Question = tuple[date, int]


@dataclass(frozen=True)
class Contender:
    """Who adds working days, and how many questions a round gives it."""

    name: str
    add: Callable[[date, int], date]
    asked: int


def contenders() -> tuple[Contender, ...]:
    """Ours first. Each keeps what it has worked out, as it would in a program that lasts."""
    others = holidays.country_holidays("CO", years=range(FIRST.year, LAST.year + 2))
    return (
        Contender("pqrs", Calendar().add_working_days, 20_000),
        Contender(f"holidays {version('holidays')}", others.get_nth_working_day, 400),
        Contender(f"workalendar {version('workalendar')}", Colombia().add_working_days, 400),
    )


def questions(count: int) -> list[Question]:
    """Days all over the years, each with a term of the law; the same for everybody."""
    span = (LAST - FIRST).days
    days = (FIRST + timedelta(days=place * 7919 % span) for place in range(count))
    return list(zip(days, islice(cycle(NUMBERS), count), strict=True))


def main() -> int:
    options = read_options()
    racers = contenders()
    differing = disagreements(racers)
    additions: dict[str, list[float]] = {racer.name: [] for racer in racers}
    folds: list[float] = []
    for _ in range(options.rounds):
        for racer in racers:
            additions[racer.name].append(time_additions(racer))
        folds.append(time_fold(options.folds))
    ours, *slower = (statistics.median(additions[racer.name]) for racer in racers)
    fold = min(folds)
    shown = table(racers, [ours, *slower], fold)
    print(shown)
    if not options.dry:
        put_between("law", f"{note(options.rounds)}\n\n{shown}")
    if differing:
        print(f"{differing} answers differ from ours", file=sys.stderr)
    fast = all(other / ours >= TIMES_FASTER for other in slower) and fold < MICROSECONDS
    return 0 if fast and not differing else 1


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench law", description=__doc__)
    parser.add_argument("--rounds", type=int, default=31)
    parser.add_argument("--folds", type=int, default=1000, help="standings a round")
    parser.add_argument("--dry", action="store_true", help="leave docs/performance.md as it is")
    return parser.parse_args()


def disagreements(racers: Sequence[Contender]) -> int:
    """How many answers are not ours; it also lets everybody fill what they keep."""
    ours, *others = racers
    return sum(
        racer.add(day, number) != ours.add(day, number)
        for racer in others
        for day, number in questions(racer.asked)
    )


def time_additions(racer: Contender) -> float:
    """Microseconds of one addition."""
    asked, add = questions(racer.asked), racer.add
    began = time.perf_counter()
    for day, number in asked:
        add(day, number)
    return (time.perf_counter() - began) / racer.asked * 1e6


def time_fold(times: int) -> float:
    """Microseconds of one standing, folded afresh from five events; of processor time.

    Other work on the machine only ever adds to it, so the fastest round is the nearest to it.
    """
    events, calendar, chosen = history(), nation_rules().calendar, Readings()
    began = time.process_time()
    for _ in range(times):
        standing(events, calendar, chosen)
    return (time.process_time() - began) / times * 1e6


def history() -> tuple[Filed, Assigned, CompletionRequested, Completed, Extended]:
    """Filed, assigned, asked to complete, completed and extended."""

    def at(day: int) -> datetime:
        return datetime(2026, 2, day, 10, tzinfo=BOGOTA)

    return (
        Filed(at(2), at(2), Kind.COMPLAINT, Channel.WEB),
        Assigned(at(2), "INFRA", "", "rule"),
        CompletionRequested(at(6)),
        Completed(at(13)),
        Extended(at(20), 30),
    )


def table(racers: Sequence[Contender], medians: Sequence[float], fold: float) -> str:
    """One row a measure."""
    ours = medians[0]
    lines = ["| measure | µs | times ours | goal |", "|---|---:|---:|---|"]
    for racer, median in zip(racers, medians, strict=True):
        goal = "" if racer is racers[0] else f"at least {TIMES_FASTER}"
        lines.append(
            f"| one addition of working days, {racer.name} | {median:,.2f} "
            f"| {median / ours:,.0f} | {goal} |"
        )
    lines.append(
        f"| whole standing from five events | {fold:,.1f} | | under {MICROSECONDS:.0f} µs |"
    )
    return "\n".join(lines)


def note(rounds: int) -> str:
    """What it was measured on."""
    day = datetime.now(tz=UTC).date().isoformat()
    return (
        f"Measured on {day}: {machine()}, Python {platform.python_version()}; {rounds} "
        "rounds, everybody in turn in each: of additions the median, of standings the fastest."
    )


if __name__ == "__main__":
    sys.exit(main())
