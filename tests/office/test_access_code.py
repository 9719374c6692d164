"""The access code: derived, checked, never stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pqrs.office.access_code import (
    ALPHABET,
    code_from_token,
    code_matches,
    evaluation_token,
    holds_code,
    keyed_hash,
    read_code,
    show_code,
)

KEY = b"a key of the tests"
codes = st.text().map(lambda token: code_from_token(KEY, token))


def test_the_same_token_gives_the_same_code_again():
    assert code_from_token(KEY, "token") == code_from_token(KEY, "token")
    assert code_from_token(KEY, "token") != code_from_token(KEY, "other")
    assert code_from_token(KEY, "token") != code_from_token(b"another key", "token")


def test_the_first_eleven_characters_are_the_first_55_bits():
    code = code_from_token(b"k", "t")
    value = sum(ALPHABET.index(c) << 5 * (10 - i) for i, c in enumerate(code[:11]))
    assert code == "WZYBR5QR4TPM"
    assert 0 < value < 2**55


@given(codes)
def test_what_is_shown_is_read_back_in_any_case(code):
    shown = show_code(code)
    assert [4, 4, 4] == [len(group) for group in shown.split("-")]
    assert code == read_code(shown.lower()) == read_code(f" {shown.replace('-', ' ')} ")


def test_lookalikes_are_what_they_look_like():
    code = next(c for n in range(999) if {"0", "1"} <= set(c := code_from_token(KEY, str(n))))
    assert code == read_code(code.replace("0", "O").replace("1", "l"))
    assert code == read_code(code.replace("0", "o").replace("1", "I"))


@given(codes, st.data())
def test_one_wrong_character_is_always_found(code, data):
    place = data.draw(st.integers(min_value=0, max_value=11))
    other = data.draw(st.sampled_from([c for c in ALPHABET if c != code[place]]))
    assert read_code(code[:place] + other + code[place + 1 :]) is None


@pytest.mark.parametrize(
    "typed", ["", "WZYB-R5QR", "UUUU-UUUU-UUUU", "WZYBR5QR4TPM7", "ñ" * 12, "0" * 9999, "\0" * 12]
)
def test_what_cannot_be_a_code_is_none(typed):
    assert read_code(typed) is None


def test_the_hash_is_bound_to_key_number_and_code():
    stored = keyed_hash(KEY, "2026-000001-5", "WZYBR5QR4TPM")
    assert len(stored) == 64
    assert code_matches(KEY, "2026-000001-5", "WZYBR5QR4TPM", stored)
    assert not code_matches(KEY, "2026-000002-3", "WZYBR5QR4TPM", stored)
    assert not code_matches(KEY, "2026-000001-5", "WZYBR5QR4TPN", stored)
    assert not code_matches(b"other", "2026-000001-5", "WZYBR5QR4TPM", stored)


def test_the_link_to_evaluate_is_neither_the_code_nor_its_hash():
    token = evaluation_token(KEY, "2026-000001-5")
    assert len(token) == 32
    assert token != evaluation_token(KEY, "2026-000002-3")
    assert token not in keyed_hash(KEY, "2026-000001-5", "WZYBR5QR4TPM")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mi código es WZYB-R5QR-4TPM, ayuda", True),
        ("wzyb r5qr 4tpm", True),
        ("WZYB-R5QR-4TPX", False),
        ("casa cada mesa todo esto", False),
        ("Calle 9", False),
        ("3001 2345 6789", False),
    ],
)
def test_a_code_in_a_text_is_seen_and_words_are_not(text, found):
    assert found is bool(holds_code(text))
