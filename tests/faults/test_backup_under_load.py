"""A copy is made while eight processes file: it comes back whole on an empty machine."""

import json
import shutil
import subprocess
import sys
import time

import pytest
from sqlalchemy import make_url

from pqrs.office import parse_number
from tests.serving import run_pqrs, settings_for

PROCESSES, EACH, ENOUGH = 8, 25, 20


def filing(environ, told):
    """Eight processes at work."""
    command = [sys.executable, "-m", "tests.faults.filer", told.path, str(PROCESSES), str(EACH)]
    return subprocess.Popen(command, env=environ)


def wait_until(told, count):
    end = time.monotonic() + 120
    while len(told.numbers()) < count and time.monotonic() < end:
        time.sleep(0.02)


@pytest.mark.both_databases
def test_a_copy_made_while_people_file_keeps_every_promise(databases, database_url, tmp_path, told):
    environ = settings_for(tmp_path / "here", PQRS_DATABASE_URL=database_url)
    writers = filing(environ, told)
    wait_until(told, ENOUGH)
    before = set(told.numbers())
    done = run_pqrs(environ, "backup", str(tmp_path / "copies"), "--json")
    still_filing = writers.poll() is None
    assert 0 == done.returncode, done.stderr
    assert 0 == writers.wait(timeout=240)

    copy = json.loads(done.stdout)
    assert still_filing or len(before) < copy["petitions"], "nobody wrote meanwhile"
    kind = make_url(database_url).get_backend_name()
    there = tmp_path / "there"
    shutil.copytree(tmp_path / "here" / "keys", there / "keys")
    fresh = f"sqlite:///{there / 'pqrs.sqlite'}" if kind == "sqlite" else databases.copy(kind)
    shutil.copy(tmp_path / "here" / "witness.log", there / "witness.log")
    environ = settings_for(there, PQRS_DATABASE_URL=fresh)

    done = run_pqrs(environ, "restore", copy["backup"], "--json")

    assert 0 == done.returncode, done.stderr
    lost = set(json.loads(done.stdout)["lost"])
    assert PROCESSES * EACH == copy["petitions"] + len(lost)
    assert not lost & before, "what was told before the copy began is in it"
    assert PROCESSES * EACH == max(parse_number(number).sequence for number in told.numbers())
