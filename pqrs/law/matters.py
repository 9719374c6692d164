"""The matters of one petition that several departments answer together, as they stand."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from pqrs.law.arrival_events import PartsSettled
from pqrs.law.matter_events import PartContributed, PartMoved
from pqrs.law.moments import local_day


class Matter(NamedTuple):
    """`department`: who sees to it; "" once it came back to whoever has the case.

    `is_outside`: another authority answers it; `sent_on`: it was passed on that day. `version`,
    `given_on`: of what its department wrote. `reason`: why it moved last, from `moved_from`.
    """

    department: str
    is_outside: bool = False
    version: int | None = None
    given_on: date | None = None
    sent_on: date | None = None
    moved_from: str = ""
    reason: str = ""


def settle(event: PartsSettled, known: Sequence[Matter]) -> list[Matter]:
    """Decided anew, a matter that stays with its department keeps what was written of it."""
    kept = {(place, matter.department): matter for place, matter in enumerate(known)}
    return [
        kept.get((place, body)) or Matter(body, is_outside=body in event.outside)
        for place, body in enumerate(event.departments)
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
    )
