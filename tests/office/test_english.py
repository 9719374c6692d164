"""A text in English is read by the Spanish words that the router knows."""

import pytest

from pqrs.office.english import in_spanish, is_english, lexicon
from pqrs.office.words import words
from tests.office.packs import candelaria
from tests.office.routed import router

LIGHT = "The street light in front of my house doesn't work, and my mother is afraid."


@pytest.mark.parametrize(
    "text",
    [
        LIGHT,
        "how much do I owe for the property tax of my lot?",
        "please fix the pothole",
    ],
)
def test_english_is_known_by_its_small_words(text):
    assert is_english(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "hola",
        "me cobran un sticker de parking en el shopping center",
        "The Voice Kids es el programa que vimos en la caseta",
        "no hay agua in my house desde el lunes y el niño está enfermo por eso",
    ],
)
def test_what_is_not_stays_as_it_is(text):
    assert text == in_spanish(text)


def test_the_longest_phrase_is_put_and_signs_and_unknown_words_stay():
    told = in_spanish(LIGHT)
    assert "lámpara del poste" in told
    assert told.endswith(".")
    assert "Zzyzx" in in_spanish("the dog of Zzyzx is my dog")


def test_no_spanish_text_that_teaches_is_taken_for_english():
    examples = candelaria().examples
    assert not [one.text for one in examples if one.style != "english" and is_english(one.text)]
    told = [is_english(one.text) for one in examples if one.style == "english"]
    assert sum(told) >= 0.98 * len(told) > 400


def test_the_list_has_phrases_as_they_are_looked_for():
    assert not [one for one in lexicon() if one != " ".join(words(one)) or len(one.split()) > 3]
    assert all(lexicon().values())
    assert len(lexicon()) > 5000


def test_it_goes_to_the_office_that_sees_to_it():
    assert "SP-ALU-01" == router().suggest(LIGHT).topic
