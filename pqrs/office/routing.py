"""Which body must answer, why, and how sure we are.

Topic and place decide by the pack's tables: the rule of the place first, then the topic's own
department. Without a topic the words rank the topics. A person decides when the words are not
enough or when the competent body is not ours. What is written in a text is never an order to us.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pqrs.law import Kind, Priority
from pqrs.office.classifier import Classifier, Lesson, Ranked
from pqrs.office.danger import tells_of_danger
from pqrs.office.entity import Topic, is_in_force
from pqrs.office.pack import Pack

_KEPT_ALTERNATIVES = 5
_KEYWORD_WEIGHT, _THEME_WEIGHT, _EXAMPLE_WEIGHT = 1.0, 0.3, 0.6


class Basis(StrEnum):
    """What decided; the word is kept in the event of the assignment."""

    RULE = "rule"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Other guesses, best first and the chosen one among them: topics, and codes of bodies."""

    topics: tuple[Ranked, ...] = ()
    departments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The best guess; `competent` is the code of the competent body, internal or not.

    `confidence` is 0 to 1, that of the body and not of the topic. `reason` is for people.
    """

    competent: str
    topic: str | None
    kind: Kind
    priority: Priority
    confidence: float
    by: Basis
    reason: str
    needs_person: bool
    alternatives: Alternatives = Alternatives()

    @property
    def department(self) -> str:
        """The same body, by the name it has in files."""
        return self.competent


@dataclass(frozen=True, slots=True)
class _Choice:
    """A body with the topic and the rule's words that led to it."""

    competent: str
    topic: Topic
    rule_reason: str = ""


@dataclass(frozen=True, slots=True)
class _Case:
    """What is asked about: the words, the code of a known place, the day."""

    text: str
    place: str | None
    on: date | None


