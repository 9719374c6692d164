"""Peticiones análogas: one answer, published, to many (Ley 1437 de 2011, artículo 22)."""

from pqrs.law.citations import cpaca
from pqrs.law.kinds import Kind

ANALOGOUS = cpaca("22")
_MORE_THAN = 10
_KINDS = frozenset({Kind.INFORMATION, Kind.GENERAL_INTEREST, Kind.CONSULTATION})


def may_answer_together(kind: Kind, people: int) -> bool:
    """Whether one answer, published in a newspaper and on the page, may do for all of them.

    More than ten people, and only of these kinds; whoever asks for a copy gets one.
    """
    return kind in _KINDS and people > _MORE_THAN
