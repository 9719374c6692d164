"""From an empty folder to a system whose promises hold, as an operator types it."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from pqrs.cli import pqrs as commands
from tests.serving import run_pqrs, settings_for

pytestmark = pytest.mark.network


@pytest.fixture
def pqrs(tmp_path):
    """`pqrs` on an installation of its own."""
    environ = settings_for(tmp_path / "instance")
    return lambda *words: run_pqrs(environ, *words)


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    """`pqrs` on one that is prepared, for the tests that leave it as it is."""
    environ = settings_for(tmp_path_factory.mktemp("ready") / "instance")
    assert 0 == run_pqrs(environ, "init").returncode
    return lambda *words: run_pqrs(environ, *words)


def test_init_may_be_repeated_and_verify_is_clean(pqrs):
    assert 0 == pqrs("init").returncode
    assert 0 == pqrs("init").returncode
    done = pqrs("verify")
    assert (0, "") == (done.returncode, done.stderr)


def test_flask_has_the_same_commands(tmp_path):
    words = [sys.executable, "-m", "flask", "--app", "wsgi", "pqrs", "--help"]
    environ = settings_for(tmp_path / "instance")

    done = subprocess.run(words, env=environ, capture_output=True, text=True, check=False)

    assert 0 == done.returncode
    assert "deadline" in done.stdout


def test_serve_wants_a_database_that_is_up_to_date(pqrs):
    done = pqrs("serve", "--port", "1")

    assert 1 == done.returncode
    assert "pqrs init" in done.stderr


def test_accounts_are_made_linked_listed_and_closed(pqrs):
    pqrs("init")
    added = pqrs("user", "add", "jefe@example.com", "--role", "head", "--department", "HAC")
    assert "/cuenta/clave/" in added.stdout
    assert "/cuenta/clave/" in pqrs("user", "link", "jefe@example.com").stdout
    assert 0 == pqrs("user", "disable", "jefe@example.com").returncode
    assert "jefe@example.com\thead\tHAC\tcerrada" in pqrs("user", "list").stdout


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("user", "add", "x@example.com", "--role", "head"), 1),
        (("user", "add", "x@example.com", "--role", "head", "--department", "EMC"), 2),
        (("user", "add", "x@example.com", "--role", "rey"), 2),
        (("user", "link", "nadie@example.com"), 1),
        (("user", "disable", "nadie@example.com"), 1),
        (("no-existe",), 2),
    ],
)
def test_what_cannot_be_is_said_on_stderr(ready, words, code):
    done = ready(*words)

    assert (code, "") == (done.returncode, done.stdout)
    assert done.stderr
    assert "Traceback" not in done.stderr


def test_routes_says_who_may_enter(pqrs):
    lines = pqrs("routes").stdout.splitlines()

    assert any(line.startswith("/bandeja\t") and line.endswith("see_queue") for line in lines)
    assert any(line.startswith("/salud\t") and line.endswith("todos") for line in lines)


def test_accounts_and_routes_for_a_machine(pqrs):
    pqrs("init")
    pqrs("user", "add", "jefe@example.com", "--role", "head", "--department", "HAC")
    (account,) = json.loads(pqrs("user", "list", "--json").stdout)
    rules = json.loads(pqrs("routes", "--json").stdout)
    by_path = {rule["path"]: rule for rule in rules}

    assert {
        "email": "jefe@example.com", "name": "jefe@example.com", "role": "head",
        "department": "HAC", "active": True,
    } == account  # fmt: skip
    assert "see_queue" == by_path["/bandeja"]["permission"]
    assert by_path["/salud"]["permission"] is None
    assert len(rules) == len(pqrs("routes").stdout.splitlines())


def test_a_wrong_setting_is_one_line(tmp_path):
    environ = settings_for(tmp_path / "instance") | {"PQRS_ENTITY": "no-existe"}
    done = run_pqrs(environ, "init")

    assert 2 == done.returncode
    assert 1 == len(done.stderr.strip().splitlines())


@pytest.mark.parametrize("command", sorted(commands.commands))
def test_every_command_has_help(command):
    assert 0 == CliRunner().invoke(commands, [command, "--help"]).exit_code
