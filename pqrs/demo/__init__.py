"""A municipality that never was: a year of petitions, made through the acts that people use.

Only `pqrs demo` and the tests come here. A line belongs here if it invents something; nothing the
real system needs does. People, texts and figures are ours; the same seed tells the same year.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from functools import partial
from itertools import chain
from random import Random

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.file_petition import Receipt
from pqrs.acts.office import Office
from pqrs.demo.accounts import ACCOUNTS_PASSWORD, open_accounts
from pqrs.demo.agenda import Agenda, ignore
from pqrs.demo.answers import expect_answers
from pqrs.demo.contested import apart, expect_quarrels
from pqrs.demo.life import file
from pqrs.demo.opinions import expect_opinions
from pqrs.demo.parted import expect_joined
from pqrs.demo.rhythm import Rhythm
from pqrs.demo.staged import staged_cases
from pqrs.demo.stories import Stories
from pqrs.demo.world import Case, World, invent
from pqrs.models import Installation, Petition, rules_for

__all__ = ["ACCOUNTS_PASSWORD", "NotEmptyError", "fill"]

OPINIONS_EACH = 0.25
"""Opinions on an office without a case, for each petition."""


class NotEmptyError(Exception):
    """The database holds petitions; real ones and invented ones never mix."""


def fill(  # noqa: PLR0913  the figures of the command, and who watches
    work: Callable[[], AbstractContextManager[Session]],
    office: Office,
    *,
    petitions: int,
    seed: int,
    years: int,
    until: datetime,
    tell: Callable[[float], None] = ignore,
) -> tuple[Receipt, ...]:
    """Make `petitions` petitions in the `years` before `until`, with what happened to each.

    The last days hold cases left on purpose for whoever shows the system; their numbers and access
    codes are returned. `tell` hears the share that is done. Raises `NotEmptyError`.
    """
    chance = Random(seed)  # noqa: S311  a year to be told again, not a secret
    with work() as session:
        if session.scalar(select(Petition.id).limit(1)) is not None:
            raise NotEmptyError
        session.get_one(Installation, 1).demo = True
        staff = open_accounts(session, office.pack)
        calendar = rules_for(session).calendar
    agenda = Agenda(until)
    world = World(
        office=replace(office, clock=agenda.now),
        staff=staff,
        rhythm=Rhythm(calendar, chance, until),
        stories=Stories(office.pack, chance),
        agenda=agenda,
    )
    staged = staged_cases(world)[:petitions]
    contested = expect_quarrels(apart(world, f"{seed} contested"), petitions - len(staged))
    others = petitions - len(staged) - len(contested)
    joined = expect_joined(apart(world, f"{seed} joined"), others)
    expect_cases(world, staged, others - len(joined), years)
    expect_opinions(world, round(petitions * OPINIONS_EACH), years)
    expect_answers(world)
    agenda.live(work, tell)
    return tuple(case.receipt for _moment, case in (*staged, *contested, *joined) if case.receipt)


def expect_cases(
    world: World, staged: list[tuple[datetime, Case]], others: int, years: int
) -> None:
    """Put every filing on the agenda; what follows from each is planned when it happens."""
    ordinary = (
        (moment, invent(world, moment, channel))
        for moment, channel in world.rhythm.filing_moments(others, years)
    )
    for moment, case in chain(staged, ordinary):
        world.agenda.add(moment, partial(file, world, case))
