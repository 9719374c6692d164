"""The worker outlives a database that another keeps busy: it says so and asks again."""

import signal
import sqlite3
import subprocess
from contextlib import closing

from tests.serving import PQRS, settings_for

LONGEST = 120
"""Seconds for it to stop, on a busy machine."""


def test_it_goes_on_and_stops_when_it_is_asked(installation):
    command = [PQRS, "worker"]
    environ = settings_for(installation)
    with (
        closing(sqlite3.connect(installation / "pqrs.sqlite", isolation_level=None)) as holder,
        subprocess.Popen(command, env=environ, stderr=subprocess.PIPE, text=True) as worker,
    ):
        holder.execute("BEGIN IMMEDIATE")
        said = [worker.stderr.readline() for _ in range(2)] if worker.stderr else []
        holder.execute("ROLLBACK")
        alive = worker.poll() is None
        worker.send_signal(signal.SIGTERM)
        code = worker.wait(LONGEST)

    assert ["La base de datos está ocupada"] * 2 == [line[:29] for line in said]
    assert (True, 0) == (alive, code)
