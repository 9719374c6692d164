"""`pqrs backup` and `pqrs restore`: whole or not at all, and no number given twice."""

import base64
import hashlib
import json
import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import make_url

from pqrs.outside.backup_folder import (
    DamagedBackupError,
    parts_in,
    read_backup,
    write_manifest,
)
from pqrs.outside.in_use import at_work, copying
from pqrs.outside.marks import PROVEN_COPY, RESTORE_PROVEN, read_mark
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from tests.cli.copies import PHOTO, Installation, file_of, state
from tests.serving import PQRS

pytestmark = pytest.mark.network
LETTER = b"una carta de verdad"


def elsewhere(here, tmp_path, entity, **more):
    """An empty machine with the keys that were kept apart, and nothing else."""
    there = tmp_path / "there"
    shutil.copytree(here.settings.keys_dir, there / "keys")
    return Installation(there, entity, **more)


@pytest.mark.both_databases
def test_after_yesterdays_copy_no_number_is_given_twice(here, copy):
    since = [here.file(LETTER), here.file()]
    refused = here.run("restore", copy)
    assert (1, "") == (refused.exit_code, refused.stdout)
    assert "--replace" in refused.stderr

    done = here.run("restore", copy.parent, "--replace", "--json")

    assert 0 == done.exit_code, done.output
    told = json.loads(done.stdout)
    assert since == told["lost"]
    assert told["kept_aside"]
    assert 0 == here.run("verify").exit_code
    assert int(since[-1][5:11]) + 1 == int(here.file()[5:11])
    again = here.run("restore", copy, "--replace", "--json")
    assert 3 == len(json.loads(again.stdout)["lost"]), "that last one is lost too"
    assert 0 == here.run("verify").exit_code


@pytest.mark.both_databases
def test_it_comes_back_whole_on_an_empty_machine(here, copy, tmp_path, entity, databases):
    before = now()
    kind = make_url(here.settings.database_url).get_backend_name()
    more = {"database_url": databases.copy(kind)} if kind == "postgresql" else {}
    there = elsewhere(here, tmp_path, entity, **more)

    done = there.run("restore", copy)

    assert 0 == done.exit_code, done.output
    assert "No había testigo" in done.stderr
    proven, made = (read_mark(there.folder, each) for each in (RESTORE_PROVEN, PROVEN_COPY))
    assert made == read_backup(copy).manifest.made_at, "for /salud"
    assert proven is not None
    assert proven >= before
    assert 0 == there.run("verify").exit_code
    assert PHOTO == there.office.files.read(hashlib.sha256(PHOTO).hexdigest(), len(PHOTO))
    assert "000003" == there.file()[5:11]


@pytest.mark.both_databases
def test_no_key_is_in_a_copy_and_each_is_named(here, tmp_path):
    done = here.run("backup", tmp_path / "copies")

    folder = Path(done.stdout.splitlines()[0])
    contents = [path.read_bytes() for path in folder.rglob("*") if path.is_file()]
    if (folder / "database.dump").exists():
        plain = ["pg_restore", "--file=-", str(folder / "database.dump")]
        contents.append(subprocess.run(plain, check=True, capture_output=True).stdout)
    for name in ("access-code", "receipt", "session"):
        key = (here.settings.keys_dir / name).read_bytes()
        assert str(here.settings.keys_dir / name) in done.stdout
        for shape in (key, key.hex().encode(), base64.b64encode(key).rstrip(b"=")):
            assert not any(shape in content for content in contents), name


@pytest.mark.both_databases
def test_what_would_not_keep_its_promises_is_undone(here, copy):
    since, witness = here.file(), Witness(here.settings.witness)
    first = next(issued for issued, _linked in witness.lines())
    witness.append([replace(first, content_hash="otro")])
    before = here.settings.witness.read_bytes()

    done = here.run("restore", copy, "--replace")

    assert (1, "") == (done.exit_code, done.stdout)
    assert "I2" in done.stderr
    assert before == here.settings.witness.read_bytes()
    assert int(since[5:11]) + 1 == int(here.file()[5:11]), "what was there is there"


