"""A rule in words."""

from datetime import date

import pytest

from pqrs.web.office.routing_words import body_name, place_name, topic_name, validity

FIRST, LAST = date(2026, 3, 1), date(2026, 3, 31)


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (None, None, "Siempre"),
        (FIRST, None, "Desde el 1 de marzo de 2026"),
        (None, LAST, "Hasta el 31 de marzo de 2026"),
        (FIRST, LAST, "Del 1 de marzo de 2026 al 31 de marzo de 2026"),
    ],
)
def test_how_long_it_holds(app, begins, ends, said):
    with app.test_request_context():
        assert said == validity(begins, ends)


def test_names_or_the_code_of_what_is_gone(app):
    with app.test_request_context():
        assert "Todo el municipio" == place_name("")
        assert ("MARTE", "X", "NADIE") == (place_name("MARTE"), topic_name("X"), body_name("NADIE"))
        assert "Villagorgona" == place_name("VILLAGORGONA")
