"""Whether one text holds several matters of different bodies: it is proposed, a person decides.

The text is cut where a sentence ends and where people go on to something else ("y además",
"otra cosa", "por otro lado"); each piece is weighed by the words alone, neighbours of one body are
put together, and each portion must point to its own body: surely where the text says that
something else begins, almost without a doubt where only a sentence ends. `docs/routing.md` has how
often this is right.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from pqrs.law import Kind
from pqrs.office.routing import Alternatives, Basis, Router, Suggestion
from pqrs.office.words import heard, is_common, spoken_words

WHOLE = frozenset({Kind.REPORT, Kind.MIXED})
"""Kinds that are not parted: a report is not passed around; the other is already."""
FIRST_DECIDES = "Nombra varios asuntos: se reparte por el primero."
"""The reason begins so when the words of all point elsewhere."""
MOST_PORTIONS = 6
"""As many as a mixed petition may have; a text with more is read by a person."""
# In pieces of fewer words of their own nothing is seen; longer texts are read by a person.
_FEWEST_WORDS, _MOST_WORDS = 3, 200
# How sure each portion must be where only a sentence ends: a story goes on after it.
_SURE_UNLINKED = 0.95
_LINK = (
    r"(?:(?:y|e|pero)\s+)?(?:adem[aá]s|ta[mn]bi[eé]n|adicionalmente|as[ií]\s?mismo|igualmente|"
    r"de\s+paso|aparte|por\s+otr[oa]\s+(?:lado|parte)|de\s+otra\s+parte|otra\s+cos(?:a|ita)|"
    r"lo\s+otro|lo\s+segundo|segundo|(?:el\s+|un\s+)?otro\s+(?:asunto|tema|problema|favor)|"
    r"(?:la\s+|una\s+)?otra\s+(?:petici[oó]n|solicitud|queja|duda|pregunta)|en\s+segundo\s+lugar|"
    r"por\s+[uú]ltimo|finalmente|fuera\s+de\s+eso|al\s+mismo\s+tiempo|aprovecho)\b"
)
_ASKING = (
    r"(?:y|e)\s+(?:que\s+)?(?:necesit|quier|quisier|solicit|pid|pregunt|requier|me\s+gustar|dese|"
    r"queremos|quer[ií]a|ped[ií]|les?\s+pid|me\s+pued|me\s+podr|c[oó]mo\s+hago|d[oó]nde)"
)
_CUT = re.compile(
    rf"(?<=[.!?;\n])\s+|(?<!\by\s)(?<!\be\s)(?<!\bpero\s)\b(?={_LINK})|"
    rf"(?<=\w),?\s+(?={_ASKING})|(?<=\s)(?=\d{{1,2}}[.)]\s)",
    re.IGNORECASE,
)
_LINKED = re.compile(rf"{_LINK}|\d{{1,2}}[.)]\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Portion:
    """The words of one matter, and what the router makes of them."""

    words: str
    suggestion: Suggestion


@dataclass(slots=True)
class _Run:
    """Pieces of one body, and whether the text says that something else begins there."""

    body: str
    pieces: list[str]
    is_linked: bool


def suggest_by_matters(
    router: Router,
    text: str,
    topic: str | None = None,
    place: str | None = None,
    on: date | None = None,
    accused: tuple[str, ...] = (),
) -> Suggestion:
    """What `Router.suggest` says, but a text of several matters goes by the first it names.

    All their words together may point to an office of none of them. Whether a person decides, and
    how sure we are, stays as for the whole.
    """
    whole = router.suggest(text, topic, place, on, accused)
    if whole.by is Basis.RULE or whole.kind in WHOLE:
        return whole
    portions = find_portions(router, text, place=place, on=on, accused=accused)
    bodies = [each.suggestion.competent for each in portions]
    if not bodies or bodies[0] == whole.competent:
        return whole
    first = portions[0].suggestion
    others = dict.fromkeys((*bodies, *whole.alternatives.departments))
    needs_person = whole.needs_person or first.needs_person
    says_so = not needs_person or first.needs_person
    return replace(
        whole,
        competent=first.competent,
        topic=first.topic,
        kind=first.kind,
        confidence=min(whole.confidence, first.confidence),
        reason=f"{FIRST_DECIDES} {first.reason}" + ("" if says_so else " Decide una persona."),
        needs_person=needs_person,
        danger=max(whole.danger, first.danger),
        alternatives=Alternatives(first.alternatives.topics, tuple(others)),
    )


def find_portions(
    router: Router,
    text: str,
    *,
    place: str | None = None,
    on: date | None = None,
    accused: tuple[str, ...] = (),
) -> tuple[Portion, ...]:
    """Two or more of different bodies, in the order of the text; none for a single matter.

    Nor when one of them seems to be a report: the whole text is then to be guarded like one.

    `place`: the one given; without it, what one portion says of the place holds for the others.
    """
    pieces = _pieces(text)
    if len(pieces) < 2:  # noqa: PLR2004  one piece is one matter
        return ()
    place = router.place_of(text, place)
    runs = _runs(router, pieces, place, on)
    if not 1 < len(runs) <= MOST_PORTIONS:
        return ()
    found = []
    for run in runs:
        words = " ".join(run.pieces)
        suggestion = router.suggest(words, place=place, on=on, accused=accused)
        found.append((Portion(words, suggestion), run))
    return _sure_ones(found, router.pack.entity.threshold)


def _sure_ones(found: Sequence[tuple[Portion, _Run]], threshold: float) -> tuple[Portion, ...]:
    """All of them, when each points to a body of its own and accuses nobody; else none."""
    says_so = any(run.is_linked for _portion, run in found[1:])
    needed = threshold if says_so else _SURE_UNLINKED
    bodies = {one.suggestion.competent for one, _run in found}
    is_sure = all(
        one.suggestion.confidence >= needed and one.suggestion.kind is not Kind.REPORT
        for one, _run in found
    )
    return tuple(one for one, _run in found) if is_sure and len(bodies) == len(found) else ()


def _pieces(text: str) -> list[str]:
    pieces = [piece.strip() for piece in _CUT.split(text)]
    return [piece for piece in pieces if piece] if len(text.split()) <= _MOST_WORDS else []


def _runs(
    router: Router, pieces: Sequence[str], place: str | None, on: date | None
) -> tuple[_Run, ...]:
    """One for each body that some piece points to; a piece that points nowhere goes with the last.

    What begins with a link and says nothing by itself opens the piece after it.
    """
    runs: dict[str, _Run] = {}
    last: _Run | None = None
    opening: list[str] = []
    for piece in pieces:
        is_linked = bool(_LINKED.match(piece))
        body = router.body_of(piece, place, on) if _says_enough(piece) else None
        if body is not None:
            begins = is_linked or any(map(_LINKED.match, opening))
            last = runs.setdefault(body, _Run(body, [], begins))
            last.pieces += [*opening, piece]
            opening = []
        elif last is None or is_linked or opening:
            opening.append(piece)
        else:
            last.pieces.append(piece)
    if last is not None:
        last.pieces += opening
    return tuple(runs.values())


def _says_enough(piece: str) -> bool:
    telling = {one for one in map(heard, spoken_words(piece)) if not is_common(one)}
    return len(telling) >= _FEWEST_WORDS


def kinds_apart(portions: Sequence[Portion]) -> tuple[Kind, ...]:
    """The kind of each, when they are not all of one: then each has a term of its own."""
    kinds = tuple(portion.suggestion.kind for portion in portions)
    return kinds if len(set(kinds)) > 1 else ()
