"""What every step of the demonstration needs, and the invention of ordinary cases."""

from dataclasses import dataclass
from datetime import datetime
from random import Random

from pqrs.acts.file_petition import Filing, Receipt
from pqrs.acts.office import Office
from pqrs.demo.accounts import Staff
from pqrs.demo.agenda import Agenda
from pqrs.demo.people import invent_person
from pqrs.demo.rhythm import Rhythm, local_day
from pqrs.demo.stories import Stories, Story
from pqrs.demo.whoever import known_of
from pqrs.law import Channel, IdentityLevel, Kind
from pqrs.models import CITIZEN, Actor
from pqrs.office import Role
from pqrs.office.reception import WAYS, TakenDown

ALOUD = frozenset({Channel.WINDOW, Channel.TELEPHONE, Channel.MOBILE_TEAM})
BY_STAFF = frozenset(Channel) - {Channel.WEB, Channel.API, Channel.CHAT}
BY_EMAIL = 0.45
NAMES_ITS_TOPIC = 0.62
NAMES_ITS_KIND = 0.75
OF_REPORTS = {
    IdentityLevel.NAMED: 0.3,
    IdentityLevel.RESERVED: 0.3,
    IdentityLevel.ANONYMOUS: 0.4,
}
OF_OTHERS = {
    IdentityLevel.NAMED: 0.95,
    IdentityLevel.RESERVED: 0.01,
    IdentityLevel.ANONYMOUS: 0.04,
}


@dataclass
class Case:
    """A petition before and after it has its number.

    `ends`: the step after which it is left alone on purpose; empty for a life of its own.
    `days`: working days until the draft; None leaves it to the department's pace.
    """

    story: Story
    filing: Filing
    token: str
    ends: str = ""
    days: int | None = None
    receipt: Receipt | None = None

    @property
    def number(self) -> str:
        """Known once it is filed."""
        if self.receipt is None:
            raise ValueError("not filed yet")
        return self.receipt.number


@dataclass(frozen=True)
class World:
    """One run: the entity whose clock is the agenda's, its people, its seasons and its texts."""

    office: Office
    staff: Staff
    rhythm: Rhythm
    stories: Stories
    agenda: Agenda

    @property
    def chance(self) -> Random:
        """The one source of everything that could have been otherwise."""
        return self.rhythm.chance

    def clerk(self) -> Actor:
        """Whoever types in what arrives at the counter, by telephone or on paper."""
        return Actor("official", self.staff.one(Role.CLERK).official_id)

    def happens(self, probability: float) -> bool:
        """Whether it does, this time."""
        return self.chance.random() < probability

    def token(self) -> str:
        """A form's token; the access code comes from it and from a key outside the database."""
        return f"{self.chance.getrandbits(128):032x}"


def invent(world: World, moment: datetime, channel: Channel) -> Case:
    """An ordinary case of that day."""
    story = world.stories.tell(local_day(moment).month)
    shares = OF_REPORTS if story.topic.kind is Kind.REPORT else OF_OTHERS
    identity = world.chance.choices(list(shares), list(shares.values()))[0]
    return make_case(world, story, channel, identity)


def make_case(
    world: World, story: Story, channel: Channel, identity: IdentityLevel, ends: str = ""
) -> Case:
    """The case of a story: what its person fills in and what they leave to the office."""
    by_email = channel is Channel.EMAIL or (channel is Channel.WEB and world.happens(BY_EMAIL))
    anonymous = identity is IdentityLevel.ANONYMOUS
    filing = Filing(
        text=story.text,
        kind=story.topic.kind if world.happens(NAMES_ITS_KIND) else None,
        topic=story.topic.topic_id if ends or world.happens(NAMES_ITS_TOPIC) else None,
        place=story.place.code if story.place else None,
        location=story.location,
        identity=identity,
        person=None if anonymous else invent_person(world.chance, by_email=by_email),
        reply_by="email" if by_email and not anonymous else "page",
        channel=channel,
        taken_down=TakenDown(is_spoken=channel in ALOUD) if channel in WAYS else None,
    )
    token = world.token()
    return Case(story, filing if ends else known_of(filing, token), token, ends)


def actor_of(world: World, case: Case) -> Actor:
    """Who pressed the button."""
    return world.clerk() if case.filing.channel in BY_STAFF else CITIZEN
