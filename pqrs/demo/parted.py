"""Petitions of several matters, answered together: one at each turn that their parts take.

Told apart from the others, with a chance of its own, through the acts that people press.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press
from pqrs.acts.assign import assign
from pqrs.acts.contribute_part import contribute_part
from pqrs.acts.settle_parts import settle_parts
from pqrs.demo.life import file, found, plan
from pqrs.demo.stories import Story
from pqrs.demo.turns import seen
from pqrs.demo.world import Case, World, make_case
from pqrs.law import Channel, IdentityLevel
from pqrs.office import Role
from pqrs.office.portions import find_portions

LAMP_AND_PAPER = "El bombillo del poste está dañado y además necesito un certificado de residencia."
WATER_AND_LAMP = (
    "En Villagorgona no hay agua hace tres días y además el bombillo del poste está dañado."
)
WRITTEN = (
    "El certificado de residencia lo expide esta secretaría sin costo, en tres días hábiles: lo "
    "puede recoger en la ventanilla con su cédula y un recibo de servicios de la casa."
)


@dataclass(frozen=True)
class Joined:
    """Filed so many working days ago; `written`: the other department wrote its part."""

    text: str
    filed_ago: int
    written: bool = False


JOINED = (
    Joined(LAMP_AND_PAPER, 3),
    Joined(LAMP_AND_PAPER, 6, written=True),
    Joined(WATER_AND_LAMP, 2),  # a part is of another entity, and waits to be sent there
)


def expect_joined(world: World, most: int) -> list[tuple[datetime, Case]]:
    """Put at most so many on the agenda; each with the moment at which it is filed.

    Nothing in an entity whose router finds no two matters in them.
    """
    router = world.office.router
    known = [one for one in JOINED if len(find_portions(router, one.text)) > 1]
    return [expect(world, one) for one in known[: max(most, 0)]]


def expect(world: World, joined: Joined) -> tuple[datetime, Case]:
    """Filed on the web without a topic: at the desk somebody says that it is several."""
    topic = world.office.pack.topics[0]
    story = Story(topic, None, joined.text, "", "")
    case = make_case(world, story, Channel.WEB, IdentityLevel.NAMED, ends="filed")
    case.filing = replace(case.filing, reply_by="page", kind=None, topic=None, is_doubtful=True)
    moment = world.rhythm.office_moment(world.rhythm.working_days_ago(joined.filed_ago))
    world.agenda.add(moment, partial(begin, joined, world, case))
    return moment, case


def begin(joined: Joined, world: World, case: Case, session: Session) -> None:
    """Radicar; an hour later the desk decides."""
    file(world, case, session)
    plan(world, case, partial(part, joined), hours=1)


def part(joined: Joined, world: World, case: Case, session: Session) -> None:
    """Several matters, to the first of our offices that sees to one."""
    petition = found(session, case)
    clerk = world.staff.one(Role.CLERK)
    portions = find_portions(world.office.router, joined.text, place=petition.place)
    settle_parts(session, portions=portions, **Press(**seen(world, petition), viewer=clerk))
    bodies = [one.suggestion.competent for one in portions]
    holder = next(one for one in bodies if world.office.pack.is_assignable(one))
    reason = "Trata dos asuntos: este lo responde con lo que escriba quien ve el otro."
    assign(
        session, department=holder, reason=reason, **Press(**seen(world, petition), viewer=clerk)
    )
    if joined.written:
        plan(world, case, contribute, days=2)


def contribute(world: World, case: Case, session: Session) -> None:
    """The other department writes what it answers."""
    petition = found(session, case)
    standing = petition.standing()
    for place, matter in enumerate(standing.matters, 1):
        if standing.is_awaited(matter):
            viewer = world.staff.one(Role.OFFICIAL, matter.department)
            press = Press(**seen(world, petition), viewer=viewer)
            contribute_part(session, matter=place, body=WRITTEN, **press)
