"""How hard a page is to read: its sentences, its paragraphs, and Fernández-Huerta's measure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

PROSE = {"p", "li", "dd", "h1", "h2", "h3", "label", "legend", "summary"}
APART = PROSE | {"ul", "ol", "table", "dl", "details", "div", "section", "form", "nav"}
WORD = re.compile(r"[A-Za-zÁÉÍÓÚÜÑáéíóúüñ]+")
END = re.compile(r"(?<=[.?!:·])\s+")
NUCLEUS = re.compile(r"[aeiouáéíóúü]+")
SILENT = re.compile(r"([qg])u(?=[eéií])")
STRONG = "aáeéoóíú"


@dataclass(frozen=True)
class Reading:
    """`ease`: from 0, very hard, to 100; 60 to 70 is «normal». The rest in words."""

    ease: float
    mean_sentence: float
    longest_sentence: str
    longest_paragraph: str


def reading_of(html: str) -> Reading:
    """Of what stands in the page's main part."""
    paragraphs = list(blocks(html))
    sentences = [one for text in paragraphs for one in END.split(text) if WORD.search(one)]
    words = [word for sentence in sentences for word in WORD.findall(sentence)]
    mean = len(words) / len(sentences)
    a_hundred = 100 * sum(map(syllables, words)) / len(words)
    return Reading(
        ease=206.84 - 0.60 * a_hundred - 1.02 * mean,
        mean_sentence=mean,
        longest_sentence=max(sentences, key=word_count),
        longest_paragraph=max(paragraphs, key=word_count),
    )


def word_count(text: str) -> int:
    return len(WORD.findall(text))


def syllables(word: str) -> int:
    """Groups of vowels, two for a hiatus; the u of que and gui is not heard."""
    count = 0
    for nucleus in NUCLEUS.findall(SILENT.sub(r"\1", word.lower())):
        count += 1 + sum(a in STRONG and b in STRONG for a, b in pairwise(nucleus))
    return max(count, 1)


def blocks(html: str) -> Iterator[str]:
    """Each paragraph, item, heading and label by itself."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for element in next(tree.iter("main")).iter():
        if element.tag in PROSE and (text := " ".join(own_text(element).split())):
            yield text


def own_text(element: Element) -> str:
    """Its words without those of a block inside it."""
    inside = (
        (" " if child.tag in APART else own_text(child)) + (child.tail or "") for child in element
    )
    return (element.text or "") + "".join(inside)
