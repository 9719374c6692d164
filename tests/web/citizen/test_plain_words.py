"""Plain language, measured: short sentences and an easy page (Fernández-Huerta, 60 or more)."""

import gzip
import re
from itertools import pairwise

import html5lib

from pqrs.web.assets import STATIC, join_layers
from tests.web.citizen.filling import ANSWERS

MOST_WORDS = 20
EASY = 60
FIRST_VIEW = 14_000
"""Bytes of page and style, compressed, on a first visit."""
WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+")
VOWELS = re.compile("[aeiouáéíóúü]+")
SENTENCE_END = re.compile(r"(?<=[.?!:;])\s+")
STRONG, ACCENTED = set("aeoáéó"), set("íú")
BLOCKS = {"p", "li", "label", "h1", "h2", "legend", "summary", "div", "dt", "dd"}
INSIDE = BLOCKS | {"form", "ul", "ol", "dl", "fieldset", "details", "section", "table", "select"}


def sentences(html):
    """What stands in the innermost blocks of the page."""
    main = next(html5lib.parse(html, namespaceHTMLElements=False).iter("main"))
    for block in main.iter():
        inner = (child for child in block.iter() if child is not block)
        if block.tag in BLOCKS and not any(child.tag in INSIDE for child in inner):
            yield from SENTENCE_END.split(" ".join("".join(block.itertext()).split()))


def syllables(word):
    """Groups of vowels, and one more for each hiatus."""
    return sum(
        1 + sum(is_hiatus(*pair) for pair in pairwise(group))
        for group in VOWELS.findall(word.lower())
    )


def is_hiatus(first, second):
    return {first, second} <= STRONG or bool({first, second} & ACCENTED)


def ease(words):
    """Of Fernández-Huerta; labels of one to three words are no sentences."""
    every = [word for each in words for word in each]
    whole = [each for each in words if len(each) > 3]
    of_words = sum(map(syllables, every)) / len(every)
    of_sentences = sum(map(len, whole)) / max(1, len(whole))
    return 206.84 - 60 * of_words - 1.02 * of_sentences


def faults(answer):
    """The sentences of a page that are too long, and its ease when it is too low."""
    words = [WORD.findall(sentence) for sentence in sentences(answer.html)]
    found = [f"{answer.path}: {' '.join(each)}" for each in words if len(each) > MOST_WORDS]
    if ease([each for each in words if each]) < EASY:
        found.append(f"{answer.path}: {ease(words):.0f}")
    return found


def test_every_page_of_the_form_is_easy_to_read(walker):
    pages = ["/", "/radicar/continuar", "/denunciar"]
    found = [fault for page in pages for fault in faults(walker.open(page))]
    walker.open("/radicar")
    for usual in ANSWERS.values():
        found += faults(walker.answer)
        walker.submit(**usual)
    found += faults(walker.answer)
    found += faults(walker.submit())
    found += faults(walker.open("/radicar/sobre-usted"))

    assert [] == found


def test_syllables_are_counted_as_they_are_said():
    said = {"agua": 2, "día": 2, "petición": 3, "teatro": 3, "ciudad": 2, "correo": 3}

    assert said == {word: syllables(word) for word in said}


def test_every_page_of_the_form_is_light(walker):
    style = len(gzip.compress(join_layers(STATIC).encode(), 9))
    weights = {}
    walker.open("/radicar")
    for answers in [*ANSWERS.values(), {}]:
        weights[walker.answer.path] = style + len(gzip.compress(walker.answer.html.encode()))
        walker.submit(**answers)
    weights[walker.answer.path] = style + len(gzip.compress(walker.answer.html.encode()))

    assert [*ANSWERS, "/radicar/revise", "/radicar/listo"] == list(weights)
    assert {} == {path: size for path, size in weights.items() if size > FIRST_VIEW}
