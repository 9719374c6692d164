"""What people say of the attention they got: of an answer, and of an office they went to."""

from functools import partial
from random import Random

from sqlalchemy.orm import Session

from pqrs.acts.evaluate import Following, Opinion, evaluate_point
from pqrs.demo.reviews import expect_review
from pqrs.demo.world import World
from pqrs.law import Channel, Outcome
from pqrs.models import ServicePoint
from pqrs.office.evaluation import Purpose, Way

LOW, HIGH = 3, 4
"""Up to the first a comment complains, from the second on it thanks."""

COMMENTS = {
    "low": (
        "Me tocó volver tres veces.", "Respondieron otra cosa.", "Se demoraron mucho.",
        "La respuesta es de formato, no dice cuándo.", "No hay dónde sentarse y la fila es larga.",
    ),
    "middle": (
        "Bien, aunque la página se demora.", "Respondieron, falta que cumplan.",
        "La persona amable, el trámite largo.",
    ),
    "high": (
        "Rápido y claro.", "Vinieron y lo arreglaron, gracias.", "Explicaron todo con paciencia.",
        "Pensé que no iban a contestar y contestaron.", "Muy buena atención.",
    ),
}  # fmt: skip
SAYS_MORE = 0.35
AT_A_POINT = 0.55
"""How pleased a counter leaves people, on the scale of a department's pace from 0 to 1."""


def opinion_of_case(chance: Random, *, late: bool, pace: float) -> Opinion:
    """`pace`: the share of the term that its department usually takes; the slow please less."""
    return opinion_around(chance, 2.4 if late else 4.6 - 0.8 * pace)


def opinion_around(chance: Random, middle: float) -> Opinion:
    """Satisfaction about `middle`, and the other two answers in keeping with it."""
    satisfaction = star(chance.gauss(middle, 1.0))
    ease = star(chance.gauss((satisfaction + 3.8) / 2, 0.9))
    outcomes = {
        Outcome.YES: 0.05 + 0.21 * (satisfaction - 1),
        Outcome.PARTLY: 0.25,
        Outcome.NO: 0.75 - 0.18 * (satisfaction - 1),
    }
    weights = [max(weight, 0.02) for weight in outcomes.values()]
    return Opinion(
        outcome=chance.choices(list(outcomes), weights)[0],
        ease=ease,
        satisfaction=satisfaction,
        comment=comment_for(chance, satisfaction) if chance.random() < SAYS_MORE else "",
    )


def opinion_at_point(chance: Random, middle: float, aspects: tuple[str, ...]) -> Opinion:
    """What is said at a counter: what one came for, the stars, and what was missing."""
    satisfaction = star(chance.gauss(middle, 1.0))
    low = satisfaction < LOW
    purposes = {
        Purpose.COMPLAINT: 0.5 if low else 0.01,
        Purpose.RECOMMENDATION: 0.1,
        Purpose.SATISFACTION: 0.5,
        Purpose.PRAISE: 0.0 if low else 0.25,
    }
    return Opinion(
        satisfaction=satisfaction,
        comment=comment_for(chance, satisfaction) if chance.random() < SAYS_MORE else "",
        purpose=chance.choices(list(purposes), list(purposes.values()))[0],
        aspects=(chance.choice(aspects),) if low and aspects else (),
        way=chance.choices((Way.QR, Way.WEB, Way.WINDOW), (0.6, 0.2, 0.2))[0],
    )


def star(value: float) -> int:
    """On the published scale from 1 to 5."""
    return min(5, max(1, round(value)))


def comment_for(chance: Random, satisfaction: int) -> str:
    """A sentence that fits the stars."""
    mood = "low" if satisfaction < LOW else "high" if satisfaction >= HIGH else "middle"
    return chance.choice(COMMENTS[mood])


def expect_opinions(world: World, count: int, years: int) -> None:
    """`count` opinions on offices without a case, in the hours when these are open."""
    points = world.office.pack.service_points
    if not points:
        return
    for moment, _channel in world.rhythm.filing_moments(count, years):
        at_work = world.rhythm.moment_on(moment.date(), Channel.WINDOW)
        code = world.chance.choice(points).code
        world.agenda.add(at_work, partial(judge_point, world, code))


def judge_point(world: World, code: str, session: Session) -> None:
    """Somebody reads the sign at the counter and says how it went."""
    aspects = tuple(each.code for each in world.office.pack.entity.evaluation.aspects)
    middle = 4.2 - AT_A_POINT * (sum(code.encode()) % 3)
    opinion = opinion_at_point(world.chance, middle, aspects)
    point = session.get_one(ServicePoint, code)
    evaluate_point(
        session,
        point,
        opinion,
        token=world.token(),
        clock=world.agenda.now,
        following=Following(office=world.office),
    )
    expect_review(world, opinion, point.department)
