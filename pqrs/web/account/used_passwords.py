"""Passwords that everybody tries first. No network, no list of millions: patterns and few words."""

import re
from collections.abc import Iterable
from typing import Final

from pqrs.office.words import fold

WORDS: Final = (
    "admin|administrador|alcalde|alcaldesa|alcaldia|amo|amor|bienvenid[ao]s?|bueno|ciudadano|clave|"
    "colombia|contrasenas?|correo|de|del|demo|dios|el|es|funcionario|gobierno|iloveyou|jesus|la|"
    "letmein|linda|mi|mil|mio|mucho|municipal|municipio|password|perfecto|peticiones|pqrsd?|"
    "princesa|salvador|secretari[ao]|segura|sistemas?|te|temporal|tiempo|trustno|usuario|"
    "ventanilla|welcome"
)
ROWS: Final = ("qwertyuiopasdfghjklñzxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "0123456789")
ROWS_BACK: Final = tuple(row[::-1] for row in ROWS)
NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
NOT_DIGITS: Final = re.compile(r"\D+")
SAME_AGAIN: Final = re.compile(r"(.{1,5})\1+.{0,4}", re.DOTALL)


def is_very_used(password: str, places: Iterable[str] = ()) -> bool:
    """Whether it is well-known words with digits and signs around, or a key pressed again.

    `places`: the entity's own names, which people there try first.
    """
    folded = fold(password).replace("@", "a").replace("$", "s")
    letters = letters_of(folded)
    near_home = [letters_of(word) for place in places for word in fold(place).split()]
    known = "|".join((WORDS, *filter(None, near_home)))
    if re.fullmatch(f"(?:{known})+", letters) or SAME_AGAIN.fullmatch(folded):
        return True
    return is_keyboard(folded) or (not letters and is_keyboard(NOT_DIGITS.sub("", folded)))


def letters_of(folded: str) -> str:
    """Without digits, signs and spaces; the ñ as phones leave it."""
    return NOT_LETTERS.sub("", folded).replace("ñ", "n")


def is_keyboard(text: str) -> bool:
    """Runs along the rows of a keyboard, or counting, from end to end."""
    endless = [row * (len(text) // len(row) + 2) for row in (*ROWS, *ROWS_BACK)]
    return any(text in row for row in endless)
