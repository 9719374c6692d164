"""`/seguimiento/por-que`: each date it had and each day, by weeks on a screen, whole on paper."""

import html5lib
import pytest

from tests.acts.own_case import WORDS
from tests.web.citizen.filling import errors_of
from tests.web.citizen.own import own


@pytest.fixture
def mine(app, walker):
    return own(app, walker)


def test_every_day_is_there_with_its_reason(mine, walker):
    assert "/seguimiento/por-que" in walker.answer.html
    answer = walker.open("/seguimiento/por-que")
    tree = html5lib.parse(answer.html, namespaceHTMLElements=False)
    *_weeks, whole = tree.iter("table")
    totals = [row.findall("td")[-1].text for row in whole.find("tbody").iter("tr")]

    assert "15" == totals[-1]
    assert "Ley 4 de 1913, artículo 62" in answer.html
    assert "Cómo cambió la fecha" not in answer.html


def test_the_chain_shows_each_date_it_had(mine, walker):
    mine.asked()
    assert "El término está detenido" in errors_of(walker.open("/seguimiento/por-que"))
    walker.send_form(mine.form("/seguimiento/completar", text=WORDS))
    seen = errors_of(walker.open("/seguimiento/por-que"))

    places = [seen.index(words) for words in ("Plazo inicial", "Se detuvo: se pidió completar",
              "Siguió: llegó lo que faltaba")]  # fmt: skip
    assert places == sorted(places)
    assert "Sin fecha: el término no corre" in seen