def flip(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def truncate(path):
    path.write_bytes(path.read_bytes()[:-100])


@pytest.mark.parametrize("damage", [flip, truncate, Path.unlink])
def test_a_damaged_copy_changes_nothing(here, copy, damage):
    whole = {path: path.read_bytes() for path in copy.rglob("*") if path.is_file()}
    assert 5 == len(whole), "database, witness, photo, manifest and its seal"
    before = state(here)

    for path, content in whole.items():
        damage(path)
        done = here.run("restore", copy.parent, "--replace")

        assert (1, "") == (done.exit_code, done.stdout), path
        assert "dañada" in done.stderr or "Alguien cambió" in done.stderr
        assert before == state(here)
        path.write_bytes(content)


def test_another_installations_key_opens_nothing_unless_it_is_lost(copy, tmp_path, entity):
    other = Installation(tmp_path / "other", entity)

    done = other.run("restore", copy)

    assert 1 == done.exit_code
    assert str(other.settings.keys_dir / "access-code") in done.stderr
    assert not (other.folder / "pqrs.sqlite").exists()
    assert 0 == other.run("restore", copy, "--anyway").exit_code
    assert 0 == other.run("verify").exit_code


def test_who_does_not_have_the_key_cannot_alter_a_copy(here, copy):
    manifest = read_backup(copy).manifest
    keyed = (copy / "manifest.seal").read_text().splitlines()[1]
    (copy / "witness.log").write_bytes(b"")
    rewrite(copy, replace(manifest, parts=tuple(parts_outside(copy))), b"otra llave" * 4)
    plain = (copy / "manifest.seal").read_text().splitlines()[0]
    (copy / "manifest.seal").write_text(f"{plain}\n{keyed}\n")

    done = here.run("restore", copy, "--replace")

    assert 1 == done.exit_code
    assert "Alguien cambió la copia" in done.stderr


def parts_outside(copy):
    return [part for part in parts_in(copy) if not part.path.startswith("manifest")]


def rewrite(copy, manifest, key):
    for name in ("manifest.json", "manifest.seal"):
        (copy / name).unlink()
    write_manifest(copy, manifest, key)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"database": "postgresql"}, "PQRS_DATABASE_URL"),
        ({"revision": "9999"}, "más nueva"),
        ({"demo": True}, "PQRS_DEMO"),
        ({"entity": "Otro Municipio"}, "PQRS_ENTITY"),
    ],
)
def test_what_is_of_another_kind_is_said(here, copy, change, said):
    rewrite(copy, replace(read_backup(copy).manifest, **change), here.settings.code_key)

    done = here.run("restore", copy, "--replace")

    assert (1, "") == (done.exit_code, done.stdout)
    assert said in done.stderr


def test_nothing_is_pulled_from_under_who_is_at_work(here, copy):
    before = state(here)
    with at_work(here.settings.files):
        served = here.run("restore", copy, "--replace")
    with closing(sqlite3.connect(file_of(here))) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("SELECT count(*) FROM petition").fetchone()
        opened = here.run("restore", copy, "--replace")

    assert "Detenga antes" in served.stderr
    assert "en uso" in opened.stderr
    assert (1, 1) == (served.exit_code, opened.exit_code)
    assert before == state(here)


def test_what_was_wrong_already_is_copied_and_said(here, tmp_path):
    sha = hashlib.sha256(PHOTO).hexdigest()
    flip(here.office.files.path_of(sha))

    done = here.run("backup", tmp_path / "copies")
    back = here.run("restore", tmp_path / "copies", "--replace")

    assert 1 == done.exit_code == back.exit_code
    assert "I6" in done.stderr
    assert "I6" in back.stderr
    assert "Restaurada" in back.stdout
    assert None is read_mark(here.folder, RESTORE_PROVEN), "it proves nothing"


def test_a_database_that_cannot_be_read_is_put_aside(here, copy):
    last = here.file()
    database = file_of(here)
    left = database.with_name(f".{database.name}.de-una-que-murió")
    left.write_bytes(b"personal")
    for end in ("-wal", "-shm"):
        Path(f"{database}{end}").unlink(missing_ok=True)
    database.write_bytes(b"esto no es una base de datos" * 1000)
    assert 1 == here.run("restore", copy).exit_code

    done = here.run("restore", copy, "--replace", "--json")

    assert 0 == done.exit_code, done.output
    told = json.loads(done.stdout)
    assert [last] == told["lost"]
    assert Path(told["kept_aside"]).read_bytes().startswith(b"esto no es")
    assert not left.exists(), "what a killed restore had begun"
    assert 0 == here.run("verify").exit_code


def test_a_copy_that_cannot_be_written_leaves_no_half(here, copy, tmp_path):
    shelf = copy.parent
    (shelf / ".unfinished-2020").mkdir()
    limited = ["bash", "-c", f"ulimit -f 200; exec {PQRS} backup {shelf}"]
    unmeasured = {name: value for name, value in here.environ.items() if "COV" not in name}
    full = subprocess.run(
        limited, env=unmeasured, capture_output=True, text=True, check=False, timeout=120
    )
    (tmp_path / "archivo").write_text("")
    nowhere = here.run("backup", tmp_path / "archivo" / "copias")

    assert (1, "") == (full.returncode, full.stdout)
    assert "No quedó una copia a medias" in full.stderr
    assert "Traceback" not in full.stderr
    assert [copy.name] == [path.name for path in shelf.iterdir() if path.name != ".lock"]
    assert 1 == nowhere.exit_code
    assert "No se pudo escribir" in nowhere.stderr


def test_there_is_nothing_to_copy_or_to_restore(tmp_path, entity):
    empty = Installation(tmp_path / "empty", entity)

    assert "pqrs init" in empty.run("backup", tmp_path / "copies").stderr
    assert "no hay ninguna copia" in empty.run("restore", tmp_path / "copies").stderr
    assert not (empty.folder / "pqrs.sqlite").exists()


def test_a_part_outside_the_copy_is_never_read(here, copy):
    manifest = read_backup(copy).manifest
    out = replace(manifest.parts[0], path="../../here/keys/access-code")
    rewrite(copy, replace(manifest, parts=(out,)), here.settings.code_key)

    with pytest.raises(DamagedBackupError):
        read_backup(copy).check(lambda _share: None)


def test_no_file_goes_away_while_a_copy_is_made(here):
    stray = here.office.files.path_of(hashlib.sha256(PHOTO).hexdigest())
    os.utime(stray, (0, 0))
    with copying(here.settings.files):
        assert [] == here.office.files.sweep(())
    assert [stray.name] == here.office.files.sweep(())
