"""The page of figures as a reader meets it."""

import gzip

import pytest

from pqrs.web.public.figures_cache import KEY
from tests.statements import statements
from tests.web.public.history import file_and_answer, opine
from tests.web.staff import text_of

REFUSAL = "Ese corte no se publica para proteger la identidad de las personas."
FIRST_VIEW = 14_000


def test_it_tells_the_new_figures_at_once(app, walker):
    walker.open("/estadisticas")
    assert "Recibimos 0 peticiones." in text_of(walker)
    file_and_answer(app, 26, 20)
    opine(app, satisfied=24, others=6)

    walker.open("/estadisticas")

    for words in (
        "Recibimos 26 peticiones. De cada 100 respondidas, 100 llegaron a tiempo.",
        "De cada 100 personas que opinaron, 80 quedaron satisfechas.",
        "Entre 63 y 91 de cada 100. Opinaron 30 personas.",
        "Secretaría de Infraestructura y Valorización",
        "¿Cómo se calcula?",
        "Qué falta en estas cifras",
    ):
        assert words in text_of(walker)


def test_another_cut_is_refused_with_the_year_below(walker):
    answer = walker.open("/estadisticas?periodo=2026-03-01&orden=<script>alert(1)</script>")

    assert 422 == answer.status
    assert REFUSAL in text_of(walker)
    assert "¿Cuántas y a tiempo?" in text_of(walker)
    assert "alert(1)" not in answer.html


def test_what_did_not_change_is_not_sent_again(client):
    first = client.get("/estadisticas")
    again = client.get("/estadisticas", headers={"If-None-Match": first.headers["ETag"]})

    assert (200, 304) == (first.status_code, again.status_code)
    assert b"" == again.data
    assert "Set-Cookie" not in first.headers
    assert "no-store" not in first.headers["Cache-Control"]


def test_a_new_case_changes_the_tag(app, client):
    first = client.get("/estadisticas").headers["ETag"]
    file_and_answer(app, 5, 0)

    assert 200 == client.get("/estadisticas", headers={"If-None-Match": first}).status_code


def test_who_comes_second_asks_the_database_for_the_version_alone(app, client):
    client.get("/estadisticas")
    with app.app_context(), app.sessions() as session, statements(session) as ran:
        client.get("/estadisticas")

    assert 2 == len([statement for statement in ran if statement.startswith("SELECT")])
    assert 1 == len(app.extensions[KEY].answers)


def test_the_first_view_is_light(app, client):
    file_and_answer(app, 6, 0)
    page = client.get("/estadisticas", headers={"Accept-Encoding": "gzip"})
    style = client.get("/static/x/css/app.css", headers={"Accept-Encoding": "gzip"})

    assert "gzip" == page.headers["Content-Encoding"]
    assert "Cómo vamos" in gzip.decompress(page.data).decode()
    assert len(page.data) + len(style.data) <= FIRST_VIEW


def test_nothing_of_the_reader_is_kept_for_others(app, client):
    with client.session_transaction() as session:
        session["csrf_token"] = "secreto-de-una-persona"
    client.get("/estadisticas")

    assert all(b"secreto" not in asset.body for asset in app.extensions[KEY].answers.values())


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_it_is_only_read(client, method):
    assert 405 == getattr(client, method)("/estadisticas").status_code
