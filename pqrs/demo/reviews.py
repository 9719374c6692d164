"""What heads of department do about unhappy opinions: most are looked into, some in time."""

from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.evaluate import Opinion
from pqrs.acts.review_evaluation import ReviewPress, review_evaluation
from pqrs.demo.world import World
from pqrs.models import EvaluationReview, ReviewStatus
from pqrs.office import Role
from pqrs.office.evaluation import review_reason

LOOKED_INTO = 0.93
LONGEST = 8
"""Working days; a review is due in five, so some are late."""

DONE = (
    "Hablamos con quienes atienden esa ventanilla y revisamos los tiempos de espera.",
    "Revisamos el caso. La respuesta se amplió y se explicó lo que faltaba.",
    "Llamamos a quien atendió. Se acordó explicar los requisitos antes de pedirlos.",
    "Se reforzó la atención en las horas de más fila.",
    "Se recordó al equipo cómo se atiende a las personas mayores.",
)


def expect_review(world: World, opinion: Opinion, department: str) -> None:
    """When the opinion asks for a review, somebody of the department does one some day."""
    reason = review_reason(
        opinion.purpose, opinion.outcome, opinion.satisfaction, left_contact=False
    )
    if reason is None or not world.happens(LOOKED_INTO):
        return
    days = world.chance.randrange(1, LONGEST)
    moment = world.rhythm.office_day_after(world.agenda.now(), days)
    world.agenda.add(moment, partial(review_oldest, world, department))


def review_oldest(world: World, department: str, session: Session) -> None:
    """The one that has waited longest."""
    query = (
        select(EvaluationReview.id)
        .where(
            EvaluationReview.department == department,
            EvaluationReview.status == ReviewStatus.OPEN,
        )
        .order_by(EvaluationReview.due_on, EvaluationReview.id)
        .limit(1)
    )
    review = session.scalar(query)
    if review is not None:
        head = world.staff.one(Role.HEAD, department)
        press = ReviewPress(review=review, viewer=head, office=world.office)
        review_evaluation(session, press, world.chance.choice(DONE))
