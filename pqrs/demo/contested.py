"""Cases that were answered and contested: one at each turn that a recurso or an insistencia takes.

Told apart from the others, with a chance of its own, through the acts that people press.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from random import Random

from sqlalchemy.orm import Session

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.draft_reply import draft_reply, mark_in_hand
from pqrs.acts.reply import reply
from pqrs.demo.life import file, found, matter, plan
from pqrs.demo.stories import Stories
from pqrs.demo.turns import (
    Turn,
    arrived,
    asked_for_more,
    by,
    decided,
    evidence,
    gathered,
    handed,
    present,
    read,
    ruled,
    sent,
    shown,
    turned_down,
)
from pqrs.demo.world import Case, World, make_case
from pqrs.law import Channel, Decision, Denial, IdentityLevel, Kind, Means, Remedy, Reserve, Ruling
from pqrs.office import Role, Topic

RESERVED = Denial(
    "Ley 1712 de 2014, artículo 18, literal a",
    Reserve.CLASSIFIED,
    "Los documentos nombran a las personas que hicieron cada solicitud.",
    "Si se entregan, sus vecinos sabrían quién pidió y por qué.",
    "Son once personas de un mismo barrio, fáciles de reconocer.",
    gives_rest=True,
)
ORDINARY = (Kind.CLAIM, Kind.GENERAL_INTEREST, Kind.PRIVATE_INTEREST)
ANSWERED_AFTER = 5
NO = (
    "En respuesta a su petición {number} sobre {matter}: no es posible acceder a lo que pide.\n\n"
    "Contra esta respuesta puede presentar lo que aparece en la página de su petición, hasta el "
    "día que allí se dice."
)
PARTLY = (
    "En respuesta a su petición {number} sobre {matter}: su solicitud quedó en la programación "
    "del próximo trimestre."
)
APPEALED = "No estoy de acuerdo: no miraron lo que mandé. Revísenlo otra vez, por favor."
ASKED = (
    "Quiero saber qué solicitudes sobre {matter} se recibieron este año, de quiénes y qué se les "
    "respondió."
)
INSISTED = "No pido los nombres, solo cuántas hubo y qué se respondió. Que decida un juez."
STAYS = "Se revisaron las fotos y el informe de la visita. Se atiende una parte de lo que pidió."


@dataclass(frozen=True)
class Quarrel:
    """Filed so many working days ago; `turns`: each so many after the one before it."""

    filed_ago: int
    turns: tuple[tuple[int, Turn], ...]
    denies: bool = True
    asks_information: bool = False


def expect_quarrels(world: World, most: int) -> list[tuple[datetime, Case]]:
    """Put at most so many on the agenda; each with the moment at which it is filed.

    Nothing in an entity whose departments have nobody of the staff above them.
    """
    topics = [topic for topic in world.office.pack.topics if may_be_contested(world, topic)]
    return [expect(world, one, topics) for one in QUARRELS[:most] if topics]


def may_be_contested(world: World, topic: Topic) -> bool:
    """Whether it is ours, and there is somebody above to decide an apelación."""
    pack, ours = world.office.pack, topic.department
    above = pack.superior_of(ours, world.rhythm.today)
    calm = topic.kind in ORDINARY and not topic.urgent
    return calm and pack.is_assignable(ours) and (Role.HEAD, above) in world.staff.members


def expect(world: World, quarrel: Quarrel, topics: list[Topic]) -> tuple[datetime, Case]:
    """A case of some such topic, filed on the web with kind and topic said."""
    weights = [world.stories.share_of(topic, 0) for topic in topics]
    topic = world.chance.choices(topics, weights)[0]
    story = world.stories.tell_of(topic, world.stories.some_place())
    if quarrel.asks_information:
        story = replace(story, text=ASKED.format(matter=topic.subtema.lower()), location="")
    case = make_case(world, story, Channel.WEB, IdentityLevel.NAMED, ends="filed")
    kind = Kind.INFORMATION if quarrel.asks_information else topic.kind
    case.filing = replace(case.filing, reply_by="page", kind=kind, topic=topic.topic_id)
    moment = world.rhythm.office_moment(world.rhythm.working_days_ago(quarrel.filed_ago))
    world.agenda.add(moment, partial(begin, world, case, quarrel))
    return moment, case


def begin(world: World, case: Case, quarrel: Quarrel, session: Session) -> None:
    """Radicar; what waits for routing is answered by nobody yet, and contested by nobody."""
    file(world, case, session)
    if found(session, case).routed_by != "intake":
        plan(world, case, partial(answer, quarrel), days=ANSWERED_AFTER)


def answer(quarrel: Quarrel, world: World, case: Case, session: Session) -> None:
    """Drafted, signed and opened; then each turn in its day."""
    petition = found(session, case)
    decision = Decision.DENIED if quarrel.denies else Decision.RESPONDED
    body = NO if quarrel.denies else PARTLY
    draft = draft_reply(
        session,
        **by(world, petition, Role.OFFICIAL),
        body=body.format(number=petition.number, matter=matter(case)),
        draft_seen=mark_in_hand(session, petition),
        decision=decision,
        denial=RESERVED if quarrel.asks_information else None,
    )
    reply(session, **by(world, petition, Role.HEAD), draft_seen=draft.mark)
    plan(world, case, partial(opened, quarrel.turns), hours=2)


def opened(turns: tuple[tuple[int, Turn], ...], world: World, case: Case, session: Session) -> None:
    """The person has the answer."""
    confirm_delivery(session, found(session, case), means=Means.OPENED, office=world.office)
    follow(turns, world, case)


def follow(turns: tuple[tuple[int, Turn], ...], world: World, case: Case) -> None:
    """Put the next turn on the agenda."""
    if turns:
        plan(world, case, partial(take, turns), days=turns[0][0])


def take(turns: tuple[tuple[int, Turn], ...], world: World, case: Case, session: Session) -> None:
    """Do the first one, and expect those that follow."""
    turns[0][1](world, found(session, case), session)
    follow(turns[1:], world, case)


REPOSITION, UPWARDS = Remedy.RECONSIDERATION, Remedy.APPEAL
QUARRELS = (
    Quarrel(22, ((5, present(UPWARDS, APPEALED)),)),  # waits for the department above
    Quarrel(  # with the judge, who has some days left
        20,
        ((4, present(Remedy.INSISTENCE, INSISTED)), (2, sent), (2, arrived)),
        asks_information=True,
    ),
    Quarrel(  # decided and read: over
        45,
        (
            (3, present(REPOSITION, APPEALED)),
            (4, evidence(15)),
            (6, gathered),
            (5, decided(REPOSITION, Ruling.MODIFIED, "Resolución 27", STAYS)),
            (2, read),
        ),
    ),
    Quarrel(  # rejected, and a queja waits for the department above
        32,
        (
            (6, present(UPWARDS, "No estoy de acuerdo.")),
            (5, turned_down),
            (3, read),
            (3, present(Remedy.REFUSED_APPEAL, "Sí dije por qué: lo había escrito al comienzo.")),
        ),
    ),
    Quarrel(  # evidence is being taken, and others were told of it
        24, ((5, present(REPOSITION, APPEALED)), (5, evidence(20)), (6, shown))
    ),
    Quarrel(  # decided, and the person has yet to open it
        26,
        (
            (3, present(Remedy.NOT_ANSWERED, "Pregunté cuándo, y no me dijeron.")),
            (
                5,
                decided(Remedy.NOT_ANSWERED, Ruling.MODIFIED, "", "Se hará el 14 del otro mes."),
            ),
        ),
        denies=False,
    ),
    Quarrel(  # ruled, after the judge asked for the papers themselves, and read: over
        36,
        (
            (4, present(Remedy.INSISTENCE, INSISTED)),
            (2, sent),
            (2, arrived),
            (3, asked_for_more),
            (2, handed),
            (4, ruled),
            (3, read),
        ),
        asks_information=True,
    ),
)


def apart(world: World, seed: str) -> World:
    """The same world with a chance of its own: what it tells moves nothing of the others."""
    chance = Random(seed)  # noqa: S311  a year to be told again, not a secret
    rhythm = replace(world.rhythm, chance=chance)
    return replace(world, rhythm=rhythm, stories=Stories(world.office.pack, chance))
