"""Demonstration cities of a given size, made once for each state of the code that makes them."""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from pqrs.acts.file_petition import Filing, file_petition
from pqrs.acts.office import make_office
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.witness import Witness
from pqrs.settings import Settings
from pqrs.transactions import work
from tests.postgresql import free_port
from tests.serving import PQRS, Served, settings_for

CACHE = Path(".cache/bench")
CLOCK = "2026-11-17T16:00:00-05:00"
"""Every city lives on the same afternoon, so that its queue holds the same days."""

MAKERS = ("law", "office", "models", "acts", "demo", "migrations", "outside")
TOPIC = "VI-MAL-01"
DEPARTMENT = "infra"
FULL_PAGE = 40
"""Open cases added to one department, so that its first page is full at every size."""


@dataclass(frozen=True)
class City:
    """A copy that this run may change. `followed`: number and access code of an answered case."""

    size: int
    folder: Path
    followed: tuple[str, str]

    @property
    def environ(self) -> dict[str, str]:
        return settings_for(self.folder, PQRS_DEMO="1", PQRS_CLOCK=CLOCK)


def code_digest() -> str:
    """Of everything that decides what a demonstration holds."""
    digest = hashlib.sha256()
    for room in MAKERS:
        for path in sorted(Path("pqrs", room).rglob("*")):
            if path.suffix in {".py", ".toml", ".csv"}:
                digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def city(size: int, scratch: Path) -> City:
    """A fresh copy of the city of that size, made now when there is none of this code."""
    made = CACHE / f"{code_digest()}-{size}"
    if not made.exists():
        for old in CACHE.glob(f"*-{size}"):
            shutil.rmtree(old)
        print(f"making a city of {size} petitions …", file=sys.stderr, flush=True)
        unfinished = CACHE / f"unfinished-{size}-{os.getpid()}"
        make(size, unfinished)
        unfinished.rename(made)
    folder = scratch / f"city-{size}"
    shutil.copytree(made, folder)
    number, code = (made / "followed").read_text().split()
    return City(size, folder, (number, code))


def make(size: int, folder: Path) -> None:
    """`pqrs demo`, then enough open cases for a full page."""
    folder.mkdir(parents=True)
    environ = settings_for(folder, PQRS_DEMO="1", PQRS_CLOCK=CLOCK)
    for arguments in (("init",), ("demo", "--petitions", str(size))):
        done = subprocess.run(
            [PQRS, *arguments], env=environ, stdout=subprocess.PIPE, text=True, check=True
        )
    (folder / "followed").write_text(done.stdout.strip().splitlines()[-1])
    settings = Settings.from_environ(environ, folder)
    office = make_office(settings)
    engine = make_engine(settings.database_url)
    moment = settings.clock or office.clock()
    with work(make_sessions(engine), Witness(settings.witness)) as session:
        for place in range(FULL_PAGE):
            filing = Filing(text=f"Hay un hueco en la calle {place}.", topic=TOPIC)
            at_work = replace(office, clock=lambda: moment)
            file_petition(session, filing, token=f"bench-{size}-{place}", office=at_work)
    engine.dispose()


@contextmanager
def served_city(city: City) -> Iterator[int]:
    """`pqrs serve` over it; gives its port."""
    server = Served(city.folder, city.environ)
    server.start()
    try:
        yield server.port
    finally:
        server.stop()


@contextmanager
def served_empty(scratch: Path) -> Iterator[int]:
    """The empty view under the same server with the same options as `pqrs serve`."""
    port = free_port()
    command = [
        str(Path(sys.executable).with_name("gunicorn")), "--bind", f"127.0.0.1:{port}",
        "--workers", "2", "--preload", "--timeout", "60", "--worker-tmp-dir", str(scratch),
        "--no-control-socket", "tests.bench.empty:application",
    ]  # fmt: skip
    with (scratch / "empty.log").open("wb") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log)
    try:
        time.sleep(2)
        yield port
    finally:
        process.terminate()
        process.wait(timeout=30)
