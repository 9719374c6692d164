"""The one Spanish analyser: search, routing and duplicates see the same stems.

Stem, accents folded but ñ kept, the last s and z repaired, so that "luz" meets "luces". `heard`
goes one step further for people who write as they speak: "ueko" and "hueco" sound the same.
"""

import re
import unicodedata
from functools import lru_cache

import Stemmer

_STEMMER = Stemmer.Stemmer("spanish", 0)
_WORD = re.compile(r"[0-9a-zñ]+")
_KEPT = "ñ"
# What Spanish is written with; whatever else there is goes sign by sign, which is slower.
_ACCENTS = str.maketrans("áéíóúü", "aeiouu")
_KEPT_MARKS = str.maketrans(dict.fromkeys(f"{_KEPT}¿¡", ""))
_SHORT = 3
# A word longer than this is no word: a row of letters, an encoded file.
_LONGEST_WORD = 40


def fold(text: str) -> str:
    """Lower case without accents; ñ stays, because "año" is not "ano"."""
    plain = unicodedata.normalize("NFC", text).lower().translate(_ACCENTS)
    if plain.translate(_KEPT_MARKS).isascii():
        return plain
    return "".join(_fold_character(character) for character in plain)


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


# What phones and voices do to the letters, in this order. Capitals stand for sounds that must not
# be met by a later line: X for ch, G for a hard g.
_SOUNDS = tuple(
    (re.compile(letters), sound)
    for letters, sound in (
        ("ñ", "n"),
        ("ch", "X"),
        ("h", ""),
        ("ll", "y"),
        ("v", "b"),
        ("qu", "k"),
        ("gu(?=[ei])", "G"),
        ("g(?=[ei])", "j"),
        ("c(?=[ei])", "s"),
        ("[zx]", "s"),
        ("[cq]", "k"),
        ("w", "gu"),
        ("G", "g"),
        (r"(.)\1+", r"\1"),
        ("y$", "i"),
    )
)
_DIMINUTIVE = re.compile("(?<=...)(?:it|sit)$")


@lru_cache(maxsize=65_536)
def sound(written: str) -> str:
    """Letters as they are spoken here: b and v, s and z, ll and y are one, h is silent."""
    for letters, spoken in _SOUNDS:
        written = letters.sub(spoken, written)
    return written


@lru_cache(maxsize=65_536)
def heard(word: str) -> str:
    """The stem of one folded word as it sounds, out of its diminutive."""
    return _DIMINUTIVE.sub("", sound(stem(word)))


def spoken_words(text: str) -> list[str]:
    """The folded words of a text that `heard` may be asked of: no endless ones, no long numbers."""
    return [
        word
        for word in words(text)
        if len(word) <= _LONGEST_WORD and not (word.isdigit() and len(word) > _SHORT)
    ]


# Words without a matter of their own; they count little, and only beside others.
_COMMON_WRITTEN = frozenset(
    words(
        """
        de la el los las un una unos unas y o a al en con que se me mi mis su sus le les lo nos es
        esta este estan por para del muy mas ya hay como si son fue ser ha han he tengo tiene desde
        hasta cada todo toda todos todas donde cuando pero porque sin ni uno yo ella ellos nosotros
        eso esa ese esto tambien otra otro hace dos tres entre sobre
        """
    )
)
_COMMON = frozenset(map(heard, _COMMON_WRITTEN))
_FIVE = 5


def is_common(one: str) -> bool:
    """Whether a word, as `heard`, says nothing of what the text is about."""
    return len(one) == 1 or one in _COMMON


def says_nothing(word: str) -> bool:
    """The same of a folded word as it was written: "pero" says nothing, "perro" does."""
    return word in _COMMON_WRITTEN or (len(word) < _FIVE and is_common(heard(word)))
