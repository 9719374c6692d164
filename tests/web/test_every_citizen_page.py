"""What each citizen page weighs on a slow line, whom it asks, and how hard it is to read.

One walk over every address that needs nothing, over a filing from the first question to the
receipt, and over a case that waits, is asked something, and is answered.
"""

import gzip
import re

import html5lib
import pytest

from tests.e2e.crawl import NOT_PAGES
from tests.filing import file_by_hand
from tests.walker import Walker, into_flask
from tests.web.citizen.own import own
from tests.web.reading import reading_of, syllables, word_count

FIRST_VIEW, WHOLE_PAGE, MOST_REQUESTS = 14_000, 30_000, 3
"""Bytes of HTML and style; of everything, with the scripts it may use; page, style and script.

The icon is asked for once by the browser and not by each page.
"""
WITH_ONE_MORE = {"/radicar/listo", "/formulario-en-papel"}
"""The receipt has its QR, the form in paper the style of its lines."""
LONGEST_SENTENCE, LONGEST_PARAGRAPH, EASE = 20, 60, 60
"""Words; words, which are five lines of 66 letters; Fernández-Huerta's beginning of «normal»."""
NAMES = {"/radicar/tema"}
"""Lists of topics by name, which are no sentences."""
LOADED = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}
MODULE = re.compile(r'data-module="([\w-]+)"')
DOORS = ("citizen.", "public.")
WALKED: dict[str, str] = {}
"""Kept from the first test that walks to the next."""


def plain_paths(app):
    """Pages of citizens and of the public that need nothing in their address."""
    return sorted(
        rule.rule
        for rule in app.url_map.iter_rules()
        if "GET" in (rule.methods or ())
        and not rule.arguments
        and rule.endpoint.startswith(DOORS)
        and not rule.rule.endswith(NOT_PAGES)
    )


@pytest.fixture
def pages(app):
    """Every page, by its place in the walk and its address."""
    if WALKED:
        return WALKED
    send = into_flask(app.test_client())

    def remember(method, path, values):
        answer = send(method, path, values)
        if answer.html.startswith("<!doctype html>"):
            WALKED[f"{len(WALKED)} {answer.path}"] = answer.html
        return answer

    walker = Walker(remember)
    for path in plain_paths(app):
        walker.open(path)
    file_by_hand(walker)
    mine = own(app, walker)
    mine.asked()
    for path in plain_paths(app):
        if path.startswith("/seguimiento"):
            walker.open(path)
    mine.answered()
    walker.open("/seguimiento")
    return WALKED


def packed(body: bytes) -> int:
    return len(gzip.compress(body, 6))


def loaded(html):
    """What a browser asks for by itself."""
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    for name, attribute in LOADED.items():
        for element in tree.iter(name):
            if name == "link" and element.get("rel") not in {"stylesheet", "icon", "preload"}:
                continue
            if element.get(attribute):
                yield element.get(attribute)


@pytest.fixture
def size(client):
    """Bytes of an address as they travel, asked once."""
    sizes = {}

    def size(address):
        if address not in sizes:
            body = client.get(address).data
            is_text = address.endswith((".css", ".js", ".svg"))
            sizes[address] = packed(body) if is_text else len(body)
        return sizes[address]

    return size


def weight_faults(path, html, size):
    asked = list(loaded(html))
    counted = [address for address in asked if not address.endswith("favicon.svg")]
    modules = [f"/static/x/js/modules/{module}.js" for module in set(MODULE.findall(html))]
    style = [address for address in asked if address.endswith(".css")]
    first = packed(html.encode()) + sum(map(size, style))
    whole = packed(html.encode()) + sum(map(size, [*asked, *modules]))
    most = MOST_REQUESTS + (path in WITH_ONE_MORE)
    yield from (address for address in asked if not address.startswith("/"))
    if first > FIRST_VIEW:
        yield f"first view {first}"
    if whole > WHOLE_PAGE:
        yield f"whole page {whole}"
    if 1 + len(counted) > most:
        yield f"{1 + len(counted)} requests"


def reading_faults(path, html):
    found = reading_of(html)
    if word_count(found.longest_sentence) > LONGEST_SENTENCE:
        yield found.longest_sentence
    if word_count(found.longest_paragraph) > LONGEST_PARAGRAPH:
        yield found.longest_paragraph
    if found.ease < EASE and path not in NAMES:
        yield f"ease {found.ease:.0f}"


def faults(pages, look):
    found = {name: list(look(name.partition(" ")[2], html)) for name, html in pages.items()}
    return {name: faults for name, faults in found.items() if faults}


def test_every_page_is_light_and_asks_nobody_else(pages, size):
    assert len(pages) > 40
    assert {} == faults(pages, lambda path, html: weight_faults(path, html, size))


def test_every_page_is_plain(pages):
    assert {} == faults(pages, reading_faults)


def test_every_page_speaks_to_a_person(pages):
    """Help stands after the content on each, and no asterisk says what has to be filled in."""
    wrong = [
        name
        for name, html in pages.items()
        if not -1 < html.find("</main>") < html.find('<aside class="help"')
        or re.search(r"<label[^>]*>[^<]*\*", html)
    ]

    assert [] == wrong


def test_no_style_asks_for_a_font_or_a_picture(client):
    style = client.get("/static/x/css/app.css").text

    assert [] == re.findall(r"@font-face|@import|url\((?!data:)[^)]*\)", style)


@pytest.mark.parametrize(
    ("word", "count"),
    [("que", 1), ("guía", 2), ("oído", 3), ("ciudad", 2), ("petición", 3), ("leer", 2), ("y", 1)],
)
def test_syllables_are_counted_as_they_are_heard(word, count):
    assert count == syllables(word)
