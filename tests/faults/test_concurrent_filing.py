"""Eight processes file two hundred petitions at once: numbers 1 to 200, none twice."""

import subprocess
import sys
from contextlib import ExitStack, contextmanager

import pytest

from pqrs.office import parse_number
from tests.serving import settings_for

PROCESSES, EACH = 8, 25


@contextmanager
def started(command, environ):
    """A process that does not outlive the block."""
    with subprocess.Popen(command, env=environ, stdout=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


@pytest.mark.both_databases
def test_numbers_are_consecutive(database_url, tmp_path, told):
    go = tmp_path / "go"
    environ = settings_for(tmp_path, PQRS_DATABASE_URL=database_url)
    command = [sys.executable, "-m", "tests.faults.filer", str(go), str(told.path), str(EACH)]

    with ExitStack() as stack:
        filers = [stack.enter_context(started(command, environ)) for _ in range(PROCESSES)]
        assert [b"ready\n"] * PROCESSES == [filer.stdout.readline() for filer in filers]
        go.touch()
        assert [0] * PROCESSES == [filer.wait(timeout=120) for filer in filers]

    sequences = sorted(parse_number(number).sequence for number in told.numbers())
    assert list(range(1, PROCESSES * EACH + 1)) == sequences
