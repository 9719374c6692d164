"""By which words a published answer is found, and when it is offered."""

import pytest

from pqrs.office.answer_words import (
    MOST_SOUGHT,
    OF_ANSWER,
    OF_QUESTION,
    OF_TOPIC,
    Known,
    answers_it,
    meant_by,
    said_in,
    sought_in,
    weights_of,
)
from tests.office.packs import candelaria

QUESTION = "¿Dónde aviso que una lámpara del alumbrado está apagada?"
TOPIC = "SP-ALU-01"


def one(word):
    (heard,) = said_in(word)
    return heard


def test_a_word_counts_by_the_best_place_where_it_stands():
    topic = candelaria().topic(TOPIC)
    found = weights_of(QUESTION, "La lámpara se arregla en la secretaría.", topic)

    assert OF_QUESTION == found[one("lamparas")]
    assert OF_TOPIC == found[one("bombillo")]
    assert OF_ANSWER == found[one("secretaria")]
    assert one("bombillo") not in weights_of(QUESTION, "", None)


def test_few_words_of_a_long_text_are_looked_for():
    letters = "abcdefghij"
    many = " ".join(f"{a}o{b}u{c}a" for a in letters for b in letters for c in letters)

    assert MOST_SOUGHT == len(sought_in(many))
    assert frozenset() == sought_in("¿y de la?")


@pytest.mark.parametrize(
    ("sought", "meant"),
    [
        ("alumbrado", {"alumbrado"}),
        ("alunbrado", {"alumbrado"}),
        ("alumbado", {"alumbrado"}),
        ("alumbrrado", {"alumbrado"}),
        ("alubmrado", {"alumbrado"}),
        ("alunvrado", set()),
        ("alumbradores", set()),
        ("casa", set()),
        ("12345", set()),
    ],
)
def test_one_letter_of_a_long_word_is_forgiven(sought, meant):
    assert meant == meant_by(sought, ["alumbrado", "cama", "12346", "otra"])


@pytest.mark.parametrize(
    ("text", "topics", "offered"),
    [
        ("Hay una lampara apagada en mi cuadra", {TOPIC}, True),
        ("La lámpara de la esquina", {TOPIC}, False),
        ("Se cayó un árbol", {TOPIC}, False),
        ("El alumbrado: una lámpara está apagada, ¿dónde aviso?", set(), True),
        ("Hay una lampara apagada en mi cuadra", {"VI-MAL-01"}, False),
    ],
)
def test_only_what_is_really_alike_is_offered(text, topics, offered):
    words = said_in(QUESTION)
    answer = Known(TOPIC, words, words | said_in("Diga el barrio y el poste."))

    assert offered == answers_it(sought_in(text), topics, answer)


def test_a_word_that_sounds_like_a_common_one_says_something():
    assert {one("perros"), "45"} == said_in("quiero saber, pero de los perros, y 45 de ellos")
