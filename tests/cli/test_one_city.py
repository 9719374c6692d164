"""`scripts/dev` twice at once in one checkout: the second says where the first one is."""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import time
from contextlib import contextmanager, suppress
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
    """One that prepares its database; at the end all of it is ended, by force if need be.

    It installs nothing: the environment is the developer's own, and it is stopped half way.
    """
    skip_if_it_would_install()
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
        yield process
    finally:
        end_all(process)


def end_all(process):
    """The whole group: asked first, so that nothing is cut short that can end by itself."""
    os.killpg(process.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        process.wait(5)
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(SECONDS)


def skip_if_it_would_install():
    locked = (ROOT / "requirements.txt").read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    stamp = ROOT / ".venv" / "stamp-requirements.txt"
    if not stamp.exists() or stamp.read_text().strip() != hashlib.sha256(locked).hexdigest():
        pytest.skip("the environment is not the one of requirements.txt: scripts/environment")


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
    with first_city(checkout) as first:
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
    assert f"http://127.0.0.1:8123 (procesos {first.pid})" in second.stderr
    assert "" == second.stdout
    assert still_prepares
    wait_until(lambda: not is_held(checkout / "instance" / "dev.lock"))
