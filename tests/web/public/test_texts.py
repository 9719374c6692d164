"""Texts that the frame of every page leads to."""

import pytest

from tests.web.staff import text_of


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/privacidad", "Versión 3, desde el 1 de diciembre de 2026. Ley 1581 de 2012."),
        ("/privacidad", "Quien lleva los mensajes de texto"),
        ("/privacidad", "a los 7 días ya no se muestra"),
        ("/accesibilidad", "WCAG 2.2, nivel AA"),
    ],
)
def test_what_they_say(walker, path, words):
    walker.open(path)

    assert words in text_of(walker)
    for link in ("/derechos", "/privacidad", "/accesibilidad"):
        assert f'href="{link}"' in walker.answer.html


def test_robots_stay_out_of_what_is_private(client):
    answer = client.get("/robots.txt")

    assert "Disallow: /bandeja\n" in answer.text
    assert "text/plain; charset=utf-8" == answer.content_type
