"""Coverage floors a room at a time; coverage.py itself knows only one floor for all.

Active when a run measures coverage. The pure rooms have no excuse: every line, every branch.
"""

import io
from collections.abc import Iterator

import coverage
import pytest

FLOORS = {"pqrs/law/*": 100.0, "pqrs/office/*": 100.0}
BROKEN = pytest.StashKey[list[str]]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Iterator[None]:
    """Runs outside pytest-cov's own wrapper, when the workers' figures are already one file."""
    outcome = yield
    config = session.config
    if config.getoption("cov_source", default=None) and not hasattr(config, "workerinput"):
        config.stash[BROKEN] = broken_floors()
        session.testsfailed += len(config.stash[BROKEN])
    return outcome


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in config.stash.get(BROKEN, []):
        terminalreporter.write_line(line, red=True)


def broken_floors() -> list[str]:
    """One line for each room below its floor."""
    measured = coverage.Coverage()
    measured.load()
    broken = []
    for room, floor in FLOORS.items():
        reached = measured.report(include=[room], file=io.StringIO(), skip_empty=True)
        if reached < floor:
            broken.append(f"coverage of {room}: {reached:.1f} %, floor {floor:.0f} %")
    return broken
