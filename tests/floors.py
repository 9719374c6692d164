"""Coverage floors a room at a time; coverage.py itself knows only one floor for all.

Active when a run measures coverage. The pure rooms have no excuse: every line, every branch.
"""

import io
from collections.abc import Iterator

import pytest
from coverage import Coverage

FLOORS = {"pqrs/law/*": 100.0, "pqrs/office/*": 100.0}
BROKEN = pytest.StashKey[list[str]]()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> Iterator[None]:
    """Runs around pytest-cov's own wrapper, so the workers' figures are already one."""
    outcome = yield
    config = session.config
    measured = config.pluginmanager.getplugin("_cov")
    if measured and not hasattr(config, "workerinput"):
        config.stash[BROKEN] = broken_floors(measured.cov_controller.combining_cov)
        session.testsfailed += len(config.stash[BROKEN])
    return outcome


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for line in config.stash.get(BROKEN, []):
        terminalreporter.write_line(line, red=True)


def broken_floors(measured: Coverage) -> list[str]:
    """One line for each room below its floor."""
    broken = []
    for room, floor in FLOORS.items():
        reached = measured.report(include=[room], file=io.StringIO())
        if reached < floor:
            broken.append(f"FAIL coverage of {room}: {reached:.1f} %, floor {floor:.0f} %")
    return broken
