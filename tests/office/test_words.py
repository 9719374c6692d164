"""The Spanish analyser."""

import pytest

from pqrs.office.words import fold, heard, is_common, sound, spoken_words, stems, words


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
    assert not is_common(heard("basura"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hueco", "ueko"),
        ("vereda", "bereda"),
        ("lluvia", "yubia"),
        ("quema", "kema"),
        ("cañaduzal", "kanadusal"),
        ("gente", "jente"),
        ("zancudo", "sancudo"),
        ("carro", "caro"),
        ("huevo", "uebo"),
        ("casita", "casas"),
        ("perritos", "perro"),
    ],
)
def test_words_that_sound_the_same_meet(one, other):
    assert heard(one) == heard(other)


def test_sounds_that_differ_stay_apart():
    assert sound("chaza") != sound("casa")
    assert sound("gato") != sound("jato")
    assert sound("guiso") == "giso"


def test_an_endless_word_is_not_spoken():
    assert spoken_words(f"hola {'a' * 41} mundo") == ["hola", "mundo"]
