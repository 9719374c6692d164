"""`pqrs keys`: who signs today, and a new key that takes nothing from the old one."""

import pytest

from tests.serving import run_pqrs, settings_for

pytestmark = pytest.mark.network


@pytest.fixture
def pqrs(tmp_path):
    """`pqrs` on an installation of its own."""
    environ = settings_for(tmp_path / "instance")
    return lambda *words: run_pqrs(environ, *words)


def test_a_rotation_puts_a_new_key_before_the_old_one(pqrs):
    before = pqrs("keys", "list").stdout.split()
    made = pqrs("keys", "rotate")

    assert 1 == len(before)
    assert 0 == made.returncode
    assert [*made.stdout.split(), *before] == pqrs("keys", "list").stdout.split()


def test_a_lost_key_is_a_no(pqrs, tmp_path):
    assert 0 == pqrs("keys", "list").returncode
    (tmp_path / "instance" / "keys" / "receipt").unlink()
    lost = pqrs("keys", "list")

    assert 1 == lost.returncode
    assert "pqrs keys rotate" in lost.stderr
    assert 1 == len(lost.stdout.split())
