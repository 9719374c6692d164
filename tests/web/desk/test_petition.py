"""The case on one screen."""

import pytest

from pqrs.models import by_number
from tests.build import POTHOLE, answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing


def opened(app, number, **person):
    official = at_work(app, **person)
    official.open(f"/bandeja/{number}")
    assert 200 == official.answer.status
    return official


def test_everything_needed_to_answer_is_on_it(app):
    number = a_case(app)

    words = text_of(opened(app, number))

    for each in (
        number,
        POTHOLE,
        "¿Por qué esta fecha?",
        "Faltan",
        "Persona Inventada",
        "Por qué está aquí",
        "Radicada",
        "Asignada",
        "El sistema",
        "La responde Secretaría de Infraestructura y Valorización.",
        "No es de mi dependencia",
    ):
        assert each in words


def test_the_date_is_explained_day_by_day(app):
    words = text_of(opened(app, a_case(app)))

    assert "Día por día" in words
    assert "sábado" in words


@pytest.mark.parametrize(
    "text",
    ["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>',
     "{{7*7}} ${7*7} %s%n {0.__class__}",
     "javascript:alert(1)", "Z̷̡a" + "\u0301" * 1000, "السلام عليكم 你好", "\u202egnp.exe"],
)  # fmt: skip
def test_whatever_the_citizen_wrote_is_shown_as_text(app, text):
    number = a_case(app, text=text, subject=text[:80])

    official = opened(app, number)

    assert "<script>alert" not in official.answer.html
    assert "<img src=x" not in official.answer.html
    assert "49" not in text_of(official).partition("Lo que escribió")[2].partition("respuesta")[0]


def test_a_signed_answer_is_shown_with_its_letter(app):
    number = a_case(app)
    with writing(app) as session:
        answered(session, app.office, session.merge(petition_of(app, number)), opened=False)

    official = opened(app, number)

    words = text_of(official)
    assert "Arreglamos el hueco." in words
    assert "firmada por Persona De La Entidad" in words
    assert "Firmada, sin entregar" in words


def test_a_closed_case_says_why_nothing_can_be_done(app):
    number = a_case(app)
    with writing(app) as session:
        answered(session, app.office, session.merge(petition_of(app, number)))

    official = opened(app, number)

    assert "Cerrada" in text_of(official)
    assert "body" not in {name for form in official.forms() for name in form.offers}
    assert "No se puede devolver:" in text_of(official)


def test_an_official_is_not_offered_what_only_the_head_may_do(app):
    assert "trasladar" not in text_of(opened(app, a_case(app)))


def test_every_clock_has_its_owner_and_its_date(app):
    words = text_of(opened(app, a_case(app)))

    for each in (
        "Todos los plazos (5)",
        "Dar el número de radicado. La dependencia",
        "Trasladarla, si le corresponde a otra entidad.",
        "Sin respuesta hasta ese día, se entiende negada.",
        "Ley 1437 de 2011, artículo 21",
    ):
        assert each in words


def test_the_date_goes_to_a_calendar_without_the_matter_or_the_person(app):
    number = a_case(app)
    official = opened(app, number)
    assert f'href="/bandeja/{number}/plazo.ics"' in official.answer.html

    text = official.open(f"/bandeja/{number}/plazo.ics").html.replace("\r\n ", "")

    assert f"SUMMARY:Vence el plazo para responder {number}" in text
    assert f"/bandeja/{number}\r\n" in text
    assert "Persona Inventada" not in text
    assert POTHOLE[:20] not in text


def test_an_answered_case_offers_no_date(app):
    number = a_case(app)
    with writing(app) as session:
        petition = by_number(session, number)
        assert petition is not None
        answered(session, app.office, petition)

    assert "plazo.ics" not in opened(app, number).answer.html
