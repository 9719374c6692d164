"""What acts need besides the session: the pack, its router, a key, the clock, the files."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, TypeAlias

from sqlalchemy.orm import Session

from pqrs.law import local_day
from pqrs.models import Teaching, newest_teaching, routing_rules
from pqrs.office import Pack, Router, load_pack
from pqrs.office.entity import RoutingExample, RoutingRule
from pqrs.office.rule_faults import without_faults
from pqrs.office.teaching import lesson_from_plain
from pqrs.office.training import Trained, train
from pqrs.outside.antivirus import Antivirus, make_antivirus
from pqrs.outside.files import FileStore
from pqrs.outside.now import now
from pqrs.outside.router_weights import trained_for
from pqrs.settings import Settings

Version: TypeAlias = tuple[int, datetime]
KEPT_ROUTERS = 8
"""Sets of rules that are remembered: those in force, and a few that somebody tries out."""


@dataclass(frozen=True)
class Office:
    """The entity at work. Built once at start and handed to whoever calls an act.

    `router` knows the pack alone; who routes a case asks `router_now`.
    """

    pack: Pack
    router: Router
    code_key: bytes
    clock: Callable[[], datetime]
    files: FileStore
    antivirus: Antivirus | None = None
    learn: Callable[[Pack], Trained] = train
    routers: dict[Any, Router] = field(default_factory=dict, compare=False)

    def router_now(self, session: Session) -> Router:
        """With the rules of this database that are in force today, and all it was taught."""
        today = local_day(self.clock())
        return self.router_with(session, routing_rules(session, today), today)

    def router_with(self, session: Session, rules: tuple[RoutingRule, ...], on: date) -> Router:
        """With these rules instead of the pack's; one that errs that day is passed over."""
        followed = without_faults(rules, self.pack, on)
        taught = newest_teaching(session)
        return self.keep(
            (taught, followed),
            lambda: self.taught(session, taught).over(replace(self.pack, rules=followed)),
        )

    def taught(self, session: Session, version: Version | None) -> Router:
        """The router that learnt from the pack and from the cases of that teaching."""
        if version is None:
            return self.router
        return self.keep(
            version, lambda: Router(self.pack_taught(lessons_of(session, version)), self.learn)
        )

    def pack_now(self, session: Session) -> Pack:
        """The pack with all that cases have taught."""
        return self.pack_taught(lessons_of(session, newest_teaching(session)))

    def pack_taught(self, lessons: tuple[RoutingExample, ...]) -> Pack:
        """The pack with more texts to learn from than its own."""
        return replace(self.pack, examples=(*self.pack.examples, *lessons))

    def keep(self, key: object, make: Callable[[], Router]) -> Router:
        """Each router is made once; of many that were tried out, the newest are kept."""
        if key not in self.routers:
            made = make()
            if len(self.routers) >= KEPT_ROUTERS:
                self.routers.clear()
            self.routers[key] = made
        return self.routers[key]


def lessons_of(session: Session, version: Version | None) -> tuple[RoutingExample, ...]:
    """What people's corrections taught then; nothing before the first time."""
    row = session.get(Teaching, version[0]) if version else None
    return tuple(lesson_from_plain(plain) for plain in (row.lessons if row else ()))


def make_office(settings: Settings, entity: Office | None = None) -> Office:
    """The entity of these settings at work, on the real clock. Raises `PackError`.

    `entity`: one already at work in this process, whose pack and router are taken as they are.
    """

    def learn(pack: Pack) -> Trained:
        return trained_for(pack, settings.instance)

    pack = entity.pack if entity else load_pack(settings.entity)
    return Office(
        pack=pack,
        router=entity.router if entity else Router(pack, learn),
        code_key=settings.code_key,
        clock=now,
        files=FileStore(settings.files),
        antivirus=make_antivirus(settings),
        learn=learn,
    )
