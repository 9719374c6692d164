"""What everybody tries first, and what only sounds like it."""

import pytest

from pqrs.web.account.used_passwords import is_very_used

PLACES = ("Candelaria", "Valle del Cauca")


@pytest.mark.parametrize(
    "password",
    ["alcaldia2026", "Alcaldía-2026!", "contraseña", "C0lombia".replace("0", "o") + "1234567890",
     "P@ssword2026....", "aaaaaaaaaaaaaaa", "abcabcabcabcabc", "qwertyuiopasdfg", "123456789012345",
     "987654321098765", "demo-candelaria-2026", "2026 2026 2026 2026", "1234 5678 9012 3456"],
)  # fmt: skip
def test_very_used(password):
    assert is_very_used(password, PLACES)


def test_the_entity_s_own_name_is_used_only_there():
    assert is_very_used("Villa Ejemplo 2026!", ("Villa Ejemplo", "Región Inventada"))
    assert not is_very_used("Villa Ejemplo 2026!", PLACES)


@pytest.mark.parametrize(
    "password",
    ["mañana llueve en Villagorgona", "la alcaldía abre a las siete", "caballo correcto pila",
     "candelaria y su feria del sol", "q7-Zr.11 maíz pira", "3,1415926535897932"],
)  # fmt: skip
def test_one_s_own(password):
    assert not is_very_used(password, PLACES)
