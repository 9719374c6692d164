"""An entity's pack: everything about one municipality that is data and not code.

`load_pack` reads a folder; the same value can be built from rows that were edited on the page.
Reading files is `pack_files.py`; what must hold in them is `pack_check.py`.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from pqrs.office import pack_build, pack_check
from pqrs.office.entity import (
    CONTROL,
    Commitment,
    Department,
    Entity,
    RoutingExample,
    RoutingRule,
    RoutingWords,
    ServicePoint,
    Topic,
    is_in_force,
)
from pqrs.office.pack_files import Findings, PackError
from pqrs.office.places import Place, PlaceIndex


@dataclass(frozen=True)
class Pack:
    """All of it, checked, with look-ups by code."""

    entity: Entity
    departments: tuple[Department, ...]
    topics: tuple[Topic, ...]
    places: tuple[Place, ...] = ()
    rules: tuple[RoutingRule, ...] = ()
    examples: tuple[RoutingExample, ...] = ()
    more_words: tuple[RoutingWords, ...] = ()
    service_points: tuple[ServicePoint, ...] = ()
    commitments: tuple[Commitment, ...] = ()

    @cached_property
    def departments_by_code(self) -> Mapping[str, Department]:
        return {department.code: department for department in self.departments}

    @cached_property
    def topics_by_id(self) -> Mapping[str, Topic]:
        return {topic.topic_id: topic for topic in self.topics}

    @cached_property
    def place_index(self) -> PlaceIndex:
        return PlaceIndex(self.places)

    @cached_property
    def _rules(self) -> Mapping[tuple[str, str], RoutingRule]:
        return {(rule.topic, rule.place): rule for rule in self.rules}

    def department(self, code: str) -> Department:
        return self.departments_by_code[code]

    def topic(self, topic_id: str) -> Topic:
        return self.topics_by_id[topic_id]

    def has_superior(self, code: str | None) -> bool:
        """Whether an appeal has somebody to go to: nobody is above the mayor's own office."""
        known = self.departments_by_code.get(code or "")
        return known is None or bool(known.parent)

    def superior_of(self, code: str | None, on: date) -> str | None:
        """Who decides an appeal against that department's decision; None for nobody known."""
        known = self.departments_by_code.get(code or "")
        if known is None or not known.parent:
            return None
        return self.body_on(known.parent, on).code

    def body_on(self, code: str, on: date | None) -> Department:
        """The body that has this one's work that day: itself, its successor, or citizen service."""
        body = self.department(code)
        while not is_in_force(body, on):
            if not body.successor:
                return self.department(self.entity.citizen_service)
            body = self.department(body.successor)
        return body

    def heir_of(self, code: str, on: date) -> str:
        """The office of ours that has this one's work that day; itself while it is in force."""
        if code not in self.departments_by_code:
            return code
        heir = self.body_on(code, on)
        return heir.code if heir.internal or heir.code == code else self.entity.citizen_service

    def inherited_by(self, code: str, on: date) -> tuple[str, ...]:
        """The offices whose work that one has that day, itself among them while in force."""
        ours = self.internal_departments()
        return tuple(one.code for one in ours if self.heir_of(one.code, on) == code)

    def internal_departments(self) -> Iterator[Department]:
        """The offices that are assigned cases."""
        return (department for department in self.departments if department.internal)

    def control_office(self, *, besides: Collection[str] = ()) -> Department | None:
        """The office of internal control, in charge of wrongdoing; none of `besides`."""
        offices = (one for one in self.internal_departments() if one.code not in besides)
        return next((one for one in offices if one.generic_kind == CONTROL), None)

    def is_assignable(self, code: str) -> bool:
        """Only the entity's own offices are assigned cases."""
        department = self.departments_by_code.get(code)
        return department is not None and department.internal

    def is_outside_body(self, code: str) -> bool:
        """Whether a case can be transferred to it."""
        department = self.departments_by_code.get(code)
        return department is not None and not department.internal

    def known_place(self, code: str | None) -> str | None:
        """The code itself when it is one of ours; None otherwise."""
        return code if code and next(self.place_index.upwards(code), None) else None

    def area_of(self, code: str | None) -> str | None:
        """The widest place around: the corregimiento or the seat. None for an unknown place."""
        return None if code is None else next(iter([*self.place_index.upwards(code)][-1:]), None)

    def find_place(self, text: str) -> Place | None:
        """The place a person wrote; None when unknown or when the name fits more than one."""
        return self.place_index.find(text)

    def rule_for(self, topic_id: str, place_code: str | None) -> RoutingRule | None:
        """The rule of the nearest place upwards: a barrio's own before its corregimiento's.

        Last, the rule of the whole municipality, whose place is "".
        """
        upwards = self.place_index.upwards(place_code) if place_code else ()
        found = (self._rules.get((topic_id, code)) for code in (*upwards, ""))
        return next((rule for rule in found if rule), None)


def load_pack(folder: Path) -> Pack:
    """Read and check a pack; PackError lists everything that is wrong with it, not the first."""
    findings = Findings()
    sheets = pack_check.read_sheets(folder, findings)
    pack_check.check(sheets)
    if findings.problems:
        raise PackError(findings.problems)
    return Pack(
        entity=pack_build.entity(sheets.entity),
        departments=tuple(map(pack_build.department, sheets.tables["departments.csv"])),
        topics=tuple(map(pack_build.topic, sheets.tables["topics.csv"])),
        places=tuple(map(pack_build.place, sheets.tables["places.csv"])),
        rules=tuple(map(pack_build.rule, sheets.tables["routing_rules.csv"])),
        examples=tuple(map(pack_build.example, sheets.tables["routing_examples.csv"])),
        more_words=tuple(map(pack_build.routing_words, sheets.tables["routing_words.csv"])),
        service_points=tuple(map(pack_build.service_point, sheets.tables["service_points.csv"])),
        commitments=pack_build.commitments(sheets.commitments),
    )
