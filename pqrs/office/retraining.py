"""Whether learning from corrected cases makes the router better: asked before and after.

One text in ten of the pack and one case in five are kept apart, by a digest, so that it is always
the same ones: neither router of the comparison is taught them.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from pqrs.law import Kind
from pqrs.office.entity import RoutingExample
from pqrs.office.kinds import as_guessed
from pqrs.office.pack import Pack
from pqrs.office.routing import Router
from pqrs.office.teaching import ConfirmedCase
from pqrs.office.training import Trained, train

_OF_TEXTS, _OF_CASES = 10, 5
Lessons = Mapping[str, RoutingExample]
"""By the number of the case."""


@dataclass(frozen=True, slots=True)
class Score:
    """Of so many texts, how many got the right department and the right kind."""

    texts: int
    department: int
    kind: int


@dataclass(frozen=True, slots=True)
class Trial:
    """Before and after, on the texts of the pack and on the cases that were kept apart."""

    texts_before: Score
    texts_after: Score
    cases_before: Score
    cases_after: Score

    @property
    def is_worse(self) -> bool:
        """Whether fewer departments are right on either part."""
        return (
            self.texts_after.department < self.texts_before.department
            or self.cases_after.department < self.cases_before.department
        )


@dataclass(frozen=True, slots=True)
class _Asked:
    """A text with what would be right."""

    text: str
    department: str
    kind: Kind


def is_apart(key: str, one_in: int) -> bool:
    """Whether it is one of those kept apart; the same key always is or never."""
    return int(hashlib.sha256(key.encode()).hexdigest()[:8], 16) % one_in == 0


def try_lessons(
    pack: Pack,
    before: Lessons,
    after: Lessons,
    cases: Sequence[ConfirmedCase],
    learn: Callable[[Pack], Trained] = train,
) -> Trial:
    """Teach two routers, by the lessons of before and of after, and ask what they never saw."""
    texts = [
        _Asked(
            one.text,
            pack.topic(one.topic).department,
            as_guessed(one.kind or pack.topic(one.topic).kind),
        )
        for one in pack.examples
        if is_apart(one.text, _OF_TEXTS)
    ]
    confirmed = [
        _Asked(case.text, case.department, as_guessed(case.kind))
        for case in cases
        if is_apart(case.number, _OF_CASES)
    ]
    old, new = (_router_of(pack, lessons, learn) for lessons in (before, after))
    return Trial(
        _score(old, texts), _score(new, texts), _score(old, confirmed), _score(new, confirmed)
    )


def _router_of(pack: Pack, lessons: Lessons, learn: Callable[[Pack], Trained]) -> Router:
    """Without what is kept apart, and without rules: a text of the pack names no place."""
    shown = tuple(one for one in pack.examples if not is_apart(one.text, _OF_TEXTS))
    more = tuple(one for key, one in lessons.items() if not is_apart(key, _OF_CASES))
    return Router(replace(pack, examples=(*shown, *more), rules=()), learn)


def _score(router: Router, asked: Iterable[_Asked]) -> Score:
    texts = department = kind = 0
    for one in asked:
        found = router.suggest(one.text)
        texts += 1
        department += found.competent == one.department
        kind += found.kind is one.kind
    return Score(texts, department, kind)
