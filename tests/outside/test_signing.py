"""The key that signs: made once, changed on purpose, never replaced in silence."""

import os
import shutil
import stat
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pqrs.office.receipt_seal import Seal, SignedSeal
from pqrs.outside.signing import PRIVATE, PUBLIC, SigningKeys, UnknownKeyError, name_of, pem

ARRIVED = datetime(2026, 3, 16, 12, 0, 5, tzinfo=UTC)
SEAL = Seal(
    number="2026-000418-3",
    at=datetime(2026, 3, 17, 15, 30, tzinfo=UTC),
    arrived_at=ARRIVED,
    digest="ab" * 32,
)
CHANGES: dict[str, Any] = {
    "number": "2026-000419-1",
    "at": SEAL.at + timedelta(seconds=1),
    "arrived_at": ARRIVED - timedelta(days=1),
    "digest": "ac" + "ab" * 31,
}


@pytest.fixture
def keys(tmp_path):
    signing = SigningKeys(tmp_path / "keys")
    signing.prepare()
    return signing


def test_what_it_signs_is_true_and_always_the_same(keys):
    signed = keys.sign(SEAL)

    assert keys.is_true(signed)
    assert signed == keys.sign(SEAL)
    assert keys.is_well()


@pytest.mark.parametrize("field", CHANGES)
def test_a_change_of_any_field_shows(keys, field):
    signed = keys.sign(SEAL)

    assert not keys.is_true(replace(signed, seal=replace(SEAL, **{field: CHANGES[field]})))


@pytest.mark.parametrize("place", [0, 31, 32, 63])
def test_a_change_of_the_signature_shows(keys, place):
    signed = keys.sign(SEAL)
    forged = bytearray(signed.signature)
    forged[place] ^= 1

    assert not keys.is_true(replace(signed, signature=bytes(forged)))


def test_a_key_that_is_not_ours_is_unknown(keys, tmp_path):
    others = SigningKeys(tmp_path / "others")
    others.prepare()
    signed = others.sign(SEAL)

    with pytest.raises(UnknownKeyError):
        keys.is_true(signed)
    assert not keys.is_true(SignedSeal(SEAL, keys.sign(SEAL).key, signed.signature))


def test_both_files_are_of_the_owner_alone(keys):
    for name in (PRIVATE, PUBLIC):
        assert 0o600 == stat.S_IMODE((keys.folder / name).stat().st_mode)
    assert {PRIVATE, PUBLIC} == {path.name for path in keys.folder.iterdir()}


def test_it_is_made_once(keys):
    before = keys.sign(SEAL)
    keys.prepare()
    SigningKeys(keys.folder).prepare()

    assert before == SigningKeys(keys.folder).sign(SEAL)


def test_after_a_rotation_the_old_signature_stays_true(keys):
    old = keys.sign(SEAL)
    name = keys.rotate()
    new = keys.sign(SEAL)

    assert name == new.key != old.key
    assert keys.is_true(old)
    assert keys.is_true(new)
    assert [new.key, old.key] == [name_of(public) for public in keys.public_keys()]
    assert 0o600 == stat.S_IMODE((keys.folder / PRIVATE).stat().st_mode)


@pytest.mark.parametrize("spoil", [os.unlink, lambda path: path.write_bytes(b"short")])
def test_a_lost_key_is_not_replaced_in_silence(keys, spoil):
    old = keys.sign(SEAL)
    spoil(keys.folder / PRIVATE)
    keys.prepare()

    assert keys.sign(SEAL) is None
    assert not keys.is_well()
    assert keys.is_true(old)


def test_after_a_loss_a_rotation_goes_on(keys):
    old = keys.sign(SEAL)
    (keys.folder / PRIVATE).unlink()
    keys.rotate()

    assert keys.is_well()
    assert keys.is_true(old)
    assert keys.is_true(keys.sign(SEAL))


def test_a_public_list_that_is_gone_is_an_alarm_and_the_next_start_writes_it(keys):
    (keys.folder / PUBLIC).unlink()

    assert not keys.is_well()
    assert keys.is_true(keys.sign(SEAL))
    keys.prepare()
    assert keys.is_well()


def test_what_is_no_key_in_the_list_is_passed_over(keys):
    path = keys.folder / PUBLIC
    broken = b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"
    path.write_bytes(broken + b"# nota\n" + path.read_bytes())

    assert keys.is_well()
    assert keys.is_true(keys.sign(SEAL))


def test_a_folder_that_cannot_be_written_costs_the_signature_and_nothing_else(tmp_path):
    (tmp_path / "file").write_text("")
    signing = SigningKeys(tmp_path / "file" / "keys")
    signing.prepare()

    assert signing.sign(SEAL) is None
    assert not signing.is_well()
    assert [] == signing.public_keys()


OPERATIONS = Path("docs/operations.md")


def run_script(folder, line):
    """The ten lines of docs/operations.md, as anybody would run them."""
    script = OPERATIONS.read_text().partition("```python\n")[2].partition("```")[0]
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(script), line],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_anybody_checks_it_without_us(keys, tmp_path):
    old = keys.sign(SEAL)
    keys.rotate()
    (tmp_path / "clave.pem").write_bytes(b"".join(map(pem, keys.public_keys())))
    shutil.rmtree(keys.folder)
    address = f"https://pqrs.ejemplo.gov.co/verificar?c={old}"

    assert "auténtica: 2026-000418-3 20260317T153000Z 20260316T120005Z\n" == (
        run_script(tmp_path, address).stdout
    )
    forged = run_script(tmp_path, address.replace("000418", "000419"))
    assert (1, "") == (forged.returncode, forged.stdout)
