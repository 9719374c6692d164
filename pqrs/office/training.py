"""What the router is taught, and all that it learns from it: topics, kinds and danger.

The kinds are learnt twice: the turns of phrase of each, and how usual each is in every topic.

The lessons are the pack's (names and words of its topics, texts written for it) and, for any
municipality, the words of kinds and of danger beside this file. Learning takes some seconds, so
what was learnt is kept by whoever has a disk, with a digest that tells whether it is of this pack.
"""

import csv
import hashlib
import io
import sys
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

from pqrs.law import Kind
from pqrs.office import correcting, kinds, learning
from pqrs.office.alarm import CALM, DANGER, seen_of
from pqrs.office.classifier import Ranked
from pqrs.office.correcting import Reading
from pqrs.office.english import in_spanish
from pqrs.office.entity import RoutingExample, Topic
from pqrs.office.learning import Lesson, learn
from pqrs.office.pack import Pack
from pqrs.office.weights import UnreadableWeightsError, Weights, from_bytes

_DATA = Path(__file__).parent / "data"
_WORDS, _THEME, _TEXT = 4.0, 4.0, 1.0
_KIND_WORDS, _KIND_TEXT = 3.0, 1.0
# So many texts is the usual kind of a topic worth before any is read: it decides where none is.
_USUAL_KIND = 3.0
_OWN_KIND, _RAREST_OF_KIND = 0.55, 2.0
# While the words of kinds are corrected a topic is trusted so much: in use it is only guessed.
_TRUST = 0.8
_DANGER_WORDS, _DANGER_TEXT, _GRAVE_TEXT, _CALM_TEXT, _OTHER_TEXT = 2.0, 2.0, 0.3, 0.1, 0.05
_ORDINARY_WORDS = 0.5
_RAREST_OF_DANGER = 0.5
_CONSTANTS = (
    *(_WORDS, _THEME, _TEXT, _KIND_WORDS, _KIND_TEXT, _USUAL_KIND, _OWN_KIND, _RAREST_OF_KIND),
    *(_DANGER_WORDS, _DANGER_TEXT, _GRAVE_TEXT, _CALM_TEXT, _OTHER_TEXT, _ORDINARY_WORDS),
    *(_RAREST_OF_DANGER, _TRUST),
)
_CRITICAL, _HIGH = "critica", "alta"
# Whoever asks, suggests or thanks tells of no danger, even about a grave matter.
_NOT_TELLING = frozenset(
    {Kind.INFORMATION, Kind.DOCUMENTS, Kind.CONSULTATION, Kind.SUGGESTION, Kind.PRAISE}
)


@dataclass(frozen=True, slots=True)
class Trained:
    """What was learnt from one pack; `usual` has the topics as features and the kinds as labels."""

    topics: Weights
    kinds: Weights
    danger: Weights
    usual: Weights

    def usual_kinds(self, ranked: Iterable[Ranked]) -> Mapping[Kind, float]:
        """How much each kind is that of the topics that the words point to."""
        shares = self.usual.scores({each.topic: each.share for each in ranked})
        return {
            Kind.from_code(label): share
            for label, share in zip(self.usual.labels, shares, strict=True)
        }

    def to_bytes(self, digest: str) -> bytes:
        """The digest and the four, each with its length; the same bytes for the same lessons."""
        parts = [each.to_bytes() for each in (self.topics, self.kinds, self.danger, self.usual)]
        lengths = " ".join(str(len(part)) for part in parts)
        return b"".join((f"{digest} {lengths}\n".encode(), *parts))


def trained_from_bytes(data: bytes, digest: str) -> Trained:
    """What was kept. Raises `UnreadableWeightsError`, also when it is of other lessons."""
    head, _, rest = data.partition(b"\n")
    words = head.decode(errors="replace").split()
    if words[:1] != [digest] or not all(word.isdigit() for word in words[1:]):
        raise UnreadableWeightsError
    ends = list(accumulate(map(int, words[1:])))
    if len(ends) != len(Trained.__slots__) or ends[-1] != len(rest):
        raise UnreadableWeightsError
    return Trained(*(from_bytes(rest[start:end]) for start, end in pairwise((0, *ends))))


def train(pack: Pack) -> Trained:
    """Learn it all."""
    families = {topic.topic_id: topic.department for topic in pack.topics}
    return Trained(
        topics=learn(_topic_lessons(pack), families),
        kinds=_learn_kinds(pack),
        danger=learn(_danger_lessons(pack), None, seen_of, rarest=_RAREST_OF_DANGER),
        usual=_usual_kinds(pack),
    )


