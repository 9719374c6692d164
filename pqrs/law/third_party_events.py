"""Third persons whom the decision may affect: noticed, told, heard (CPACA art. 37 and 38).

As in `events.py`, a field is only ever added. Who they are, where they were told and in what words
stands in a row of its own, which `version` names: it is personal data.
"""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from pqrs.law.event import Event
from pqrs.law.kinds import ThirdMeans


@dataclass(frozen=True, slots=True)
class ThirdPartyNoted(Event):
    """Whoever has the case saw that the decision may affect somebody else directly."""

    name: ClassVar[str] = "third_party_noted"
    version: int


@dataclass(frozen=True, slots=True)
class ThirdPartyTold(Event):
    """They were told that the case exists, its object and who asks, if that may be said.

    `told_on`: the day. `named`: the petitioner's name went with it.
    """

    name: ClassVar[str] = "third_party_told"
    means: ThirdMeans
    told_on: date
    version: int
    named: bool = False


@dataclass(frozen=True, slots=True)
class ThirdPartyHeard(Event):
    """One of them made their rights count; it is part of the file. `heard_on`: the day."""

    name: ClassVar[str] = "third_party_heard"
    heard_on: date
    version: int
