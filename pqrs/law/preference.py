"""Who asks, and what the law makes of it: the term of an authority, and who goes before whom."""

from collections.abc import Iterable, Mapping

from pqrs.law.citations import Citation, cpaca
from pqrs.law.kinds import Capacity, Kind, Priority, PriorityGround

_AUTHORITY_KINDS: Mapping[Kind, Kind] = {
    Kind.INFORMATION: Kind.AUTHORITY_INFORMATION,
    Kind.DOCUMENTS: Kind.AUTHORITY_INFORMATION,
    Kind.PRIVATE_INTEREST: Kind.AUTHORITY_OTHER,
    Kind.GENERAL_INTEREST: Kind.AUTHORITY_OTHER,
}
_PRESS_KINDS: Mapping[Kind, Kind] = {Kind.INFORMATION: Kind.PRESS_INFORMATION}

_GROUNDS: Mapping[PriorityGround, Citation] = {
    PriorityGround.LIFE: cpaca("20"),
    PriorityGround.PERHAPS_LIFE: cpaca("20"),
    PriorityGround.CHILD: Citation("Decreto 19 de 2012", "12"),
    PriorityGround.ABOUT_CHILD: cpaca("5, numeral 6"),
    PriorityGround.RIGHT: cpaca("20"),
    PriorityGround.OLDER: cpaca("5, numeral 6"),
    PriorityGround.DISABILITY: cpaca("5, numeral 6"),
    PriorityGround.PREGNANCY: cpaca("5, numeral 6"),
    PriorityGround.VICTIM: cpaca("5, numeral 6"),
    PriorityGround.VETERAN: Citation("Decreto 19 de 2012", "13"),
    PriorityGround.PRESS: cpaca("20"),
}
_DANGER, _CHILDREN, _PREFERRED, _REST = range(4)


def kind_for(kind: Kind, capacity: Capacity) -> Kind:
    """The kind that runs when this one is asked for in this capacity.

    Another authority has ten days for information and documents (Ley 1437 de 2011, artículo 30);
    a journalist keeps the term and goes first (artículo 20). Everything else stays as it is.
    """
    kinds = {Capacity.AUTHORITY: _AUTHORITY_KINDS, Capacity.JOURNALIST: _PRESS_KINDS}
    return kinds.get(capacity, {}).get(kind, kind)


def norm_of(ground: PriorityGround) -> Citation:
    """What gives the one it holds for a place before others."""
    return _GROUNDS[ground]


def grounds_for(
    stated: Iterable[PriorityGround], capacity: Capacity, priority: Priority
) -> tuple[PriorityGround, ...]:
    """The grounds stated, and those that follow from who asks and from what is told, in order."""
    found = set(stated)
    if capacity is Capacity.JOURNALIST:
        found.add(PriorityGround.PRESS)
    if priority is Priority.URGENT:
        found.add(PriorityGround.LIFE)
    return tuple(ground for ground in PriorityGround if ground in found)


def priority_for(grounds: Iterable[PriorityGround]) -> Priority:
    """Danger to life is urgent (artículo 20); the other grounds only go before the rest."""
    return Priority.URGENT if PriorityGround.LIFE in grounds else Priority.NORMAL


def rank_for(grounds: Iterable[PriorityGround]) -> int:
    """The place in a queue, lowest first: danger to life, children, preferential care, the rest.

    A petition of a child or adolescent goes before any other (Decreto 19 de 2012, artículo 12), and
    after a life in danger. One about them that somebody else presents is only preferred.
    """
    given = set(grounds)
    if given & {PriorityGround.LIFE, PriorityGround.PERHAPS_LIFE}:
        return _DANGER
    if PriorityGround.CHILD in given:
        return _CHILDREN
    return _PREFERRED if given else _REST
