"""The page that asks for what is missing."""

import pytest

from pqrs.law import Phase
from pqrs.outside.now import today
from tests.web.staff import a_case, at_work, petition_of, text_of


def asking(app, number, **changes):
    official = at_work(app)
    official.open(f"/bandeja/{number}/completar")
    words = {"items": "- La factura de marzo\n\n• Una foto", "how": "today"}
    return official, official.prepare(**{**words, **changes})


def test_each_thing_is_kept_apart_and_read_on_the_case(app):
    number = a_case(app)
    official, form = asking(app, number)
    assert "Tiene hasta el" in text_of(official)
    assert "Por correo electrónico, ahora" in text_of(official)

    official.send_form(form)

    assert f"Pidió lo que falta en la petición {number}." in text_of(official)
    assert "<li>La factura de marzo</li><li>Una foto</li>" in official.answer.html
    assert Phase.WAITING is petition_of(app, number).phase


def test_who_has_no_address_is_told_by_somebody(app):
    official, _form = asking(app, a_case(app, reply_by="page", person=None))

    assert "Hoy, en persona o por teléfono" in text_of(official)


@pytest.mark.parametrize(
    ("day", "message"),
    [
        (("", "", ""), "Escriba el día en que se le comunicó."),
        (("31", "2", "2026"), "Escriba una fecha que exista"),
        (("1", "1", "1850"), "Escriba una fecha que exista"),
    ],
)
def test_another_day_is_a_day(app, day, message):
    number = a_case(app)
    names = ("communicated_on-day", "communicated_on-month", "communicated_on-year")
    official, form = asking(app, number, how="day", **dict(zip(names, day, strict=True)))

    official.send_form(form)

    assert 422 == official.answer.status
    assert message in text_of(official)
    assert "La factura de marzo" in official.answer.html
    assert Phase.OPEN is petition_of(app, number).phase


def test_a_day_still_to_come_is_refused_with_the_article(app):
    names = ("communicated_on-day", "communicated_on-month", "communicated_on-year")
    day = (str(today().day), str(today().month), str(today().year + 1))
    official, form = asking(app, a_case(app), how="day", **dict(zip(names, day, strict=True)))

    official.send_form(form)

    assert 409 == official.answer.status
    assert "Ley 1437 de 2011, artículo 17" in text_of(official)
    assert "La factura de marzo" in official.answer.html


def test_only_marks_is_nothing(app):
    official, form = asking(app, a_case(app), items="- \n•")

    official.send_form(form)

    assert 409 == official.answer.status
    assert "Diga qué falta: una cosa en cada renglón (Ley 1437 de 2011, artículo 17)." in text_of(
        official
    )
