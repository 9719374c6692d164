"""The same dates on every machine: whatever its zone, its language, its clock or its hash seed."""

import os
import shutil
import subprocess
import sys

import pytest

from tests.databases import missing

IMPORTS = """
import json
from pqrs.law import Kind, Readings, disputed, holidays_in, nation_rules, read_moment, work_out
"""
PROGRAM = """
rules, told = nation_rules(), []
asked = ["2026-02-02T23:59:59", "2025-12-30T08:00-05:00", "2024-02-29T00:00", "2026-02-03T02:30Z"]
history = [{"type": "requirement", "communicated_at": "2026-02-06T09:00:00"},
           {"type": "completed", "at": "2026-02-20T23:59"}]
for kind in Kind:
    if kind is Kind.MIXED:
        continue
    for moment in asked:
        case = work_out(kind.code, read_moment(moment), [], rules.calendar, rules.readings)
        told.append([kind.code, moment, str(case.due_on), case.summary, len(case.days)])
case = work_out("QUEJA", read_moment(asked[0]), history, rules.calendar, rules.readings)
told.append([str(case.due_on), [step.text for step in case.steps], [day.why for day in case.days]])
for point in disputed():
    for value in point.values:
        readings = Readings().changed({point.law_name: value})
        case = work_out("CONSULTA", read_moment(asked[0]), history, rules.calendar, readings)
        told.append([point.law_name, value, str(case.due_on)])
told.append([[str(one.day), one.name] for year in (1984, 2026, 2100) for one in holidays_in(year)])
print(json.dumps(told, ensure_ascii=True))
"""

WATCHED = """
import sys

CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "localtime", "gmtime", "setlocale"}

def watch(_frame, event, called):
    asked = event == "c_call" and called.__name__ in CLOCKS
    if asked and isinstance(called.__self__, type | type(sys)):
        sys.exit(f"{called} was asked")

sys.setprofile(watch)
"""
MACHINES = (
    {"TZ": "Asia/Tokyo", "LC_ALL": "C"},
    {"TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"TZ": "America/Los_Angeles", "LC_ALL": "POSIX", "PYTHONHASHSEED": "1"},
    {"TZ": "UTC", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
)


def tell(program, *before, **environ):
    """What a fresh process with that environment says."""
    return subprocess.run(
        [*before, sys.executable, "-X", "utf8", "-c", program],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **environ},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def here():
    said = tell(IMPORTS + PROGRAM)
    assert "2026" in said
    return said


@pytest.mark.parametrize("machine", MACHINES, ids=lambda machine: machine["TZ"])
def test_nothing_depends_on_the_machines_zone_or_language(machine, here):
    assert here == tell(IMPORTS + PROGRAM, **machine)


@pytest.mark.parametrize(
    "day", ["1999-12-31 23:59:59", "2024-02-29 12:00:00", "2037-06-01 00:00:00"]
)
def test_nothing_depends_on_the_machines_date(day, here):
    if shutil.which("faketime") is None:
        missing("faketime no está instalado")

    assert here == tell(IMPORTS + PROGRAM, "faketime", day)


def test_nothing_reads_the_clock(here):
    assert here == tell(IMPORTS + WATCHED + PROGRAM)


def test_a_reading_of_the_clock_would_be_seen():
    with pytest.raises(subprocess.CalledProcessError):
        tell("from datetime import datetime" + WATCHED + "datetime.now()")
