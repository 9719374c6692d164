"""The matters of one petition that several departments answer together, as they stand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pqrs.law.arrival_events import PartsSettled
from pqrs.law.kinds import Kind
from pqrs.law.matter_events import PartContributed, PartMoved
from pqrs.law.moments import local_day


class Matter(NamedTuple):
    """`department`: who sees to it; "" once it came back to whoever has the case.

    `is_outside`: another authority answers it; `sent_on`: it was passed on that day. `version`,
    `given_on`: of what its department wrote. `reason`: why it moved last, from `moved_from`.
    `kind`: of its own, None when it was not parted by kinds.
    """

    department: str
    is_outside: bool = False
    version: int | None = None
    given_on: date | None = None
    sent_on: date | None = None
    moved_from: str = ""
    reason: str = ""
    kind: Kind | None = None


def terms_of(matters: Sequence[Matter], kinds: Sequence[Kind]) -> tuple[int, ...]:
    """For each matter, the place of its own term among those of these kinds, in any order.

    None unless they are the kinds by which it was parted: how many there are says nothing of whose
    they are.
    """
    if sorted(kinds) != sorted(one.kind for one in matters if one.kind):
        return ()
    places = list(range(len(kinds)))
    found = []
    for matter in matters:
        found.append(next(place for place in places if kinds[place] is matter.kind))
        places.remove(found[-1])
    return tuple(found)


def terms_gone(matters: Sequence[Matter], kinds: Sequence[Kind]) -> frozenset[int]:
    """The terms of what another authority answers (CPACA art. 21); never all, one is left here."""
    own = terms_of(matters, kinds)
    sent = {place for place, one in zip(own, matters, strict=False) if one.sent_on}
    return frozenset(sent) if len(sent) < len(kinds) else frozenset()


def settle(event: PartsSettled, known: Sequence[Matter]) -> list[Matter]:
    """Decided anew, a matter that stays with its department keeps what was written of it."""
    kept = {(place, matter.department): matter for place, matter in enumerate(known)}
    kinds = event.kinds or (None,) * len(event.departments)
    return [
        kept.get((place, body), Matter(body, is_outside=body in event.outside))._replace(kind=kind)
        for place, (body, kind) in enumerate(zip(event.departments, kinds, strict=True))
    ]


def contribute(event: PartContributed, matter: Matter) -> Matter:
    """The newest word is the one that counts."""
    return matter._replace(version=event.version, given_on=local_day(event.at))


def move(event: PartMoved, matter: Matter) -> Matter:
    """Whoever sees to it now has yet to write."""
    return Matter(
        event.department,
        is_outside=event.outside,
        sent_on=local_day(event.at) if event.outside else None,
        moved_from=matter.department,
        reason=event.reason,
        kind=matter.kind,
    )
