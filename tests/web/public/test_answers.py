"""`/respuestas`: found by whoever asks, whatever is typed; nothing says which case it came from."""

from datetime import timedelta

import pytest

from pqrs.acts.decide_answer import withdraw_answer
from pqrs.office import Role
from tests.build import a_public_answer, an_official
from tests.web.staff import text_of, writing

QUESTION = "¿Cómo pido que arreglen un hueco de la calle?"


@pytest.fixture
def answer(app):
    with writing(app) as session:
        return a_public_answer(session, app.office, an_official(session))


def test_it_is_found_and_read_without_an_account(app, walker, answer):
    walker.open("/")
    walker.open("/respuestas")
    assert QUESTION in text_of(walker)
    walker.submit(q="UECO en la caye")
    assert "Lo que encontramos" in text_of(walker)
    walker.open(f"/respuestas/{answer}")
    shown = text_of(walker)
    assert QUESTION in shown
    assert "Responde: Secretaría de Infraestructura" in shown
    kept = app.test_client().get(f"/respuestas/{answer}").headers["Cache-Control"]
    assert "public, max-age=60" == kept


@pytest.mark.parametrize(
    ("query", "status", "said"),
    [
        ("q=" + "a" * 20_000, 422, "Escriba máximo 200 caracteres. Lleva 20.000."),
        ("q=<b>hueco</b>", 200, QUESTION),
        ("q=%25", 200, "No encontramos ninguna"),
        ("q=impuesto+predial", 200, "No encontramos ninguna"),
        ("q=hueco&q=predial", 200, QUESTION),
        ("pagina=abc", 200, QUESTION),
        ("pagina=-1", 200, QUESTION),
        ("pagina=9999", 200, "No encontramos ninguna"),
        ("pagina=99999999999999999999", 200, QUESTION),
        ("dependencia=NADIE", 200, "No conocemos esa dependencia o ese tema"),
        ("tema=%00&dependencia=%27--", 200, "No conocemos esa dependencia o ese tema"),
        ("dependencia=INFRA&tema=VI-MAL-01", 200, QUESTION),
        ("dependencia=HAC", 200, "No encontramos ninguna"),
        ("q=%00", 422, "carácter que no podemos guardar"),
        ("q=%C3%28", 200, "encontramos"),
    ],
)
def test_whatever_is_typed_gets_a_page(app, walker, answer, query, status, said):
    found = walker.open(f"/respuestas?{query}")

    assert status == found.status
    assert said in text_of(walker)
    assert "<b>hueco" not in found.html


def test_an_address_tells_what_became_of_its_answer(app, walker, answer):
    with writing(app) as session:
        writer = an_official(session)
        waiting = a_public_answer(session, app.office, writer, decided=False, answer="Otra.")
        supervisor = an_official(session, Role.SUPERVISOR, None)
        withdraw_answer(session, answer, "Cambió el trámite", viewer=supervisor, office=app.office)
        newer = a_public_answer(session, app.office, writer, answer="Escríbanos.")
    assert 410 == walker.open(f"/respuestas/{answer}").status
    assert "Cambió el trámite" in text_of(walker)
    assert QUESTION not in text_of(walker)
    for nothing in (waiting, 999, "abc"):
        assert 404 == walker.open(f"/respuestas/{nothing}").status
    walker.open(f"/respuestas/{newer}?volver=revise")
    assert "Seguir con mi petición" in text_of(walker)
    walker.open(f"/respuestas/{newer}?volver=https://otro.example")
    assert "otro.example" not in walker.answer.html.partition("<main")[2]


def test_one_past_its_day_says_so_and_leaves_the_list(app, walker, monkeypatch):
    late = "Confírmela antes de usarla"
    with writing(app) as session:
        answer = a_public_answer(session, app.office, an_official(session))
    walker.open(f"/respuestas/{answer}")
    assert late not in text_of(walker)
    walker.open("/respuestas")
    assert QUESTION in text_of(walker)
    monkeypatch.setattr("pqrs.outside.now._shift", timedelta(days=366))
    assert 200 == walker.open(f"/respuestas/{answer}").status
    assert late in text_of(walker)
    assert QUESTION in text_of(walker)
    walker.open("/respuestas")
    assert QUESTION not in text_of(walker)