class Router:
    """One entity's way of routing, ready to be asked; made once, it never changes."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._classifier = Classifier(_lessons(pack))

    def suggest(
        self,
        text: str,
        topic: str | None = None,
        place: str | None = None,
        on: date | None = None,
    ) -> Suggestion:
        """`topic` and `place` are codes; unknown ones count as not given. No text raises.

        With the day, what is retired by then is left out and its successors take its place.
        """
        case = _Case(text, self._pack.known_place(place), on)
        chosen = self._pack.topics_by_id.get(topic or "")
        if chosen is not None:
            return self._by_table(text, self._choice(chosen, case))
        return self._by_words(case)

    def _choice(self, topic: Topic, case: _Case) -> _Choice:
        rule = self._pack.rule_for(topic.topic_id, case.place)
        code, reason = (rule.department, rule.reason) if rule else (topic.department, "")
        return _Choice(self._pack.body_on(code, case.on).code, topic, reason)

    def _by_table(self, text: str, choice: _Choice) -> Suggestion:
        topic = choice.topic
        is_urgent = topic.urgent or tells_of_danger(text)
        internal = self._pack.department(choice.competent).internal
        return Suggestion(
            competent=choice.competent,
            topic=topic.topic_id,
            kind=topic.kind,
            priority=Priority.URGENT if is_urgent else Priority.NORMAL,
            confidence=1.0,
            by=Basis.RULE,
            reason=self._table_reason(choice),
            needs_person=not internal,
            alternatives=Alternatives(
                (Ranked(topic.topic_id, 1.0),),
                tuple(dict.fromkeys((choice.competent, *topic.also_involved))),
            ),
        )

    def _by_words(self, case: _Case) -> Suggestion:
        ranked = [
            each
            for each in self._classifier.rank(case.text)
            if is_in_force(self._pack.topic(each.topic), case.on)
        ]
        if not ranked:
            return self._nothing_to_go_by(case.text)
        choices = [self._choice(self._pack.topic(each.topic), case) for each in ranked]
        beliefs: dict[str, float] = {}
        for each, choice in zip(ranked, choices, strict=True):
            beliefs[choice.competent] = beliefs.get(choice.competent, 0.0) + each.share
        return self._best(case.text, ranked, choices, beliefs)

    def _best(
        self,
        text: str,
        ranked: list[Ranked],
        choices: list[_Choice],
        beliefs: dict[str, float],
    ) -> Suggestion:
        bodies = sorted(beliefs, key=lambda code: -beliefs[code])
        competent, confidence = bodies[0], min(1.0, beliefs[bodies[0]])
        choice = next(choice for choice in choices if choice.competent == competent)
        threshold = self._pack.entity.threshold
        is_sure = confidence >= threshold
        urgent_share = sum(each.share for each in ranked if self._pack.topic(each.topic).urgent)
        is_urgent = urgent_share >= threshold or tells_of_danger(text)
        return Suggestion(
            competent=competent,
            topic=choice.topic.topic_id,
            kind=choice.topic.kind,
            priority=Priority.URGENT if is_urgent else Priority.NORMAL,
            confidence=round(confidence, 4),
            by=Basis.WORDS,
            reason=self._words_reason(text, choice, is_sure=is_sure),
            needs_person=not is_sure or not self._pack.department(competent).internal,
            alternatives=Alternatives(
                tuple(ranked[:_KEPT_ALTERNATIVES]), tuple(bodies[:_KEPT_ALTERNATIVES])
            ),
        )

    def _nothing_to_go_by(self, text: str) -> Suggestion:
        code = self._pack.entity.citizen_service
        return Suggestion(
            competent=code,
            topic=None,
            kind=Kind.PRIVATE_INTEREST,
            priority=Priority.URGENT if tells_of_danger(text) else Priority.NORMAL,
            confidence=0.0,
            by=Basis.WORDS,
            reason="El texto no tiene palabras que digan quién debe responder. Decide una persona.",
            needs_person=True,
            alternatives=Alternatives((), (code,)),
        )

    def _table_reason(self, choice: _Choice) -> str:
        topic = f"El tema es «{choice.topic.tema}: {choice.topic.subtema}»"
        body = self._pack.department(choice.competent).name
        why = f" {_ended(choice.rule_reason)}" if choice.rule_reason else ""
        return f"{_ended(f'{topic} y lo atiende {body}')}{why}{self._transfer_reason(choice)}"

    def _words_reason(self, text: str, choice: _Choice, *, is_sure: bool) -> str:
        found = self._classifier.evidence(text, choice.topic.topic_id)
        quoted = ", ".join(f"«{word}»" for word in found)
        topic = f"«{choice.topic.tema}: {choice.topic.subtema}»"
        body = self._pack.department(choice.competent).name
        start = f"Por las palabras {quoted}" if quoted else "Por lo escrito"
        if not is_sure:
            guess = f"lo más parecido es {topic}, de {body}, pero no es seguro"
            return f"{start} {guess}. Decide una persona."
        why = f" {_ended(choice.rule_reason)}" if choice.rule_reason else ""
        guess = f"el tema parece {topic}, que atiende {body}"
        return f"{_ended(f'{start} {guess}')}{why}{self._transfer_reason(choice)}"

    def _transfer_reason(self, choice: _Choice) -> str:
        if self._pack.department(choice.competent).internal:
            return ""
        return " Es otra entidad: una persona decide el traslado (Ley 1437 de 2011, artículo 21)."


def _ended(sentence: str) -> str:
    """With one full stop: many names of bodies end in an abbreviation of their own."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _lessons(pack: Pack) -> Iterator[Lesson]:
    """What the pack teaches: the words of each topic, its names, and the written examples."""
    for topic in pack.topics:
        for keyword in (*topic.keywords, topic.subtema):
            yield Lesson(topic.topic_id, keyword, _KEYWORD_WEIGHT)
        yield Lesson(topic.topic_id, topic.tema, _THEME_WEIGHT)
    for example in pack.examples:
        yield Lesson(example.topic, example.text, _EXAMPLE_WEIGHT)
