"""The page behind the QR on a wall."""

from tests.web.citizen.test_evaluate import kept
from tests.web.staff import text_of


def test_the_same_questions_about_this_point(app, walker):
    walker.open("/punto/PUNTO-HAC")
    assert "Atención de Secretaría de Hacienda Pública" in text_of(walker)
    assert 'name="point"' not in walker.answer.html

    answer = walker.submit(outcome="partly", ease="3", satisfaction="3")

    assert "/evaluar/gracias/HAC" == answer.path
    assert ["PUNTO-HAC"] == [row.service_point for row in kept(app)]


def test_the_code_in_any_case(walker):
    assert 200 == walker.open("/punto/ventanilla").status


def test_an_unknown_point(walker):
    assert 404 == walker.open("/punto/NADA").status
