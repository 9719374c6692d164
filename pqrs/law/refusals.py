"""What the law says when it says no: to an input it cannot reckon with, or to an act."""

from pqrs.law.citations import Citation
from pqrs.law.wording import Param, say


def sentence(text: str, citation: Citation | None) -> str:
    """The norm goes inside the sentence it supports."""
    return f"{text.removesuffix('.')} ({citation})." if citation else text


class _SpokenError(Exception):
    """Carries the key of its sentence and what fills it, so that a door may translate it."""

    def __init__(self, rule: str, citation: Citation | None = None, **params: Param) -> None:
        self.rule = rule
        self.citation = citation
        self.params = params
        super().__init__(rule)

    @property
    def message(self) -> str:
        """The Spanish sentence without its norm."""
        return say(self.rule, self.params)

    def __str__(self) -> str:
        return sentence(self.message, self.citation)

    def __reduce__(self) -> tuple[object, ...]:
        """Exceptions cross processes by their arguments, and these have names."""
        return _rebuild, (type(self), self.rule, self.citation, self.params)


def _rebuild(
    kind: type[_SpokenError], rule: str, citation: Citation | None, params: dict[str, Param]
) -> _SpokenError:
    return kind(rule, citation, **params)


class LawError(_SpokenError):
    """The question has no answer: an impossible date, an unknown kind, a year out of range."""


class Refusal(_SpokenError):  # noqa: N818 - it is an answer, not a failure
    """The act may not happen now. `lawful` returns it; an act raises it."""
