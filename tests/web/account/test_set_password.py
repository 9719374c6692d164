"""The single-use link at which a person sets the password."""

from datetime import timedelta

import pytest

from pqrs.acts.manage_staff import new_link
from pqrs.outside.now import now
from tests.web.staff import hire, text_of, writing

GOOD = "mañana llueve en Villagorgona"


def a_link(app, email, hours_ago=0):
    with writing(app) as session:
        return "/cuenta/clave/" + new_link(
            session, email=email, at=now() - timedelta(hours=hours_ago)
        )


@pytest.mark.parametrize(
    "password", [GOOD, "ñ" * 3 + " seis perros grises", "la luna " + "x7 " * 63 + "ab7"]
)
def test_the_password_set_opens_the_door(app, walker, password):
    email = hire(app, password_hash=None)
    walker.open(a_link(app, email))
    walker.submit(password=password)
    assert "Su contraseña quedó guardada." in text_of(walker)

    walker.submit(email=email, password=password)

    assert "/bandeja" == walker.answer.path


@pytest.mark.parametrize(
    ("password", "message"),
    [
        ("", "Escriba una contraseña."),
        ("catorce letras", "Use 15 caracteres o más. Una frase sirve."),
        ("alcaldia2026", "Esa contraseña es muy usada. Elija otra."),
        ("Candelaria-Valle-2026", "Esa contraseña es muy usada. Elija otra."),
        ("x7" * 99 + "yyy", "Escriba máximo 200 caracteres. Lleva 201."),
        ("uno\ndos tres cuatro", "Escríbalo en una sola línea."),
        ("nulo\x00 cuatro cinco seis", "El texto tiene un carácter que no podemos guardar."),
    ],
)
def test_a_refused_password_says_why_and_leaves_the_link_alive(app, walker, password, message):
    link = a_link(app, hire(app))
    walker.open(link)
    walker.submit(password=password)
    assert 422 == walker.answer.status
    assert message in text_of(walker)

    walker.submit(password=GOOD)

    assert "/ingresar" == walker.answer.path


@pytest.mark.parametrize("case", ["used", "old", "replaced", "unknown"])
def test_a_link_that_is_no_good_is_gone(app, walker, case):
    email = hire(app)
    link = a_link(app, email, hours_ago=25 if case == "old" else 0)
    if case == "used":
        walker.open(link)
        walker.submit(password=GOOD)
    if case == "replaced":
        a_link(app, email)

    walker.open("/cuenta/clave/otra" if case == "unknown" else link)

    assert 410 == walker.answer.status
    assert "Este enlace ya se usó o venció" in text_of(walker)


def test_a_link_used_in_another_window_is_gone_here_too(app, walker):
    link = a_link(app, hire(app))
    walker.open(link)
    here = walker.prepare(password=GOOD)
    walker.submit(password=GOOD)

    walker.send_form(here)

    assert 410 == walker.answer.status
