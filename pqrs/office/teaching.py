"""What a case teaches the router once people corrected it and the answer confirmed them.

No name is copied: of a person's text only those words are kept that the pack itself teaches with,
or that several different people wrote; numbers and the petitioner's own name never. A person said
which department was right and the router needs a topic: the likeliest of that department's.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from pqrs.law import Kind
from pqrs.office.classifier import Ranked
from pqrs.office.entity import RoutingExample
from pqrs.office.pack import Pack
from pqrs.office.words import heard, is_common, words

_PEOPLE = 3
"""So many different people wrote a word before it counts as everybody's."""
_FEWEST_WORDS = 3
_LONGEST_NUMBER = 3


@dataclass(frozen=True, slots=True)
class ConfirmedCase:
    """A case a person sent to `department`, which answered it; `topic` where one is known.

    `name`: of the petitioner, to be left out. `number`: of the case, to tell one from another.
    """

    number: str
    text: str
    name: str
    department: str
    topic: str | None
    kind: Kind


def lessons_from(
    cases: Sequence[ConfirmedCase], pack: Pack, rank: Callable[[str], Iterable[Ranked]]
) -> Mapping[str, RoutingExample]:
    """By number, what each case teaches; one that says nothing without its names teaches nothing.

    `rank` gives the topics of a text, best first.
    """
    known = _vocabulary(pack) | _written_by_many(cases)
    found: dict[str, RoutingExample] = {}
    for case in cases:
        topic = _topic_of(case, pack, rank)
        text = " ".join(_kept_words(case, known))
        says = sum(1 for word in text.split() if not is_common(heard(word)))
        if topic is not None and says >= _FEWEST_WORDS:
            kind = None if case.kind is pack.topic(topic).kind else case.kind
            found[case.number] = RoutingExample(text=text, topic=topic, kind=kind)
    return found


def lesson_to_plain(lesson: RoutingExample) -> dict[str, Any]:
    """As it is stored."""
    kind = lesson.kind.code if lesson.kind else None
    return {"text": lesson.text, "topic": lesson.topic, "kind": kind}


def lesson_from_plain(plain: Mapping[str, Any]) -> RoutingExample:
    """As it was stored."""
    kind = Kind.from_code(plain["kind"]) if plain["kind"] else None
    return RoutingExample(text=plain["text"], topic=plain["topic"], kind=kind)


def _topic_of(
    case: ConfirmedCase, pack: Pack, rank: Callable[[str], Iterable[Ranked]]
) -> str | None:
    """Its own when the department answers for it; else the likeliest of that department's."""
    own = pack.topics_by_id.get(case.topic or "")
    if own is not None and own.department == case.department:
        return own.topic_id
    ranked = (pack.topic(each.topic) for each in rank(case.text))
    likely = (topic for topic in ranked if topic.department == case.department)
    return next((topic.topic_id for topic in likely), None)


def _kept_words(case: ConfirmedCase, known: frozenset[str]) -> Iterator[str]:
    own = set(words(case.name))
    for word in words(case.text):
        is_long_number = word.isdigit() and len(word) > _LONGEST_NUMBER
        if word not in own and not is_long_number and (word in known or is_common(heard(word))):
            yield word


def _written_by_many(cases: Iterable[ConfirmedCase]) -> frozenset[str]:
    """Two cases of one name are one person; without a name, a case is one."""
    writers = {(case.name or case.number, word) for case in cases for word in words(case.text)}
    counted = Counter(word for _writer, word in writers)
    return frozenset(word for word, people in counted.items() if people >= _PEOPLE)


@cache
def _vocabulary_of(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word for text in texts for word in words(text))


def _vocabulary(pack: Pack) -> frozenset[str]:
    """The words the pack teaches with."""
    return _vocabulary_of(
        (
            *(example.text for example in pack.examples),
            *(word for more in pack.more_words for word in more.words),
            *(
                text
                for topic in pack.topics
                for text in (*topic.keywords, topic.tema, topic.subtema)
            ),
        )
    )
