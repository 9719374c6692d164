"""The page that asks for what is missing."""

from pqrs.law import Phase
from tests.web.staff import a_case, at_work, petition_of, text_of


def asking(app, number, **changes):
    official = at_work(app)
    official.open(f"/bandeja/{number}/completar")
    words = {"items": "- La factura de marzo\n\n• Una foto"}
    return official, official.prepare(**{**words, **changes})


def test_each_thing_is_kept_apart_and_read_on_the_case(app):
    number = a_case(app)
    official, form = asking(app, number)
    assert "Tiene hasta el" in text_of(official)
    assert "Se le pide ahora por correo electrónico." in text_of(official)

    official.send_form(form)

    assert f"Pidió lo que falta en la petición {number}." in text_of(official)
    assert "<li>La factura de marzo</li><li>Una foto</li>" in official.answer.html
    assert Phase.WAITING is petition_of(app, number).phase


def test_who_has_no_address_is_told_by_somebody(app):
    official, _form = asking(app, a_case(app, reply_by="page", person=None))

    assert "Dígaselo hoy, en persona o por teléfono" in text_of(official)


def test_no_other_day_is_asked_for(app):
    _official, form = asking(app, a_case(app))

    assert ["items"] == list(form.offers)


def test_only_marks_is_nothing(app):
    official, form = asking(app, a_case(app), items="- \n•")

    official.send_form(form)

    assert 409 == official.answer.status
    assert "Diga qué falta: una cosa en cada renglón (Ley 1437 de 2011, artículo 17)." in text_of(
        official
    )
