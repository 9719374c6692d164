"""Eight processes file two hundred petitions at once: numbers 1 to 200, none twice."""

import subprocess
import sys

import pytest

from pqrs.office import parse_number
from tests.serving import settings_for

PROCESSES, EACH = 8, 25


@pytest.mark.both_databases
def test_numbers_are_consecutive(database_url, tmp_path, told):
    environ = settings_for(tmp_path, PQRS_DATABASE_URL=database_url)
    command = [sys.executable, "-m", "tests.faults.filer", told.path, str(PROCESSES), str(EACH)]

    done = subprocess.run(
        command, env=environ, timeout=120, check=False, capture_output=True, text=True
    )

    assert (0, "") == (done.returncode, done.stderr)
    sequences = sorted(parse_number(number).sequence for number in told.numbers())
    assert list(range(1, PROCESSES * EACH + 1)) == sequences
