"""Answers of general interest of the demonstration: proposed, and nearly all approved."""

import tomllib
from datetime import datetime, time, timedelta
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy.orm import Session

from pqrs.acts.decide_answer import decide_answer
from pqrs.acts.propose_answer import Wording, propose_answer
from pqrs.demo.rhythm import BOGOTA, local_day
from pqrs.demo.world import World
from pqrs.office import Pack, Role

FILE = Path(__file__).parent / "data" / "answers.toml"
EVERY = 5
"""Working days from one to the next, the last one proposed yesterday."""
LOOKED_AT = 2
"""Working days until the supervisor decides."""
VALID = timedelta(days=365)


def expect_answers(world: World) -> None:
    """Put every one that fits the pack on the agenda; chance has no part in it."""
    told = [
        one for one in tomllib.loads(FILE.read_text())["answers"] if fits(one, world.office.pack)
    ]
    for back, one in enumerate(reversed(told)):
        day = world.rhythm.working_days_ago(1 + back * EVERY)
        moment = datetime.combine(day, time(9, back % 60), tzinfo=BOGOTA)
        world.agenda.add(moment, partial(propose, world, one))


def fits(one: dict[str, Any], pack: Pack) -> bool:
    """Whether this pack has its office and its topic."""
    return pack.is_assignable(one["department"]) and one["topic"] in pack.topics_by_id


def propose(world: World, one: dict[str, Any], session: Session) -> None:
    """An official of the department writes it; the supervisor reads it some days later."""
    wording = Wording(
        question=one["question"],
        answer=one["answer"].strip(),
        topic=one["topic"],
        place=one.get("place"),
        review_by=local_day(world.agenda.now()) + VALID,
    )
    answer = propose_answer(
        session,
        wording,
        viewer=world.staff.one(Role.OFFICIAL, one["department"]),
        office=world.office,
        looked=True,
    )
    if not one.get("waits"):
        then = world.rhythm.calendar.add_working_days(local_day(world.agenda.now()), LOOKED_AT)
        moment = datetime.combine(then, time(15, answer % 60), tzinfo=BOGOTA)
        world.agenda.add(moment, partial(approve, world, answer))


def approve(world: World, answer: int, session: Session) -> None:
    """Another person says yes."""
    decide_answer(
        session,
        answer,
        approve=True,
        reason="",
        viewer=world.staff.one(Role.SUPERVISOR),
        office=world.office,
    )
