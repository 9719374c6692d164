"""Cases left on purpose in the last days, so that whoever shows the system finds one of each."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from pqrs.demo.board import POSTED
from pqrs.demo.stories import Story
from pqrs.demo.world import Case, World, make_case
from pqrs.law import Channel, IdentityLevel, Kind
from pqrs.office import Topic

TERM = 15
"""Working days of the ordinary petition (Ley 1755 de 2015, artículo 14)."""


@dataclass(frozen=True)
class Stage:
    """What is to be seen: filed so many working days ago, left after `ends`.

    `urgent` and `report` ask for such a topic; `vague` for a text that no topic fits.
    """

    filed_ago: int
    ends: str = "filed"
    days: int | None = None
    identity: IdentityLevel = IdentityLevel.NAMED
    urgent: bool = False
    report: bool = False
    outside: bool = False
    vague: bool = False


STAGES = (
    Stage(8, ends="signed", days=6),  # signed, the person has not opened it
    Stage(TERM),  # due today
    Stage(TERM + 9),  # overdue
    Stage(0, urgent=True),  # danger to life, an hour ago
    Stage(1, vague=True),  # waits at the intake desk
    Stage(6, ends="drafted", days=4),  # drafted, waits for the signature
    Stage(TERM - 2),  # due in two days
    Stage(2, outside=True),  # another body's: five days to pass it on
    Stage(3, identity=IdentityLevel.ANONYMOUS),
    Stage(4, identity=IdentityLevel.RESERVED, report=True),
    Stage(TERM + 3),  # overdue
    Stage(TERM - 1),  # due tomorrow
    Stage(1, outside=True),
    Stage(0, vague=True),
    Stage(12, ends=POSTED, days=5, identity=IdentityLevel.ANONYMOUS),  # on the board today
    Stage(13, ends=POSTED, days=6, identity=IdentityLevel.ANONYMOUS, report=True),
    Stage(TERM + 9, ends=POSTED, days=6, identity=IdentityLevel.ANONYMOUS),  # came down, notified
)
VAGUE = "Vengo a preguntar por lo que hablamos la otra vez. Nadie me ha dado razón de eso."


def staged_cases(world: World) -> list[tuple[datetime, Case]]:
    """Each with the moment it is filed."""
    return [(filed_at(world, stage), case_of(world, stage)) for stage in STAGES]


def filed_at(world: World, stage: Stage) -> datetime:
    """At the office that day; never after the end of the story."""
    moment = world.rhythm.office_moment(world.rhythm.working_days_ago(stage.filed_ago))
    return min(moment, world.agenda.until - timedelta(minutes=50 + stage.filed_ago))


def case_of(world: World, stage: Stage) -> Case:
    """A story that fits the stage, filed on the web."""
    places = [place for place in world.office.pack.places if not place.parent]
    place = world.chance.choice(places) if places else None
    story = world.stories.tell_of(topic_for(world, stage), place)
    if stage.vague:
        story = Story(story.topic, place, VAGUE, "", story.reply)
    case = make_case(world, story, Channel.WEB, stage.identity, stage.ends)
    case.days = stage.days
    case.filing = replace(
        case.filing,
        reply_by="page",
        kind=None if stage.vague else story.topic.kind,
        topic=None if stage.vague else story.topic.topic_id,
    )
    return case


def topic_for(world: World, stage: Stage) -> Topic:
    """The most written-about topic of that sort; of any sort when a pack has none."""
    pack = world.office.pack
    ordinary = {Kind.CLAIM, Kind.COMPLAINT, Kind.PRIVATE_INTEREST, Kind.GENERAL_INTEREST}
    fitting = [
        topic
        for topic in pack.topics
        if topic.urgent == stage.urgent
        and (topic.kind is Kind.REPORT if stage.report else topic.kind in ordinary)
        and pack.is_assignable(topic.department) != stage.outside
    ]
    weights = [world.stories.share_of(topic, 0) for topic in fitting]
    return world.chance.choices(fitting or pack.topics, weights or None)[0]
