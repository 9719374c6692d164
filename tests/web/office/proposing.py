"""An administrator who proposes, a supervisor who decides, and the days they speak of."""

from datetime import date, timedelta

from pqrs.law import Calendar
from pqrs.office import Role
from pqrs.outside.now import today
from tests.walker import Answer, Walker
from tests.web.staff import at_work, petition_of

CLOSURE = "/administracion/reglas/cierre"


def working_day(place: int) -> date:
    """The working day so many after today, by the law's calendar."""
    return Calendar().add_working_days(today(), place)


def next_sunday() -> date:
    """A day nobody works."""
    return today() + timedelta(days=7 - today().isoweekday() or 7)


def boxes(name: str, day: date) -> dict[str, str]:
    """The three boxes of a date."""
    return {
        f"{name}-day": str(day.day),
        f"{name}-month": str(day.month),
        f"{name}-year": str(day.year),
    }


def the_act(number: str = "Decreto 045 de 2026") -> dict[str, str]:
    """What every proposal rests on."""
    return {"act": number, "officer": "Alcalde municipal", **boxes("act_on", today())}


def admin_of(app) -> Walker:
    return at_work(app, Role.ADMIN, None)


def supervisor_of(app) -> Walker:
    return at_work(app, Role.SUPERVISOR, None)


def press(walker: Walker, value: str, **typed: str) -> Answer:
    """The button of that value, in whichever form has it."""
    form = next(one for one in walker.forms() if value in one.buttons.get("press", set()))
    for name, words in typed.items():
        form.fill(name, words)
    return walker.send_form(form, ("press", value))


def look_ahead(admin: Walker, day: date, **typed: str) -> Answer:
    """Fill the form of a closure and ask what it would move."""
    admin.open(CLOSURE)
    return admin.submit(**{**boxes("first", day), **the_act(), **typed})


def propose(admin: Walker, day: date, **typed: str) -> str:
    """From the form to the page of the proposal; returns its address."""
    assert 200 == look_ahead(admin, day, **typed).status, admin.answer.html
    press(admin, "propose")
    return admin.answer.path


def sign(admin: Walker, **typed: str) -> Answer:
    """The form that signs the year on the page."""
    form = next(one for one in admin.forms() if "calendario" in one.action)
    for name, words in typed.items():
        form.fill(name, words)
    return admin.send_form(form)


def due_of(app, number: str) -> date:
    """When that case is due now."""
    due_on = petition_of(app, number).due_on
    assert due_on is not None
    return due_on
