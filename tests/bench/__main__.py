"""Measure every page at two sizes against an empty view, in turn in the same run.

`scripts/bench` prints the table and writes it into docs/performance.md; `--dry` only prints it.
"""

import argparse
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.bench.cities import city, served_city, served_empty
from tests.bench.counting import count_statements
from tests.bench.pages import FILING, PAGES, Timing, filing_rounds, visit_rounds
from tests.bench.report import EMPTY, Measured, table, write
from tests.bench.visitor import Visitor


def main() -> int:
    options = read_options()
    sizes = tuple(options.sizes)
    with tempfile.TemporaryDirectory(prefix="bench-") as folder, ExitStack() as stack:
        scratch = Path(folder)
        cities = {size: city(size, scratch) for size in sizes}
        counted = {size: count_statements(cities[size]) for size in sizes}
        ports = {size: stack.enter_context(served_city(cities[size])) for size in sizes}
        ports[EMPTY] = stack.enter_context(served_empty(scratch))
        rounds = measure(cities, ports, options)
    measured = Measured(rounds, counted, sizes)
    print(table(measured))
    if not options.dry:
        write(measured, rounds=options.rounds, seconds=options.seconds)
    return 0


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000])
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--seconds", type=float, default=2.0, help="a page, a size and a round")
    parser.add_argument("--flows", type=int, default=24, help="filings a size and a round")
    parser.add_argument("--dry", action="store_true", help="leave docs/performance.md as it is")
    return parser.parse_args()


def measure(cities, ports: dict[int, int], options) -> dict[str, list[dict[int, Timing]]]:
    """Round after round, page after page, size after size: noise falls on all alike."""
    visitors = {}
    for page in PAGES:
        for size, place in cities.items():
            visitor = Visitor(ports[size])
            page.reach(visitor.walker(), place)
            visitors[page.name, size] = visitor
    found: dict[str, list[dict[int, Timing]]] = {page.name: [] for page in PAGES}
    found[FILING] = []
    for number in range(options.rounds):
        print(f"round {number + 1} of {options.rounds}", file=sys.stderr, flush=True)
        for page in PAGES:
            timings = {EMPTY: visit_rounds(Visitor(ports[EMPTY]), "/", options.seconds)}
            for size in turn(list(cities), number):
                visitor = visitors[page.name, size]
                timings[size] = visit_rounds(visitor, page.path, options.seconds)
            found[page.name].append(timings)
        timings = {EMPTY: visit_rounds(Visitor(ports[EMPTY]), "/", options.seconds)}
        for size in turn(list(cities), number):
            timings[size] = filing_rounds(ports[size], options.flows)
        found[FILING].append(timings)
    return found


def turn(sizes: list[int], number: int) -> list[int]:
    """Whoever goes first changes from round to round."""
    return sizes[::-1] if number % 2 else sizes


if __name__ == "__main__":
    sys.exit(main())
