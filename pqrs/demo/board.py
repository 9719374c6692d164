"""What goes up on the board of notices: answers that nobody opened, to who left no address."""

from contextlib import nullcontext
from functools import partial

from sqlalchemy.orm import Session

from pqrs.acts.post_notice import FIXED_BODY, PersonalDataError, may_be_reached, post_notice
from pqrs.acts.take_down_notices import take_down_notices
from pqrs.demo.world import World
from pqrs.law import Phase
from pqrs.models import BoardGround, Petition, by_number
from pqrs.office import Role
from pqrs.queries.board import act_words

POSTED = "posted"
"""Of a case left on purpose: with its act on the board."""
PATIENCE = 4
"""Working days until somebody gives up waiting for the answer to be opened."""
LOOKS = (6, 7)
"""Working days after which it came down, and took effect: it is there for five."""


def expect_notice(world: World, number: str) -> None:
    """Somebody will put its answer on the board."""
    moment = world.rhythm.office_day_after(world.agenda.now(), PATIENCE)
    world.agenda.add(moment, partial(post, world, number))


def post(world: World, number: str, session: Session) -> None:
    """Put it up, unless the person can be written to; it comes down by itself."""
    petition = by_number(session, number)
    if petition is None or petition.phase is not Phase.REPLIED or may_be_reached(session, petition):
        return
    try:
        put_up(world, petition, act_words(session, number), session)
    except PersonalDataError:
        put_up(world, petition, FIXED_BODY, session)
    for days in LOOKS:
        moment = world.rhythm.office_day_after(world.agenda.now(), days)
        world.agenda.add(moment, partial(look, world))


def put_up(world: World, petition: Petition, body: str, session: Session) -> None:
    """An official of the department that answered."""
    post_notice(
        session,
        ground=BoardGround.NO_ADDRESS,
        body=body,
        number=petition.number,
        viewer=world.staff.one(Role.OFFICIAL, petition.department),
        seen=petition.last_sequence,
        office=world.office,
    )


def look(world: World, session: Session) -> None:
    """As the worker does every day."""
    take_down_notices(lambda: nullcontext(session), world.office)
