"""`/`: the start page: what this is for, the ways in, how long it takes."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue

from pqrs.extensions import db
from pqrs.law import Kind, Unit
from pqrs.models import rules_for
from pqrs.outside.now import today
from pqrs.web.citizen import citizen
from pqrs.web.pages import page


@dataclass(frozen=True)
class HomePage:
    """Working days to answer a petition in general, and one for information or documents."""

    days: int
    information_days: int


@citizen.get("/")
def home() -> ResponseReturnValue:
    """The four doors."""
    return page("citizen/home.html", HomePage(days_for(Kind.CLAIM), days_for(Kind.INFORMATION)))


def days_for(kind: Kind) -> int:
    """Working days of the term in force today; 0 when nothing is due."""
    term = rules_for(db.session(), today()).term_for(kind, today())
    return term.amount if term.unit is Unit.WORKING_DAY else 0
