"""The case on one screen."""

import pytest

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
