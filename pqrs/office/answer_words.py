"""By which words a published answer is found, and whether it answers what somebody is writing.

The words are those of the one analyser (`office/words.py`), as they are heard: an accent, a plural
or a letter that sounds the same makes no difference. A letter too many or too few is forgiven in a
search, not when an answer is offered to who did not search.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import islice

from pqrs.office.entity import Topic
from pqrs.office.words import heard, says_nothing, spoken_words, words

OF_QUESTION, OF_TOPIC, OF_ANSWER = 4, 2, 1
"""How much a word counts by where it stands."""
MOST_SOUGHT = 60
"""Words of one text that are looked for; the longest say most."""
_FORGIVEN = 5
"""Letters from which a word may have one wrong."""
_SHARED, _OTHER_SHARED = 2, 3
_COVERED = 0.5
_ASKING = frozenset(
    words(
        """
        no quien quienes cual cuales cuanto cuanta cuantos puedo puede pueden hago hacer quiero
        quisiera saber pido pedir solicito favor necesito señor señora buenos buenas dias gracias
        """
    )
)
"""How one asks, whatever it is about."""


@dataclass(frozen=True, slots=True)
class Known:
    """A published answer as far as its words go. `question`: those of its question alone.

    `all`: with its answer and the words of its topic.
    """

    topic: str
    question: frozenset[str]
    all: frozenset[str]


def said_in(text: str) -> frozenset[str]:
    """The words of a text that say something, as heard; numbers as they were written."""
    spoken = (word for word in spoken_words(text) if word not in _ASKING)
    said = (word for word in spoken if word.isdigit() or not says_nothing(word))
    return frozenset(word if word.isdigit() else heard(word) for word in said)


def weights_of(question: str, answer: str, topic: Topic | None) -> Mapping[str, int]:
    """Each word an answer is found by, with its weight: the highest of where it stands."""
    named = (topic.tema, topic.subtema, *topic.keywords) if topic else ()
    found: dict[str, int] = {}
    for text, weight in (
        (answer, OF_ANSWER),
        (" ".join(named), OF_TOPIC),
        (question, OF_QUESTION),
    ):
        found |= dict.fromkeys(said_in(text), weight)
    return found


def sought_in(text: str) -> frozenset[str]:
    """The words of a text to look for, the longest when they are many."""
    said = sorted(said_in(text), key=lambda word: (-len(word), word))
    return frozenset(islice(said, MOST_SOUGHT))


def meant_by(sought: str, known: Iterable[str]) -> frozenset[str]:
    """The known words that one of a search may be: itself, or those with one letter other."""
    known = frozenset(known)
    if sought in known:
        return frozenset((sought,))
    return frozenset(word for word in known if _is_one_letter_off(sought, word))


def answers_it(asked: frozenset[str], topics: Iterable[str], answer: Known) -> bool:
    """Whether it is worth showing to who did not look for it.

    Of one topic: two words in common with any part of it. Of another: most of its question has been
    said.
    """
    said = asked & answer.question
    if answer.topic in topics:
        return len(asked & answer.all) >= _SHARED
    return len(said) >= _OTHER_SHARED and len(said) / len(answer.question) > _COVERED


def _is_one_letter_off(one: str, other: str) -> bool:
    """One letter changed, missing, too many, or two neighbours swapped; of long words alone."""
    if min(len(one), len(other)) < _FORGIVEN or abs(len(one) - len(other)) > 1:
        return False
    if one.isdigit() or other.isdigit():
        return False
    start = next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
