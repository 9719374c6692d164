"""The pages that are measured: how each is reached, and what one visit of it asks for."""

import statistics
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from pqrs.demo import ACCOUNTS_PASSWORD
from tests.bench.cities import DEPARTMENT, City
from tests.bench.visitor import Visitor
from tests.filing import walk_to_the_button
from tests.walker import Walker

WORDS = "La lámpara de la esquina está apagada y la cuadra queda a oscuras."
AT_ONCE = 4
VISITS_WARM = 3


@dataclass(frozen=True)
class Timing:
    """Of one round: p50 of one visit in milliseconds, and visits a second by four people."""

    p50: float
    per_second: float


@dataclass(frozen=True)
class Page:
    """`reach` brings a walker to where the visit begins; the visit is then one GET of `path`."""

    name: str
    path: str
    reach: Callable[[Walker, City], None]


def stay(_walker: Walker, _city: City) -> None:
    """Anybody may see it."""


def follow(walker: Walker, city: City) -> None:
    number, code = city.followed
    walker.open("/seguimiento")
    walker.submit(number=number, code=code)


def sign_in(walker: Walker, _city: City) -> None:
    walker.open("/ingresar")
    walker.submit(email=f"jefe.{DEPARTMENT}@demo.test", password=ACCOUNTS_PASSWORD)


PAGES = (
    Page("Start", "/", stay),
    Page("Tracking", "/seguimiento", follow),
    Page("Queue, first page of 25", "/bandeja", sign_in),
    Page("Public statistics", "/estadisticas", stay),
)
FILING = "Filing: check page, press, receipt"


def visit_rounds(visitor: Visitor, path: str, seconds: float) -> Timing:
    """One person for half of the time, four for the other half."""
    for _ in range(VISITS_WARM):
        visitor.timed("GET", path)
    times = visits_until(visitor, path, time.perf_counter() + seconds / 2)
    end = time.perf_counter() + seconds / 2
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as people:
        jobs = [people.submit(visits_until, copy_of(visitor), path, end) for _ in range(AT_ONCE)]
        count = sum(len(job.result()) for job in jobs)
    return Timing(statistics.median(times) * 1000, count / (time.perf_counter() - began))


def visits_until(visitor: Visitor, path: str, end: float) -> list[float]:
    """Seconds of each visit."""
    times = [visitor.timed("GET", path)]
    while time.perf_counter() < end:
        times.append(visitor.timed("GET", path))
    return times


def copy_of(visitor: Visitor) -> Visitor:
    """Another window of the same browser."""
    return Visitor(visitor.port, dict(visitor.cookies))


def filing_rounds(port: int, flows: int) -> Timing:
    """From the page that shows the answers to the receipt; the steps before are walked untimed."""
    ready = []
    for _ in range(flows):
        visitor = Visitor(port)
        ready.append((visitor, walk_to_the_button(visitor.walker(), WORDS)))
    half = len(ready) // 2
    times = [file_once(*each) for each in ready[:half]]
    began = time.perf_counter()
    with ThreadPoolExecutor(AT_ONCE) as people:
        list(people.map(lambda each: file_once(*each), ready[half:]))
    return Timing(
        statistics.median(times) * 1000, len(ready[half:]) / (time.perf_counter() - began)
    )


def file_once(visitor: Visitor, form) -> float:
    """Check page, press, receipt."""
    return (
        visitor.timed("GET", "/radicar/revise")
        + visitor.timed("POST", form.action, form.values)
        + visitor.timed("GET", "/radicar/listo")
    )
