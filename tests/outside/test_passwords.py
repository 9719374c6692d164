"""Slow hashes that say no in the same way to everybody."""

from pqrs.outside.passwords import hash_password, make_token, password_matches, token_hash


def test_the_right_password_matches_and_another_does_not():
    stored = hash_password("una frase larga con ñ")

    assert password_matches(stored, "una frase larga con ñ")
    assert not password_matches(stored, "una frase larga con n")


def test_nobody_has_no_password():
    assert not password_matches(None, "")
    assert not password_matches("no es un hash", "x")


def test_a_hash_names_its_parameters():
    assert hash_password("x").startswith("$argon2id$v=19$m=19456,t=2,p=1$")


def test_tokens_do_not_repeat_and_only_their_hash_is_kept():
    tokens = {make_token() for _each in range(1000)}

    assert 1000 == len(tokens)
    assert all(token not in token_hash(token) for token in tokens)
