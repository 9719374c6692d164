"""Which body must answer, why, and how sure we are.

Topic and place decide by the pack's tables: the rule of the place first, then the topic's own
department. Without a topic the words rank the topics. A person decides when the words are not
enough or when the competent body is not ours. What is written in a text is never an order to us.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

from pqrs.law import Kind, Priority
from pqrs.office.alarm import Alarm, Mood, listen
from pqrs.office.classifier import Classifier, Ranked
from pqrs.office.conflict import named_departments
from pqrs.office.english import in_spanish
from pqrs.office.entity import Topic, is_in_force
from pqrs.office.insults import is_insult
from pqrs.office.kinds import choose_kind
from pqrs.office.orders import Orders
from pqrs.office.pack import Pack
from pqrs.office.place_in_text import PlaceFinder
from pqrs.office.training import Trained, is_calm, is_grave, train
from pqrs.office.words import heard, is_common, spoken_words

_KEPT_ALTERNATIVES = 5
# A text with fewer words of its own than this says too little for a machine to be sure.
_FEWEST_WORDS = 2
_TOO_LITTLE = 0.3
# From what share of belief in topics where lives are at risk there is no doubt, or there is some.
_SURELY_URGENT, _PERHAPS_URGENT = 0.8, 0.4


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
    `named_departments` are those complained about; `place` is the one given or found in the text.
    """

    competent: str
    topic: str | None
    kind: Kind
    confidence: float
    by: Basis
    reason: str
    needs_person: bool
    alternatives: Alternatives = Alternatives()
    named_departments: tuple[str, ...] = ()
    place: str | None = None
    danger: Alarm = Alarm.NONE

    @property
    def priority(self) -> Priority:
        """Urgent when there is, or may be, danger to life: somebody reads it at once."""
        return Priority.NORMAL if self.danger is Alarm.NONE else Priority.URGENT

    @property
    def settled_priority(self) -> Priority:
        """Without what only a person can say: a case that perhaps tells of danger is normal yet."""
        return Priority.URGENT if self.danger is Alarm.SURE else Priority.NORMAL

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
    """What is asked about: the words in Spanish, the code of a known place, the day."""

    text: str
    place: str | None
    on: date | None


