"""Passwords that everybody tries first. No network, no list of millions: patterns and few words."""

import re
from collections.abc import Iterable
from typing import Final

from pqrs.office.words import fold

WORDS: Final = frozenset(
    "admin administrador alcalde alcaldesa alcaldia alcaldiamunicipal bienvenida bienvenido "
    "bienvenidos ciudadano clave colombia colombialinda contrasena contrasenasegura correo demo "
    "dios diosesamor diosmiobueno eltiempodediosesperfecto funcionario gobierno iloveyou jesus "
    "jesusesmisalvador letmein micontrasena miclave milcontrasenas mipassword municipio password "
    "passwordpassword peticiones pqrs pqrsd princesa secretaria secretario sistema sistemas teamo "
    "teamomucho temporal trustno usuario ventanilla welcome".split()
)
AROUND: Final = ("", "alcaldia", "alcaldiade", "alcaldiamunicipalde", "demo")
ROWS: Final = ("qwertyuiopasdfghjklñzxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "0123456789")
ROWS_BACK: Final = tuple(row[::-1] for row in ROWS)
NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
NOT_DIGITS: Final = re.compile(r"\D+")
SAME_AGAIN: Final = re.compile(r"(.{1,5})\1+.{0,4}", re.DOTALL)


def is_very_used(password: str, places: Iterable[str] = ()) -> bool:
    """Whether it is one well-known word with digits and signs around, or a key pressed again.

    `places`: the entity's own names, which people there try first.
    """
    folded = fold(password).replace("@", "a").replace("$", "s")
    letters = letters_of(folded)
    names = [letters_of(fold(place)) for place in places]
    near_home = {f"{start}{name}" for start in AROUND for name in (*names, "".join(names)) if name}
    if letters in WORDS | near_home or SAME_AGAIN.fullmatch(folded):
        return True
    return is_keyboard(folded) or (not letters and is_keyboard(NOT_DIGITS.sub("", folded)))


def letters_of(folded: str) -> str:
    """Without digits, signs and spaces; the ñ as phones leave it."""
    return NOT_LETTERS.sub("", folded).replace("ñ", "n")


def is_keyboard(text: str) -> bool:
    """Runs along the rows of a keyboard, or counting, from end to end."""
    endless = [row * (len(text) // len(row) + 2) for row in (*ROWS, *ROWS_BACK)]
    return any(text in row for row in endless)
