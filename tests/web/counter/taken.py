"""A clerk at the counter, and what most petitions said there have in them."""

from pqrs.office import Role
from tests.walker import Walker, into_flask
from tests.web.staff import PASSWORD, hire, text_of

PAGE = "/ventanilla/radicar"
SAID = {
    "text": "La lámpara del poste frente a mi casa está apagada hace un mes.",
    "place": "VILLAGORGONA",
    "name": "Persona Inventada",
}


def clerk_with(app, client):
    """A clerk who works in this browser."""
    walker = Walker(into_flask(client))
    walker.open("/ingresar")
    walker.submit(email=hire(app, Role.CLERK, None), password=PASSWORD)
    return walker


def write(clerk, **changes):
    """The one page, sent."""
    clerk.open(PAGE)
    return clerk.submit(**SAID | changes)


def press(clerk, ending):
    """The button of the form that goes there."""
    form = next(form for form in clerk.forms() if form.action.partition("?")[0].endswith(ending))
    return clerk.send_form(form)


def take_down(clerk, **changes):
    """From the page to the paper: what the page says."""
    write(clerk, **changes)
    assert "/ventanilla/radicar/revise" == clerk.answer.path, clerk.answer.html
    press(clerk, "/enviar")
    assert "/ventanilla/radicar/listo" == clerk.answer.path, clerk.answer.html
    return text_of(clerk)
