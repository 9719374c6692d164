"""What the router is taught, and all that it learns from it: topics, kinds and danger.

The lessons are the pack's (names and words of its topics, texts written for it) and, for any
municipality, the words of kinds and of danger beside this file. Learning takes some seconds, so
what was learnt is kept by whoever has a disk, with a digest that tells whether it is of this pack.
"""

import csv
import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pqrs.law import Kind
from pqrs.office import kinds, learning
from pqrs.office.alarm import CALM, DANGER
from pqrs.office.entity import Topic
from pqrs.office.learning import Lesson, learn
from pqrs.office.pack import Pack
from pqrs.office.weights import UnreadableWeightsError, Weights, from_bytes

_DATA = Path(__file__).parent / "data"
_WORDS, _THEME, _TEXT = 4.0, 4.0, 1.0
_KIND_WORDS, _KIND_TEXT = 3.0, 1.0
_DANGER_WORDS, _DANGER_TEXT, _GRAVE_TEXT, _CALM_TEXT, _OTHER_TEXT = 2.0, 2.0, 0.3, 0.1, 0.05
_ORDINARY_WORDS = 0.5
_CONSTANTS = (
    *(_WORDS, _THEME, _TEXT, _KIND_WORDS, _KIND_TEXT),
    *(_DANGER_WORDS, _DANGER_TEXT, _GRAVE_TEXT, _CALM_TEXT, _OTHER_TEXT, _ORDINARY_WORDS),
)
_CRITICAL, _HIGH = "critica", "alta"


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learnt from one pack."""

    topics: Weights
    kinds: Weights
    danger: Weights

    def to_bytes(self, digest: str) -> bytes:
        """The digest and the three, each with its length; the same bytes for the same lessons."""
        parts = [each.to_bytes() for each in (self.topics, self.kinds, self.danger)]
        lengths = " ".join(str(len(part)) for part in parts)
        return b"".join((f"{digest} {lengths}\n".encode(), *parts))


def trained_from_bytes(data: bytes, digest: str) -> Trained:
    """What was kept. Raises `UnreadableWeightsError`, also when it is of other lessons."""
    head, _, rest = data.partition(b"\n")
    words = head.decode(errors="replace").split()
    if words[:1] != [digest] or not all(word.isdigit() for word in words[1:]):
        raise UnreadableWeightsError
    parts = []
    for length in map(int, words[1:]):
        parts.append(from_bytes(rest[:length]))
        rest = rest[length:]
    if len(parts) != len(Trained.__slots__) or rest:
        raise UnreadableWeightsError
    return Trained(*parts)


def train(pack: Pack) -> Trained:
    """Learn it all."""
    families = {topic.topic_id: topic.department for topic in pack.topics}
    return Trained(
        topics=learn(_topic_lessons(pack), families),
        kinds=learn(_kind_lessons(pack), look=kinds.turns_of_phrase, rarest=2.0),
        danger=learn(_danger_lessons(pack)),
    )


def digest(pack: Pack) -> str:
    """Of everything that is taught and how: another pack or another way has another one."""
    seen = hashlib.sha256(repr((learning.CONSTANTS, _CONSTANTS)).encode())
    for topic in pack.topics:
        seen.update(f"{topic.topic_id}\0{topic.department}\n".encode())
    for lessons in (_topic_lessons(pack), _kind_lessons(pack), _danger_lessons(pack)):
        for lesson in lessons:
            seen.update(f"{lesson.label}\0{lesson.text}\0{lesson.weight}\n".encode())
    return seen.hexdigest()


def is_grave(topic: Topic) -> bool:
    """Lives are at risk in it."""
    return topic.urgent and topic.risk == _CRITICAL


def is_calm(topic: Topic) -> bool:
    """No life is at risk in it."""
    return not topic.urgent and topic.risk not in {_CRITICAL, _HIGH}


def _topic_lessons(pack: Pack) -> Iterator[Lesson]:
    for topic_id, word in _words_of_topics(pack):
        yield Lesson(topic_id, word, _WORDS)
    for topic in pack.topics:
        yield Lesson(topic.topic_id, topic.tema, _THEME)
    for example in pack.examples:
        yield Lesson(example.topic, example.text, _TEXT)


def _words_of_topics(pack: Pack) -> Iterator[tuple[str, str]]:
    for topic in pack.topics:
        for keyword in (*topic.keywords, topic.subtema):
            yield topic.topic_id, keyword
    for more in pack.more_words:
        for word in more.words:
            yield more.topic, word


def _kind_lessons(pack: Pack) -> Iterator[Lesson]:
    for row in _rows("kind_words.csv"):
        for word in row["words"].split(";"):
            yield Lesson(_taught(Kind.from_code(row["kind"])), word, _KIND_WORDS)
    for example in pack.examples:
        kind = example.kind or pack.topic(example.topic).kind
        yield Lesson(_taught(kind), example.text, _KIND_TEXT)


def _taught(kind: Kind) -> str:
    """Petitions of private and of general interest have one term: the words do not part them."""
    return (Kind.GENERAL_INTEREST if kind is Kind.PRIVATE_INTEREST else kind).code


def _danger_lessons(pack: Pack) -> Iterator[Lesson]:
    for row in _rows("danger_words.csv"):
        for word in row["words"].split(";"):
            yield Lesson(row["danger"], word, _DANGER_WORDS)
    for row in _rows("danger_examples.csv"):
        yield Lesson(row["danger"], row["text"], _DANGER_TEXT)
    yield from _lessons_of_topics(pack)


def _lessons_of_topics(pack: Pack) -> Iterator[Lesson]:
    """What people write about day by day is calm, unless lives are at risk in its topic."""
    for topic_id, word in _words_of_topics(pack):
        if not is_grave(pack.topic(topic_id)):
            yield Lesson(CALM, word, _ORDINARY_WORDS)
    for example in pack.examples:
        topic = pack.topic(example.topic)
        if not is_grave(topic):
            weight = _CALM_TEXT if is_calm(topic) else _OTHER_TEXT
            yield Lesson(CALM, example.text, weight)
        elif example.kind is None:
            yield Lesson(DANGER, example.text, _GRAVE_TEXT)


@cache
def _rows(file: str) -> tuple[dict[str, str], ...]:
    """Our own data, checked by a test; it belongs to the language and to no municipality."""
    text = (_DATA / file).read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
