"""A text in English, in the Spanish words that the router was taught.

Word by word, the longest phrase first, by the list beside this file: no translation for people,
who read what was written. What the list does not have stays as it is. A foreigner, or a person who
came back, is answered by the same office as everybody else.
"""

import csv
import io
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from pqrs.office.words import fold, words

_FILE = Path(__file__).parent / "data" / "english_words.csv"
# Words that say nothing and are of one language alone.
_ENGLISH = frozenset(
    words(
        """
        the is my and of to in there with for this that have has we they you are was were not it
        its please from at on our when what how who been would could can will your their by or if
        but because does did do dont she her his which where any some about an im ive
        near every
        """
    )
)
_SPANISH = frozenset(
    words(
        """
        de la el que y en los las por para con un una se mi su es lo le del al no me ya nos yo
        como pero porque hay muy mas cuando donde esta este sin ni hasta desde les
        """
    )
)
_FEWEST, _LEAST_SHARE = 2, 0.15
_APOSTROPHE = re.compile(r"(?<=\w)['’](?=\w)")
_WRITTEN = re.compile(r"[^\W\d_]+")
_LONGEST_PHRASE = 3


def is_english(text: str) -> bool:
    """By its small words: enough of one language, and more than of the other."""
    read = words(_APOSTROPHE.sub("", text))
    english = sum(word in _ENGLISH for word in read)
    spanish = sum(word in _SPANISH for word in read)
    return english >= max(_FEWEST, _LEAST_SHARE * len(read)) and english > spanish


@lru_cache(maxsize=256)
def in_spanish(text: str) -> str:
    """The text, or its words in Spanish when it is in English; signs stay where they are."""
    if not is_english(text):
        return text
    text = _APOSTROPHE.sub("", text)
    found = [match.span() for match in _WRITTEN.finditer(text)]
    told, end, place = [], 0, 0
    while place < len(found):
        size, spanish = _longest(text, found[place : place + _LONGEST_PHRASE])
        start = found[place][0]
        last = found[place + size - 1][1]
        told += [text[end:start], text[start:last] if spanish is None else spanish]
        end, place = last, place + size
    return "".join((*told, text[end:]))


def _longest(text: str, spans: list[tuple[int, int]]) -> tuple[int, str | None]:
    """How many words the longest known phrase has, and what it is in Spanish."""
    for size in range(len(spans), 0, -1):
        phrase = " ".join(fold(text[spans[0][0] : spans[size - 1][1]]).split())
        if (spanish := lexicon().get(phrase)) is not None:
            return size, spanish
    return 1, None


@cache
def lexicon() -> Mapping[str, str]:
    """Our own list, checked by a test; it belongs to the languages and to no municipality."""
    rows = csv.DictReader(io.StringIO(_FILE.read_text(encoding="utf-8"), newline=""))
    return {row["english"]: row["spanish"] for row in rows}