def digest(pack: Pack) -> str:
    """Of everything that is taught and how: another pack or another way has another one."""
    seen = hashlib.sha256(repr((learning.CONSTANTS, correcting.CONSTANTS, _CONSTANTS)).encode())
    for topic in pack.topics:
        seen.update(f"{topic.topic_id}\0{topic.department}\0{topic.kind.code}\n".encode())
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
        yield Lesson(example.topic, in_spanish(example.text), _TEXT)


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
            yield Lesson(row["kind"], word, _KIND_WORDS)
    for example in pack.examples:
        yield Lesson(_kind_of(example, pack).code, in_spanish(example.text), _KIND_TEXT)


def _kind_of(example: RoutingExample, pack: Pack) -> Kind:
    return kinds.as_guessed(example.kind or pack.topic(example.topic).kind)


def _learn_kinds(pack: Pack) -> Weights:
    """Counted, then corrected by reading the texts again."""

    @cache
    def look(text: str) -> tuple[str, ...]:
        return tuple(map(sys.intern, kinds.turns_of_phrase(text)))

    counted = learn(_kind_lessons(pack), None, look, rarest=_RAREST_OF_KIND, own=_OWN_KIND)
    return correcting.correct(counted, _kind_readings(pack, look, counted.labels))


def _kind_readings(
    pack: Pack, look: Callable[[str], tuple[str, ...]], labels: Sequence[str]
) -> Iterator[Reading]:
    """Every text with the kinds usual in its topic, itself not counted, and a part of all kinds."""
    counts = _counted_kinds(pack)
    everywhere = Counter(_kind_of(example, pack).code for example in pack.examples)
    texts = max(1, len(pack.examples))
    of_all = [(1.0 - _TRUST) * everywhere[label] / texts for label in labels]
    for example in pack.examples:
        counted, own = counts[example.topic], _kind_of(example, pack).code
        others = (sum(counted.values()) - 1.0) / _TRUST
        expected = [
            kinds.expected((counted.get(label, 0.0) - (label == own)) / others + usual)
            for label, usual in zip(labels, of_all, strict=True)
        ]
        yield Reading(look(in_spanish(example.text)), own, expected)


def _counted_kinds(pack: Pack) -> dict[str, dict[str, float]]:
    """By topic, how many texts of each kind, and its usual one besides."""
    usual = {topic.topic_id: kinds.as_guessed(topic.kind).code for topic in pack.topics}
    counts = {topic: {code: _USUAL_KIND} for topic, code in usual.items()}
    for example in pack.examples:
        counted, code = counts[example.topic], _kind_of(example, pack).code
        counted[code] = counted.get(code, 0.0) + 1.0
    return counts


def _usual_kinds(pack: Pack) -> Weights:
    """Of the texts of each topic, the share of each kind."""
    counts = _counted_kinds(pack)
    labels = sorted({code for counted in counts.values() for code in counted})
    starts, indexes, values = array("I", [0]), array("H"), array("f")
    for topic in sorted(counts):
        counted = counts[topic]
        whole = sum(counted.values())
        for code, count in sorted(counted.items()):
            indexes.append(labels.index(code))
            values.append(count / whole)
        starts.append(len(indexes))
    slots = {topic: slot for slot, topic in enumerate(sorted(counts))}
    return Weights(tuple(labels), (-1,) * len(labels), slots, starts, indexes, values)


def _danger_lessons(pack: Pack) -> Iterator[Lesson]:
    for row in _rows("danger_words.csv"):
        for word in row["words"].split(";"):
            yield Lesson(row["danger"], word, _DANGER_WORDS)
    for row in _rows("danger_examples.csv"):
        yield Lesson(row["danger"], in_spanish(row["text"]), _DANGER_TEXT)
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
            yield Lesson(CALM, in_spanish(example.text), weight)
        elif example.kind not in _NOT_TELLING:
            yield Lesson(DANGER, in_spanish(example.text), _GRAVE_TEXT)


@cache
def _rows(file: str) -> tuple[dict[str, str], ...]:
    """Our own data, checked by a test; it belongs to the language and to no municipality."""
    text = (_DATA / file).read_text(encoding="utf-8")
    return tuple(csv.DictReader(io.StringIO(text, newline="")))
