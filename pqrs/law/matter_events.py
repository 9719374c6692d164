"""What becomes of each matter of a petition of several: its department's word, or another's.

The petition is one, with one number and one answer. As in `events.py`, a field is only ever added;
`matter` is a place in `PartsSettled.departments`, from 1.
"""

from dataclasses import dataclass
from typing import ClassVar

from pqrs.law.event import Event


@dataclass(frozen=True, slots=True)
class PartContributed(Event):
    """Its department wrote what it answers of its matter, for whoever has the case to use.

    `version`: of that text. A later one takes its place.
    """

    name: ClassVar[str] = "part_contributed"
    matter: int
    version: int


@dataclass(frozen=True, slots=True)
class PartMoved(Event):
    """Another one sees to that matter now. `department`: "" for whoever has the case.

    `outside`: it is another authority's, which answers the person itself (Ley 1437 de 2011,
    artículo 21).
    """

    name: ClassVar[str] = "part_moved"
    matter: int
    department: str = ""
    reason: str = ""
    outside: bool = False