class Router:
    """One entity's way of routing, ready to be asked; made once, it never changes."""

    def __init__(self, pack: Pack, trained: Callable[[Pack], Trained] = train) -> None:
        """`trained` gives what was learnt from the pack; it is asked at the first text."""
        self._pack = pack
        self._give_trained = trained
        self._places = PlaceFinder(pack.places)
        self._orders = Orders(pack.departments)

    @property
    def pack(self) -> Pack:
        """What it routes by."""
        return self._pack

    def over(self, pack: Pack) -> "Router":
        """The same learning over a pack whose rules are others."""
        return Router(pack, lambda _pack: self._trained)

    @cached_property
    def _trained(self) -> Trained:
        return self._give_trained(self._pack)

    @cached_property
    def _classifier(self) -> Classifier:
        return Classifier(self._trained.topics)

    def suggest(
        self,
        text: str,
        topic: str | None = None,
        place: str | None = None,
        on: date | None = None,
        accused: tuple[str, ...] = (),
    ) -> Suggestion:
        """`topic` and `place` are codes; unknown ones count as not given. No text raises.

        `accused`: codes of offices known to be complained about, whatever the text says.

        With the day, what is retired by then is left out and its successors take its place.
        """
        text = self._orders.left_out(text)
        case = self._case(text, place, on)
        chosen = self._pack.topics_by_id.get(topic or "")
        ranked = self._ranked(case)
        if chosen is not None:
            found = self._by_table(case, self._choice(chosen, case))
        elif ranked:
            found = self._by_words(case, ranked)
        else:
            found = self._nothing_to_go_by()
        found = self._without_conflict(replace(found, place=case.place), text, accused)
        return self._with_danger(found, case, ranked, chosen)

    def _case(self, text: str, place: str | None, on: date | None) -> _Case:
        return _Case(in_spanish(text), self.place_of(text, place), on)

    def _choice(self, topic: Topic, case: _Case) -> _Choice:
        rule = self._pack.rule_for(topic.topic_id, case.place)
        code, reason = (rule.department, rule.reason) if rule else (topic.department, "")
        return _Choice(self._pack.body_on(code, case.on).code, topic, reason)

    def _by_table(self, case: _Case, choice: _Choice) -> Suggestion:
        topic = choice.topic
        internal = self._pack.department(choice.competent).internal
        return Suggestion(
            competent=choice.competent,
            topic=topic.topic_id,
            kind=self._kind(case.text, (Ranked(topic.topic_id, 1.0),)),
            danger=Alarm.SURE if topic.urgent else Alarm.NONE,
            confidence=1.0,
            by=Basis.RULE,
            reason=self._table_reason(choice),
            needs_person=not internal,
            alternatives=Alternatives(
                (Ranked(topic.topic_id, 1.0),),
                tuple(dict.fromkeys((choice.competent, *topic.also_involved))),
            ),
        )

    def place_of(self, text: str, place: str | None = None) -> str | None:
        """The code of the place given, when there is such a one, or else of the one in the text."""
        return self._pack.known_place(place) or self._places.find(text)

    def body_of(self, text: str, place: str | None = None, on: date | None = None) -> str | None:
        """The code of the body that the words alone point to; None where they are not enough."""
        case = self._case(text, place, on)
        beliefs = self._beliefs(self._ranked(case), case)
        best = max(beliefs, key=lambda code: beliefs[code], default="")
        return best if beliefs.get(best, 0.0) >= self._pack.entity.threshold else None

    def _ranked(self, case: _Case) -> list[Ranked]:
        """The topics that the words point to, without those retired by that day."""
        return [
            each
            for each in self._classifier.rank(case.text)
            if is_in_force(self._pack.topic(each.topic), case.on)
        ]

    def _beliefs(self, ranked: Sequence[Ranked], case: _Case) -> dict[str, float]:
        """How much the words point to each body."""
        beliefs: dict[str, float] = {}
        for each in ranked:
            code = self._choice(self._pack.topic(each.topic), case).competent
            beliefs[code] = beliefs.get(code, 0.0) + each.share
        return beliefs

    def _by_words(self, case: _Case, ranked: Sequence[Ranked]) -> Suggestion:
        beliefs = self._beliefs(ranked, case)
        bodies = sorted(beliefs, key=lambda code: -beliefs[code])
        choices = (self._choice(self._pack.topic(each.topic), case) for each in ranked)
        choice = next(choice for choice in choices if choice.competent == bodies[0])
        confidence = self._confidence(case.text, beliefs[bodies[0]], ranked[0])
        is_sure = confidence >= self._pack.entity.threshold
        urgent = 0.0 if _says_little(case.text) else self._share(ranked, lambda one: one.urgent)
        return Suggestion(
            competent=bodies[0],
            topic=choice.topic.topic_id,
            kind=self._kind(case.text, ranked),
            danger=_danger(urgent),
            confidence=confidence,
            by=Basis.WORDS,
            reason=self._words_reason(case.text, choice, is_sure=is_sure),
            needs_person=not is_sure or not self._pack.department(bodies[0]).internal,
            alternatives=Alternatives(
                tuple(ranked[:_KEPT_ALTERNATIVES]), tuple(bodies[:_KEPT_ALTERNATIVES])
            ),
        )

    def _confidence(self, text: str, belief: float, best: Ranked) -> float:
        """The belief in the body; little for a text that hardly says anything."""
        says_little = _says_little(text) or best.topic == self._pack.entity.unclear_topic
        return round(min(belief, _TOO_LITTLE if says_little else 1.0), 4)

    def _share(self, ranked: Sequence[Ranked], holds: Callable[[Topic], bool]) -> float:
        return sum(each.share for each in ranked if holds(self._pack.topic(each.topic)))

    def _kind(self, text: str, ranked: Sequence[Ranked]) -> Kind:
        trained = self._trained
        return choose_kind(trained.kinds, text, trained.usual_kinds(ranked))

    def _with_danger(
        self, found: Suggestion, case: _Case, ranked: Sequence[Ranked], chosen: Topic | None
    ) -> Suggestion:
        """Danger by its topic, or because the text tells of it whatever the topic.

        Of a calm topic that the person chose, the text must say it clearly.
        """
        mood = self._mood(ranked) if ranked and not _says_little(case.text) else None
        danger = max(found.danger, listen(self._trained.danger, case.text, mood))
        if danger is Alarm.PERHAPS and chosen is not None and is_calm(chosen):
            return found
        if danger is not Alarm.PERHAPS:
            return replace(found, danger=danger)
        reason = f"Puede haber riesgo para la vida: lo decide una persona. {found.reason}"
        return replace(found, danger=danger, needs_person=True, reason=reason)

    def _mood(self, ranked: Sequence[Ranked]) -> Mood:
        grave, calm = self._share(ranked, is_grave), self._share(ranked, is_calm)
        whole = self._share(ranked, lambda _topic: True)
        return Mood(grave, calm, whole - grave - calm)

    def _without_conflict(
        self, found: Suggestion, text: str, accused: tuple[str, ...]
    ) -> Suggestion:
        """No office decides on a complaint about its own people: internal control does."""
        in_text = named_departments(text, self._pack.departments)
        named = tuple(dict.fromkeys((*accused, *in_text)))
        if not named:
            return found
        others = tuple(code for code in found.alternatives.departments if code not in named)
        if found.competent not in named:
            kept = replace(found.alternatives, departments=others)
            return replace(found, named_departments=named, alternatives=kept)
        watching = self._pack.control_office(besides=named)
        control = watching.code if watching else self._pack.entity.citizen_service
        name = self._pack.department(found.competent).name
        return replace(
            found,
            competent=control,
            named_departments=named,
            needs_person=found.needs_person or control == self._pack.entity.citizen_service,
            reason=_ended(f"El texto se queja de {name}, que no puede decidir sobre sí misma")
            + f" Responde {self._pack.department(control).name}.",
            alternatives=replace(
                found.alternatives, departments=tuple(dict.fromkeys((control, *others)))
            ),
        )

    def _nothing_to_go_by(self) -> Suggestion:
        code = self._pack.entity.citizen_service
        return Suggestion(
            competent=code,
            topic=None,
            kind=Kind.GENERAL_INTEREST,
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
        """Read by who wrote it too: nobody is told that it cannot be understood."""
        if choice.topic.topic_id == self._pack.entity.unclear_topic:
            return "El texto dice poco de qué se trata. Decide una persona."
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


def _danger(urgent: float) -> Alarm:
    """By the share of belief in topics that are urgent by themselves."""
    if urgent >= _SURELY_URGENT:
        return Alarm.SURE
    return Alarm.PERHAPS if urgent >= _PERHAPS_URGENT else Alarm.NONE


def _says_little(text: str) -> bool:
    """Whether there are hardly any words of a matter, or only insults."""
    telling = {one for one in map(heard, spoken_words(text)) if not is_common(one)}
    return len(telling) < _FEWEST_WORDS or all(map(is_insult, telling))


def _ended(sentence: str) -> str:
    """With one full stop: many names of bodies end in an abbreviation of their own."""
    return sentence if sentence.endswith(".") else f"{sentence}."
