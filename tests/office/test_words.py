"""The Spanish analyser."""

import pytest

from pqrs.office.words import fold, is_common, stems, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("contaminación", "CONTAMINACION"),
        ("vías", "via"),
        ("camiones", "camión"),
        ("luces", "luz"),
        ("lámpara", "lamparas"),
        ("inundó", "inundaciones"),
        ("bombillos", "bombillo"),
        ("pavimentación", "pavimentar"),
        ("fumiguen", "fumigación"),
        ("veces", "vez"),
        ("niños", "niña"),
    ],
)
def test_two_writings_of_one_word_meet(one, other):
    assert stems(one) == stems(other)


def test_the_tilde_of_the_ene_is_kept():
    assert fold("Año del Ñandú, PINGÜINO") == "año del ñandu, pinguino"
    assert fold("n\u0303") == "ñ"
    assert stems("año") != stems("ano")


def test_only_words_count():
    assert words("<b>Cra. 8 #12-30</b>\0 ¿sí?") == ["b", "cra", "8", "12", "30", "b", "si"]


def test_a_row_of_letters_is_no_word():
    assert stems("a" * 100_000) == []


def test_words_without_matter_are_common():
    assert is_common("la")
    assert is_common("x")
    assert not is_common("basur")
