"""Installations to break: each test has its own, served by processes it may kill.

The verdict comes from what clients were told against what the database holds afterwards, never
from the server's own log. A real power cut cannot be made here: pages the kernel holds survive
`kill -9`. Copying the files under load and refusing fsync are the honest substitutes.
"""

import shutil
from pathlib import Path

import pytest

from tests.databases import once, shared_folder
from tests.faults.told import Told
from tests.serving import Served, run_pqrs, settings_for


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.faults)


def make_installation(folder: Path) -> None:
    folder.mkdir()
    done = run_pqrs(settings_for(folder), "init")
    if done.returncode:
        raise RuntimeError(done.stderr)


@pytest.fixture
def installation(tmp_path, tmp_path_factory):
    """The folder of a prepared installation without petitions, keys included."""
    made = once(shared_folder(tmp_path_factory) / "installation", make_installation)
    return Path(shutil.copytree(made, tmp_path / "instance"))


@pytest.fixture
def server(installation):
    """`pqrs serve` on it, started; it dies with the test."""
    running = Served(installation, settings_for(installation))
    running.start()
    yield running
    running.kill()


@pytest.fixture
def told(tmp_path) -> Told:
    return Told(tmp_path / "told.log")


@pytest.fixture
def verify(installation):
    """`pqrs verify` on it: its lines when something is broken, nothing when all promises hold."""

    def run() -> str:
        done = run_pqrs(settings_for(installation), "verify")
        return done.stdout + done.stderr if done.returncode else ""

    return run
