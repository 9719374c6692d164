"""Whom the service reaches, for who oversees it: quarters that are over, small counts merged."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.office.measures import SMALL_CELL_SENSITIVE, Group
from pqrs.office.population import Question
from pqrs.outside.now import today
from pqrs.queries.population import Population, population
from pqrs.web.desk import desk
from pqrs.web.identity import may
from pqrs.web.pages import page
from pqrs.web.population_words import QUESTIONS, said


@dataclass(frozen=True)
class Table:
    """One question in words; a count is None where it is too small."""

    title: str
    rows: tuple[tuple[str, int | None], ...]


@dataclass(frozen=True)
class Quarter:
    """One that is over. `forms` is None when fewer than ten said anything."""

    name: str
    forms: int | None
    tables: tuple[Table, ...]


@dataclass(frozen=True)
class PopulationPage:
    """This year and the one before, newest quarter first."""

    quarters: tuple[Quarter, ...]
    threshold: int = SMALL_CELL_SENSITIVE


@desk.get("/bandeja/poblacion")
@may(Permission.SEE_BOARD)
def show_population() -> ResponseReturnValue:
    """Counts alone, each question by itself."""
    year, session = today().year, db.session()
    found = (*population(session, year, today()), *population(session, year - 1, today()))
    data = PopulationPage(tuple(quarter_of(each) for each in found if each.forms is not None))
    return page("desk/population.html", data)


def quarter_of(found: Population) -> Quarter:
    """In words."""
    return Quarter(
        name=found.period.code,
        forms=found.forms,
        tables=tuple(
            Table(str(QUESTIONS[question]), tuple(row_of(question, group) for group in groups))
            for question, groups in found.tables.items()
        ),
    )


def row_of(question: Question, group: Group) -> tuple[str, int | None]:
    """One answer, or those that are too few to stand alone."""
    return " · ".join(said(question, answer) for answer in group.keys), group.count
