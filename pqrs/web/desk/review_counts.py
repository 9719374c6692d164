"""How many unhappy opinions wait for somebody, by department: for who oversees the service."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.evaluation_review import ReviewCount, review_counts
from pqrs.web.desk import desk
from pqrs.web.identity import may
from pqrs.web.pages import page, the_app


@dataclass(frozen=True)
class ReviewCountsPage:
    """The sums first, then each department, the most late first."""

    rows: tuple[ReviewCount, ...]
    open: int
    late: int
    answered: int
    days: int


@desk.get("/bandeja/evaluaciones/revisiones")
@may(Permission.SEE_REVIEWS)
def reviews() -> ResponseReturnValue:
    """Counts alone: no opinion is read here."""
    rows = review_counts(db.session(), today())
    data = ReviewCountsPage(
        rows=rows,
        open=sum(row.open for row in rows),
        late=sum(row.late for row in rows),
        answered=sum(row.answered for row in rows),
        days=the_app().office.pack.entity.evaluation.review_days,
    )
    return page("desk/review_counts.html", data)
