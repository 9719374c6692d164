"""Which kind of petition a text is: its own decision, apart from the topic's.

A pothole is usually a claim, yet "¿cuándo van a tapar el hueco?" asks for information and
"gracias por tapar el hueco" praises. Two things are weighed: the kinds usual in the topics that the
words point to, and the turns of phrase with which people ask, suggest, praise or complain. What
each kind is, so that people label alike, is in `docs/routing.md`.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from math import log

from pqrs.law import Kind
from pqrs.office.correcting import length_of
from pqrs.office.learning import read_words
from pqrs.office.weights import Weights
from pqrs.office.words import heard, sound, spoken_words

_QUESTION, _EXCLAMATION = "?", "!"
_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_BREAK = re.compile(r"[.?!;\n]+")
# How open we are to a kind that none of the topics has.
_OPENNESS = 0.03


def as_guessed(kind: Kind) -> Kind:
    """One kind of petition is guessed: the law gives both one term, and no catalogue parts them."""
    return Kind.GENERAL_INTEREST if kind is Kind.PRIVATE_INTEREST else kind


def turns_of_phrase(text: str) -> dict[str, float]:
    """Words and neighbours in their order, how it begins, and whether it asks or exclaims.

    Words count twice, as heard and with their endings: "arreglen" asks, "arreglaron" tells.
    """
    read = read_words(text)
    seen = [heard(word) for word in read]
    found = dict.fromkeys(seen, 1.0)
    found.update((f"={sound(word)}", 1.0) for word in read)
    found.update((f"{one} {two}", 1.0) for one, two in pairwise(seen))
    found.update((f"^{first}", 1.0) for first in seen[:1])
    found.update((f"^^{one} {two}", 1.0) for one, two in pairwise(seen[:3]))
    found.update((mark, 1.0) for mark in (_QUESTION, _EXCLAMATION) if mark in text)
    found.update(dict.fromkeys(_beginnings(text), 1.0))
    found.update(dict.fromkeys(_asking(text.strip()), 1.0))
    return found


def _beginnings(text: str) -> Iterator[str]:
    """The first word and the first two of every sentence."""
    for sentence in _BREAK.split(text):
        first = [heard(word) for word in spoken_words(sentence)[:2]]
        if first:
            yield f".{first[0]}"
            yield f". {' '.join(first)}"


def _asking(text: str) -> Iterator[str]:
    """Whether it ends by asking, begins by asking, and does nothing else."""
    if text.endswith(_QUESTION):
        yield "$?"
        if all(sentence.endswith(_QUESTION) for sentence in _SENTENCE.findall(text)):
            yield "all?"
    if text.startswith("¿"):
        yield "^¿"


def choose_kind(weights: Weights, text: str, beliefs: Mapping[Kind, float]) -> Kind:
    """The likeliest kind; `beliefs` says how usual each is in the topics in question."""
    seen = turns_of_phrase(text)
    length = length_of(seen)
    spoken = {
        Kind.from_code(label): score / length
        for label, score in zip(weights.labels, weights.scores(seen), strict=True)
    }
    kinds = (*beliefs, *(kind for kind in spoken if kind not in beliefs))
    return max(kinds, key=lambda kind: expected(beliefs.get(kind, 0.0)) + spoken.get(kind, 0.0))


def expected(belief: float) -> float:
    """What a kind has before the words are read, by how usual it is."""
    return log(belief + _OPENNESS)
