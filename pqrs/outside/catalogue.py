"""Spanish, in which everything is written, and its English, read from the one catalogue.

`pqrs/translations/en/LC_MESSAGES/messages.po` is read when the first page or letter in English is
asked for: a start, and what is in Spanish, never pay for it.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from threading import Lock
from typing import Final

from babel.support import NullTranslations, Translations

SPANISH: Final = "es"
ENGLISH: Final = "en"
CATALOGUE: Final = Path(__file__).parents[1] / "translations" / ENGLISH / "LC_MESSAGES/messages.po"
_READING: Final = Lock()


@cache
def spanish() -> NullTranslations:
    """The words as they stand in the program."""
    return NullTranslations()


@cache
def read_english() -> NullTranslations:
    """The catalogue, compiled in memory: no file of a build can be older than its source."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415  only for what is in English
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with CATALOGUE.open("rb") as file:
        catalogue = read_po(file, locale=ENGLISH)
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled)


def english() -> NullTranslations:
    """The English words; two first readers at once read the catalogue once."""
    with _READING:
        return read_english()


def words_in(language: str) -> NullTranslations:
    """Those of a language that a case or a reader asked for; Spanish for any we do not have."""
    return english() if language == ENGLISH else spanish()
