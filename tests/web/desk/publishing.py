"""An answered case, and the form that turns its answer into one for all."""

from pqrs.acts.file_petition import Person
from tests.build import answered
from tests.web.staff import a_case, found, writing

QUESTION = "¿Cómo pido que arreglen un hueco?"
ANSWER = "Radique un reclamo y diga el barrio."
ANA = Person(name="Rosalba Cuellar", email="rosalba@example.com")


def an_answered_case(app, **changes):
    number = a_case(app, **changes)
    with writing(app) as session:
        answered(session, app.office, found(session, number))
    return number


def fill(walker, press=None, **typed):
    form = walker.prepare(**{"question": QUESTION, "answer": ANSWER, "topic": "VI-MAL-01"} | typed)
    return walker.send_form(form, press) if press else walker.send_form(form)
