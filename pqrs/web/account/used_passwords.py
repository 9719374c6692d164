"""Passwords that everybody tries first. No network, no list of millions: patterns and few words."""

import re
from typing import Final

from pqrs.office.words import fold

WORDS: Final = re.compile(
    "admin|administrador|alcalde|alcaldesa|alcaldia|alcaldiadecandelaria|"
    "alcaldiamunicipal|alcaldiamunicipaldecandelaria|bienvenida|bienvenido|"
    "bienvenidos|cali|candelaria|candelariavalle|ciudadano|clave|colombia|"
    "colombialinda|contrasena|contrasenasegura|correo|demo|democandelaria|dios|"
    "diosesamor|diosmiobueno|eltiempodediosesperfecto|funcionario|gobierno|iloveyou|"
    "jesus|jesusesmisalvador|letmein|micontrasena|miclave|milcontrasenas|mipassword|"
    "municipio|palmira|password|passwordpassword|peticiones|pqrs|pqrsd|princesa|"
    "secretaria|secretario|sistema|sistemas|teamo|teamomucho|temporal|trustno|"
    "usuario|valledelcauca|ventanilla|welcome"
)
ROWS: Final = ("qwertyuiopasdfghjklñzxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "0123456789")
ROWS_BACK: Final = tuple(row[::-1] for row in ROWS)
NOT_LETTERS: Final = re.compile(r"[\W\d_]+")
NOT_DIGITS: Final = re.compile(r"\D+")
SAME_AGAIN: Final = re.compile(r"(.{1,5})\1+.{0,4}", re.DOTALL)


def is_very_used(password: str) -> bool:
    """Whether it is one well-known word with digits and signs around, or a key pressed again."""
    folded = fold(password).replace("@", "a").replace("$", "s")
    letters = NOT_LETTERS.sub("", folded).replace("ñ", "n")
    if WORDS.fullmatch(letters) or SAME_AGAIN.fullmatch(folded):
        return True
    return is_keyboard(folded) or (not letters and is_keyboard(NOT_DIGITS.sub("", folded)))


def is_keyboard(text: str) -> bool:
    """Runs along the rows of a keyboard, or counting, from end to end."""
    endless = [row * (len(text) // len(row) + 2) for row in (*ROWS, *ROWS_BACK)]
    return any(text in row for row in endless)
