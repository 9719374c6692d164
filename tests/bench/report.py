"""The figures as a table, on the screen and between two marks of docs/performance.md."""

import platform
import statistics
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from tests.bench.pages import Timing

DOCUMENT = Path("docs/performance.md")
EMPTY = 0
"""The size of the city that is no city: the empty view."""


@dataclass(frozen=True)
class Measured:
    """For each page, for each round, the timing at each size (0: the empty view)."""

    rounds: Mapping[str, Sequence[Mapping[int, Timing]]]
    statements: Mapping[int, Mapping[str, int]]
    sizes: tuple[int, ...]


def median_of(rounds: Sequence[Mapping[int, Timing]], size: int, field: str) -> float:
    return statistics.median(getattr(one[size], field) for one in rounds)


def ratio_of(rounds: Sequence[Mapping[int, Timing]], size: int, to: int) -> float:
    """The median of the rounds' own ratios: each compares what was measured a second apart."""
    return statistics.median(one[size].p50 / one[to].p50 for one in rounds)


def table(measured: Measured) -> str:
    """One row a page and size."""
    lines = [
        "| page | petitions | p50, ms | times the empty view | visits/s | SQL | growth |",
        "|---|---:|---:|---:|---:|---:|---:|",
    ]
    for name, rounds in measured.rounds.items():
        for size in measured.sizes:
            grows = ratio_of(rounds, size, measured.sizes[0])
            cells = (
                name if size == measured.sizes[0] else "",
                f"{size:,}",
                decimal(median_of(rounds, size, "p50"), 1),
                decimal(ratio_of(rounds, size, EMPTY), 1),
                decimal(median_of(rounds, size, "per_second"), 0),
                str(measured.statements[size][name]),
                "" if size == measured.sizes[0] else decimal(grows, 2),
            )
            lines.append(f"| {' | '.join(cells)} |")
    every = [one for rounds in measured.rounds.values() for one in rounds]
    lines.append(
        f"| empty Flask view | | {decimal(median_of(every, EMPTY, 'p50'), 1)} | 1 "
        f"| {decimal(median_of(every, EMPTY, 'per_second'), 0)} | 0 | |"
    )
    return "\n".join(lines)


def decimal(value: float, places: int) -> str:
    return f"{value:,.{places}f}"


def write(measured: Measured, *, rounds: int, seconds: float) -> None:
    """Put the table, and what it was measured on, between the marks."""
    day = datetime.now(tz=UTC).date().isoformat()
    note = (
        f"Measured on {day}: {machine()}, Python {platform.python_version()}, SQLite; "
        f"{rounds} rounds of {seconds} s a page and size."
    )
    put_between("measured", f"{note}\n\n{table(measured)}")


def put_between(name: str, text: str) -> None:
    """Into docs/performance.md, between the two marks of that name."""
    begin, end = (f"<!-- {name}: {word} -->" for word in ("begin", "end"))
    before, found, rest = DOCUMENT.read_text().partition(begin)
    if not found:
        raise LookupError(f"{DOCUMENT} has no mark {begin}")
    _, _, after = rest.partition(end)
    DOCUMENT.write_text(f"{before}{begin}\n\n{text}\n\n{end}{after}")


def machine() -> str:
    """Processors and their name, as the system tells it."""
    lines = Path("/proc/cpuinfo").read_text().splitlines()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} processors {names[0]}" if names else platform.processor()
