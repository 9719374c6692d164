"""The one Spanish analyser: search, routing and duplicates see the same stems.

Stem, accents folded but ñ kept, the last s and z repaired, so that "luz" meets "luces".
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("spanish", 0)
_WORD = re.compile(r"[0-9a-zñ]+")
_KEPT = "ñ"
_SHORT = 3
# A word longer than this is no word: a row of letters, an encoded file.
_LONGEST_WORD = 40


def fold(text: str) -> str:
    """Lower case without accents; ñ stays, because "año" is not "ano"."""
    composed = unicodedata.normalize("NFC", text).lower()
    return "".join(_fold_character(character) for character in composed)


@lru_cache(maxsize=512)
def _fold_character(character: str) -> str:
    if character == _KEPT:
        return character
    decomposed = unicodedata.normalize("NFKD", character)
    return "".join(part for part in decomposed if not unicodedata.combining(part)).lower()


def words(text: str) -> list[str]:
    """The folded words of a text, in order."""
    return _WORD.findall(fold(text))


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The stem of one folded word."""
    found = fold(str(_STEMMER.stemWord(word)))
    if len(found) > _SHORT and found.endswith("s"):
        found = found[:-1]
    return f"{found[:-1]}c" if found.endswith("z") else found


def stems(text: str) -> list[str]:
    """The stems of a text, in order, endless words left out."""
    return [stem(word) for word in words(text) if len(word) <= _LONGEST_WORD]


# Words without a matter of their own; they count little, and only beside others.
_COMMON = frozenset(
    stem(word).replace("ñ", "n")
    for word in words(
        """
        de la el los las un una unos unas y o a al en con que se me mi mis su sus le les lo nos es
        esta este estan por para del muy mas ya hay como si son fue ser ha han he tengo tiene desde
        hasta cada todo toda todos todas donde cuando pero porque sin ni uno yo ella ellos nosotros
        eso esa ese esto tambien otra otro hace dos tres entre sobre
        """
    )
)


def is_common(one: str) -> bool:
    """Whether a stem says nothing of what the text is about."""
    return len(one) == 1 or one in _COMMON
