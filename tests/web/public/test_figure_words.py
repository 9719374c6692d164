"""How honest a figure sounds."""

import pytest

from pqrs.office.evaluation import satisfaction
from pqrs.queries.one_way_tables import THRESHOLDS
from pqrs.queries.periods import Period
from pqrs.web.public.figure_words import (
    count_words,
    percent_words,
    period_words,
    share_cell,
    share_note,
    share_words,
)


@pytest.fixture(autouse=True)
def _request(app):
    with app.test_request_context():
        yield


@pytest.mark.parametrize(
    ("satisfied", "others", "big", "cell"),
    [
        (4, 1, "Sin dato", "Pocas"),
        (8, 2, "49 a 94 %", "49–94 % de 10"),
        (12, 0, "76 a 100 %", "76–100 % de 12"),
        (24, 6, "80 %", "80 % (63–91) de 30"),
        (312, 78, "80 %", "80 % (76–84) de 390"),
    ],
)
def test_a_share_with_its_interval(satisfied, others, big, cell):
    share = satisfaction({5: satisfied, 1: others})

    assert big == share_words(share).replace("\N{NBSP}", " ")
    assert cell == share_cell(share).replace("\N{NBSP}", " ")


def test_a_note_says_how_many_answered():
    few, many = satisfaction({5: 12}), satisfaction({5: 1000, 1: 500})

    assert "Es un rango: solo opinaron 12 personas." == share_note(few)
    assert share_note(many).endswith("Opinaron 1.500 personas.")
    assert "Se publica desde 10 respuestas." == share_note(satisfaction({5: 9}))


def test_what_is_hidden_says_so():
    assert ("Menos de 5", "Pocas") == (count_words(None), percent_words(None))
    assert "Menos de 10" == count_words(None, THRESHOLDS["kind"])


def test_a_period_in_words():
    assert ["2026", "abril a junio de 2026"] == [
        period_words(each) for each in (Period(2026), Period(2026, 2))
    ]
