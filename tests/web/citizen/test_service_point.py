"""The page behind the QR on a wall."""

from urllib.parse import quote

import pytest

from pqrs.models import Base
from pqrs.office.evaluation import DEVICE_LIMIT, SetApart
from tests.web.citizen.test_evaluate import kept
from tests.web.staff import text_of


def test_the_same_questions_about_this_point(app, walker):
    walker.open("/punto/PUNTO-HAC")
    assert "Atención de Secretaría de Hacienda Pública" in text_of(walker)
    assert 'name="point"' not in walker.answer.html

    answer = walker.submit(purpose="satisfaction", satisfaction="3")

    assert "/evaluar/gracias/HAC" == answer.path
    assert [("PUNTO-HAC", "qr")] == [(row.service_point, row.way.value) for row in kept(app)]


def test_the_code_in_any_case(walker):
    answer = walker.open("/punto/ventanilla")

    assert (200, "/punto/VENTANILLA") == (answer.status, answer.path)


@pytest.mark.parametrize("code", ["NADA", "x" * 5000, "' OR 1=1--", "٣", "<b>"])
def test_a_point_that_no_longer_exists_leads_to_the_list(walker, code):
    answer = walker.open(f"/punto/{quote(code)}")

    assert 404 == answer.status
    assert "Elija de la lista dónde lo atendieron." in text_of(walker)
    assert 'href="/evaluar"' in answer.html
    assert "<b>" not in answer.html.partition("<main")[2].partition("</main>")[0]


def test_what_one_device_puts_in_masses_is_kept_apart(app, walker):
    for _ in range(DEVICE_LIMIT + 2):
        walker.open("/punto/PUNTO-HAC")
        answer = walker.submit(purpose="praise", satisfaction="5")
        assert "/evaluar/gracias/HAC" == answer.path

    reasons = [row.set_apart for row in kept(app)]
    assert [None] * DEVICE_LIMIT + [SetApart.ONE_DEVICE] * 2 == reasons


def test_no_address_is_written_anywhere(app, walker):
    walker.open("/punto/PUNTO-HAC")
    walker.submit(purpose="praise", satisfaction="5")

    with app.app_context(), app.sessions() as session:
        dump = [
            str(tuple(row))
            for table in Base.metadata.sorted_tables
            for row in session.execute(table.select())
        ]
    assert not [row for row in dump if "127.0.0.1" in row]
