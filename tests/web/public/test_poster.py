"""The sheet beside a window."""

import pytest

from pqrs.outside.qr import qr_svg
from tests.web.staff import text_of


def test_it_names_the_point_and_leads_to_its_questions(app, walker):
    walker.open("/punto/PUNTO-HAC/cartel")

    assert "Atención de Secretaría de Hacienda Pública" in text_of(walker)
    assert "127.0.0.1:8000/punto/PUNTO-HAC" in text_of(walker)
    assert 'src="/punto/PUNTO-HAC/cartel.svg"' in walker.answer.html


def test_the_drawing_holds_the_address_and_may_be_kept(client):
    answer = client.get("/punto/punto-hac/cartel.svg")

    assert ("image/svg+xml", True) == (
        answer.mimetype,
        "max-age" in answer.headers["Cache-Control"],
    )
    assert qr_svg("http://127.0.0.1:8000/punto/PUNTO-HAC") == answer.data


@pytest.mark.parametrize("end", ["", ".svg"])
@pytest.mark.parametrize("code", ["NADA", "x" * 5000, "%D9%A3"])
def test_an_unknown_point_has_none(client, code, end):
    assert 404 == client.get(f"/punto/{code}/cartel{end}").status_code
