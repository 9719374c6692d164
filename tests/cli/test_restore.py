"""What a restore leaves when it is killed or cannot finish, and what it tells of what came back."""

import json
import os
import subprocess
import time
from contextlib import suppress
from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.decide_answer import withdraw_answer
from pqrs.models import WebSession
from pqrs.office import Role
from pqrs.outside.backup_folder import BackupError, new_copy
from pqrs.outside.in_use import InUseError, alone
from pqrs.outside.now import BOGOTA, now
from pqrs.outside.witness import Witness
from tests.build import a_public_answer, an_official
from tests.cli.copies import Installation, file_of, state
from tests.serving import PQRS, run_pqrs

pytestmark = pytest.mark.network


@pytest.fixture
def there(databases, tmp_path, entity):
    """On PostgreSQL, copied to `copies`; since then a number that its witness does not know."""
    ours = Installation(tmp_path / "there", entity, databases.copy("postgresql"))
    ours.file()
    assert 0 == ours.run("backup", tmp_path / "copies").exit_code
    return ours


def with_program(there, tmp_path, words):
    """Its environment, where `pg_restore` does this."""
    program = tmp_path / "bin" / "pg_restore"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{words}\n")
    program.chmod(0o700)
    return {**there.environ, "PATH": f"{program.parent}:{os.environ['PATH']}"}


@pytest.mark.postgresql
def test_killed_with_the_old_schema_aside_no_number_is_given_twice(there, tmp_path):
    since = there.file()
    there.settings.witness.unlink()
    environ = with_program(there, tmp_path, "kill -9 $PPID")

    killed = run_pqrs(environ, "restore", str(tmp_path / "copies"), "--replace")
    done = there.run("restore", tmp_path / "copies", "--replace", "--json")

    assert -9 == killed.returncode
    assert 0 == done.exit_code, done.output
    assert [since] == json.loads(done.stdout)["lost"]
    assert int(since[5:11]) + 1 == int(there.file()[5:11])


@pytest.mark.postgresql
def test_when_the_old_schema_cannot_come_back_it_is_said_where_it_is(there, tmp_path):
    environ = with_program(there, tmp_path, 'psql "$1" -c "DROP SCHEMA public"\nexit 1')
    there.settings.witness.write_bytes(b"")

    done = run_pqrs(environ, "restore", str(tmp_path / "copies"), "--replace")

    assert 1 == done.returncode
    assert "lo que había, en el esquema public_20" in done.stderr
    assert "No se cambió nada" not in done.stderr
    assert 1 == len(list(Witness(there.settings.witness).lines()))


def test_what_cannot_be_put_aside_changes_nothing(here, copy):
    """The file that would take the old one's place has no name to give it."""
    first = here.settings.witness.read_bytes().splitlines(keepends=True)[0]
    here.settings.witness.write_bytes(first)
    place = file_of(here)
    for seconds in range(300):
        at = (now() + timedelta(seconds=seconds)).astimezone(BOGOTA)
        place.with_name(f"{place.name}.{at:%Y%m%d_%H%M%S}").touch()
    before = state(here)

    done = here.run("restore", copy, "--replace")

    assert (1, "") == (done.exit_code, done.stdout)
    assert "File exists. No se cambió nada" in done.stderr
    assert before == state(here)


def test_what_came_back_against_a_decision_is_told_and_nobody_is_signed_in(here, tmp_path):
    with here.writing() as session:
        writer = an_official(session, Role.OFFICIAL, "INFRA")
        supervisor = an_official(session, Role.SUPERVISOR, None)
        kept = a_public_answer(session, here.office, writer)
        at = {"created_at": now(), "seen_at": now(), "ended_at": None}
        session.add(WebSession(token_hash="a", official_id=supervisor.official_id, **at))
    assert 0 == here.run("backup", tmp_path / "copies").exit_code
    with here.writing() as session:
        other = "¿Cómo pido un concepto de uso del suelo de mi predio?"
        newer = a_public_answer(session, here.office, writer, question=other)
        for answer in (kept, newer):
            withdraw_answer(session, answer, "Cambió", viewer=supervisor, office=here.office)

    done = here.run("restore", tmp_path / "copies", "--replace", "--json")

    assert 0 == done.exit_code, done.output
    notes = "\n".join(json.loads(done.stdout)["notes"])
    assert f"/respuestas/{kept}," in notes
    assert f"/respuestas/{newer}," not in notes, "the copy has no such answer"
    with here.writing() as session:
        assert [] == session.scalars(select(WebSession)).all()


def test_nobody_restores_while_a_command_works(here, copy):
    """One that waits for its input."""
    importing = subprocess.Popen([PQRS, "import", "-"], env=here.environ, stdin=subprocess.PIPE)
    try:
        end = time.monotonic() + 60
        while is_free(here) and time.monotonic() < end:
            time.sleep(0.05)
        done = here.run("restore", copy, "--replace")
    finally:
        importing.communicate(b"")

    assert (1, "") == (done.exit_code, done.stdout)
    assert "Detenga antes" in done.stderr
    assert is_free(here)


def is_free(installation):
    """Whether a restore would be let in."""
    with suppress(InUseError), alone(installation.settings.files):
        return True
    return False


@pytest.mark.both_databases
def test_all_of_a_copy_is_for_its_maker_alone(copy):
    everything = (copy.parent, *copy.parent.rglob("*"))

    assert [] == [path for path in everything if path.stat().st_mode & 0o77]


def test_a_second_copy_of_the_same_second_says_so(tmp_path):
    with new_copy(tmp_path, "x"):
        pass
    with pytest.raises(BackupError, match="mismo segundo"), new_copy(tmp_path, "x"):
        pass
