"""The place a text tells of."""

import pytest

from pqrs.office.place_in_text import PlaceFinder
from pqrs.office.places import Place
from tests.office.packs import candelaria


@pytest.fixture(scope="module")
def finder() -> PlaceFinder:
    return PlaceFinder(candelaria().places)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("por los lados de gorgona no hay agua", "VILLAGORGONA"),
        ("AQUI EN BIYAGORGONA", "VILLAGORGONA"),
        ("vivo en villa gorgona hace años", "VILLAGORGONA"),
        ("el barrio la aldea está oscuro", "VILLAGORGONA-LA-ALDEA"),
        ("en el barrio Municipal de El Carmelo", "EL-CARMELO-MUNICIPAL"),
        ("san juaquin", "SAN-JOAQUIN"),
        ("en la cabecera municipal", "CABECERA"),
        ("La Victoria, en Villagorgona", "VILLAGORGONA-LA-VICTORIA"),
    ],
)
def test_a_place_is_found_in_what_is_told(finder, text, code):
    assert code == finder.find(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no hay luz",
        "la victoria es nuestra",
        "el jardín infantil no abre",
        "barrio municipal",
        "entre el cabuyal y el carmelo",
        "señores alcaldía de Candelaria",
        "en Bogotá",
    ],
)
def test_none_two_or_a_common_word_is_no_place(finder, text):
    assert finder.find(text) is None


def test_an_entity_without_places_finds_none():
    assert PlaceFinder(()).find("en gorgona") is None


def test_a_place_whose_name_is_only_articles_is_never_found():
    finder = PlaceFinder([Place("LA", "La", "vereda"), Place("PALMAR", "El Palmar", "vereda")])

    assert finder.find("vivo en La") is None
    assert "PALMAR" == finder.find("en la vereda El Palmar no hay luz")
