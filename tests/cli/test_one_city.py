"""`scripts/dev` twice at once in one checkout: the second says where the first one is."""

import fcntl
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.serving import settings_for

ROOT = Path(__file__).parents[2]
SECONDS = 30


@pytest.fixture
def checkout(tmp_path):
    """A checkout of its own over the same sources: its own scripts and its own `instance`."""
    for each in ROOT.iterdir():
        if each.name not in {"instance", "scripts"}:
            (tmp_path / each.name).symlink_to(each)
    shutil.copytree(ROOT / "scripts", tmp_path / "scripts")
    return tmp_path


def environ_of(checkout, port):
    """Everything it keeps in the folder of the test, the database among it."""
    return settings_for(checkout, PORT=str(port))


@contextmanager
def first_city(checkout):
    """One that prepares its database; at the end all of it is killed."""
    process = subprocess.Popen(
        ["scripts/dev"],
        cwd=checkout,
        env=environ_of(checkout, 8123),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        wait_until(lambda: is_held(checkout / "instance" / "dev.lock"))
        yield
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait(SECONDS)


def wait_until(true):
    deadline = time.monotonic() + SECONDS
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_held(lock):
    if not lock.exists() or not lock.read_text():
        return False
    with lock.open() as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def test_a_second_one_says_where_the_first_is_and_touches_nothing(checkout):
    with first_city(checkout):
        second = subprocess.run(
            ["scripts/dev"],
            cwd=checkout,
            env=environ_of(checkout, 8124),
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )
        still_prepares = is_held(checkout / "instance" / "dev.lock")

    assert 1 == second.returncode
    assert "Ya hay una demostración en esta carpeta" in second.stderr
    assert "http://127.0.0.1:8123" in second.stderr
    assert "" == second.stdout
    assert still_prepares
    wait_until(lambda: not is_held(checkout / "instance" / "dev.lock"))
