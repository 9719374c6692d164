"""Which kind of petition a text is: its own decision, apart from the topic's.

A pothole is usually a claim, yet "¿cuándo van a tapar el hueco?" asks for information and
"gracias por tapar el hueco" praises. Two things are weighed: the kinds of the topics that the words
point to, and the turns of phrase with which people ask, suggest, praise or complain.
"""

from collections.abc import Mapping
from itertools import pairwise
from math import log

from pqrs.law import Kind
from pqrs.office.learning import read_words
from pqrs.office.weights import Weights
from pqrs.office.words import heard

_QUESTION, _EXCLAMATION = "?", "!"
_LENGTH_POWER, _LENGTH_START = 0.4, 3.0
# How open we are to a kind that none of the topics has.
_OPENNESS = 0.12


def turns_of_phrase(text: str) -> dict[str, float]:
    """Words and neighbours in their order, the first word, and whether it asks or exclaims."""
    seen = [heard(word) for word in read_words(text)]
    found = dict.fromkeys(seen, 1.0)
    found.update((f"{one} {two}", 1.0) for one, two in pairwise(seen))
    found.update((f"^{first}", 1.0) for first in seen[:1])
    found.update((mark, 1.0) for mark in (_QUESTION, _EXCLAMATION) if mark in text)
    return found


def choose_kind(weights: Weights, text: str, beliefs: Mapping[Kind, float]) -> Kind:
    """The likeliest kind; `beliefs` says how much each is that of the topics in question."""
    seen = turns_of_phrase(text)
    length = (len(seen) + _LENGTH_START) ** _LENGTH_POWER
    spoken = {
        Kind.from_code(label): score / length
        for label, score in zip(weights.labels, weights.scores(seen), strict=True)
    }
    kinds = (*beliefs, *(kind for kind in spoken if kind not in beliefs))
    return max(
        kinds, key=lambda kind: log(beliefs.get(kind, 0.0) + _OPENNESS) + spoken.get(kind, 0.0)
    )
