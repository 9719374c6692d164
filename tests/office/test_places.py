"""Places as people write them."""

import pytest

from pqrs.office.places import Place, PlaceIndex
from tests.office.packs import candelaria, villa


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("VILLAGORGONA", "VILLAGORGONA"),
        ("villagorgona-la-victoria", "VILLAGORGONA-LA-VICTORIA"),
        ("Villa Gorgona", "VILLAGORGONA"),
        ("gorgona", "VILLAGORGONA"),
        ("San Juaquin", "SAN-JOAQUIN"),
        ("CORREGIMIENTO DE EL CARMELO", "EL-CARMELO"),
        ("Carmelo", "EL-CARMELO"),
        ("Poblado Campestre", "POBLADO-CAMPESTRE"),
        ("la victoria, villagorgona", "VILLAGORGONA-LA-VICTORIA"),
        ("Villagorgona - La Victoria", "VILLAGORGONA-LA-VICTORIA"),
        ("barrio Municipal (El Carmelo)", "EL-CARMELO-MUNICIPAL"),
        ("calle 5 # 3-2, Villagorgona", "VILLAGORGONA"),
        ("Candelaria", "CABECERA"),
        ("Villagorgona, Candelaria, Valle del Cauca", "VILLAGORGONA"),
        ("barrio Obrero, Candelaria", "CABECERA-OBRERO"),
    ],
)
def test_a_place_is_found(typed, code):
    place = candelaria().find_place(typed)
    assert place is not None
    assert code == place.code


@pytest.mark.parametrize(
    "typed",
    ["", "   ", "La Victoria", "Municipal", "Bogotá", "La Aldea, El Carmelo", "\0", "x" * 20_000],
)
def test_an_unknown_or_ambiguous_name_is_no_place(typed):
    assert candelaria().find_place(typed) is None


def test_upwards_goes_from_the_barrio_to_the_corregimiento():
    upwards = list(candelaria().place_index.upwards("VILLAGORGONA-BELEN"))
    assert upwards == ["VILLAGORGONA-BELEN", "VILLAGORGONA"]
    assert list(candelaria().place_index.upwards("nowhere")) == []


def test_the_area_is_the_widest_place_around():
    assert villa().area_of("LOMA-SAN-JOSE") == "LA-LOMA"
    assert villa().area_of("CENTRO") == "CENTRO"
    assert villa().area_of(None) is None
    assert villa().area_of("nowhere") is None


def test_every_official_place_is_found_by_its_own_name_and_code():
    pack = candelaria()
    for place in pack.places:
        assert pack.find_place(place.code) == place
        if place.dane_code:
            assert pack.find_place(place.name) == place


def test_an_index_without_places_finds_nothing():
    assert PlaceIndex(()).find("La Loma") is None
    assert PlaceIndex([Place("A", "Alfa", "vereda")]).find("alfa") == Place("A", "Alfa", "vereda")
