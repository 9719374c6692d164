"""The seal of a receipt: one writing, read from wherever it was copied, nothing guessed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pqrs.office import PetitionNumber
from pqrs.office.receipt_seal import DamagedSealError, Seal, SignedSeal, fingerprint, read_seal

SEAL = Seal(
    number="2026-000418-3",
    at=datetime(2026, 3, 17, 15, 30, tzinfo=UTC),
    arrived_at=datetime(2026, 3, 16, 12, 0, 5, tzinfo=UTC),
    digest=sha256(b"x").hexdigest(),
)
SIGNED = SignedSeal(SEAL, "0a1b2c3d", bytes(range(64)))
LINE = str(SIGNED)
EARLIEST, LATEST = datetime(1984, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
moments = st.integers(int(EARLIEST.timestamp()), int(LATEST.timestamp())).map(
    lambda seconds: datetime.fromtimestamp(seconds, UTC)
)


def test_it_is_a_line_that_people_can_read():
    assert LINE.startswith("PQRS1.2026-000418-3.20260317T153000Z.20260316T120005Z.")


@given(
    st.builds(PetitionNumber, st.integers(1000, 9999), st.integers(1, 10**9 - 1)),
    moments,
    moments,
    st.binary(min_size=32, max_size=32),
    st.binary(min_size=64, max_size=64),
)
def test_what_is_written_is_read(number, at, arrived_at, digest, signature):
    signed = SignedSeal(Seal(str(number), at, arrived_at, digest.hex()), "00ff00ff", signature)

    assert signed == read_seal(str(signed))


def test_an_answer_has_one_moment():
    answer = SignedSeal(
        replace(SEAL, number="S-2026-000012", arrived_at=None), "0a1b2c3d", bytes(64)
    )

    assert answer.seal.is_answer
    assert not SEAL.is_answer
    assert answer == read_seal(str(answer))


def test_moments_are_written_in_utc_to_the_second():
    bogota = timezone(timedelta(hours=-5))
    local = replace(SEAL, at=SEAL.at.astimezone(bogota).replace(microsecond=999_999))

    assert SEAL.message("0a1b2c3d") == local.message("0a1b2c3d")


@pytest.mark.parametrize(
    "copied",
    [
        f"https://pqrs.ejemplo.gov.co/verificar?c={LINE}",
        f"  {LINE}\n",
        f"{LINE[:60]}\r\n{LINE[60:]}",
        f"http://127.0.0.1:8000/verificar?c={LINE}",
    ],
)
def test_it_is_read_as_people_copy_it(copied):
    assert SIGNED == read_seal(copied)


@pytest.mark.parametrize(
    "copied",
    [
        "",
        "2026-000418-3",
        LINE[:-1],
        LINE + "A",
        LINE.replace("PQRS1", "PQRS2"),
        LINE.lower(),
        LINE.replace("20260317", "20260231"),
        LINE.replace(".0a1b", ".0A1B"),
        "x" * 3000,
        LINE.replace("2026-000418-3", "DROP TABLE"),
        LINE.replace("2026", "\u0662\u0660\u0662\u0666"),
        f"javascript:alert(1)?c={LINE}",
        LINE + "\x00",
    ],
)
def test_what_is_not_whole_is_refused(copied):
    with pytest.raises(DamagedSealError):
        read_seal(copied)


def test_the_last_letter_has_one_writing():
    """Base64 leaves bits over: another letter would be the same signature."""
    last = LINE[-1]
    others = [letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" if letter != last]
    for other in others:
        try:
            found = read_seal(LINE[:-1] + other)
        except DamagedSealError:
            continue
        assert found.signature != SIGNED.signature


@given(st.text(max_size=300))
def test_any_text_is_read_or_refused(text):
    with pytest.raises(DamagedSealError):
        read_seal(text)


def test_the_fingerprint_is_what_a_terminal_counts():
    text, file = sha256(b"text").hexdigest(), sha256(b"file").hexdigest()

    assert sha256(f"{text}\n{file}\n".encode()).hexdigest() == fingerprint(text, [file])
    assert fingerprint(text, [file]) != fingerprint(file, [text]) != fingerprint(text)
