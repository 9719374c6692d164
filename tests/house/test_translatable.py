"""Every word a person reads goes through gettext: what stands in a template is markup alone."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment

PAGES = sorted(path for path in Path("templates").rglob("*.html"))
TAG = re.compile(r"<code>.*?</code>|[a-z-]+=\"[^\"]*\"|<!--.*?-->|<[^>]*>?|[^<]*?>", re.DOTALL)
WORD = re.compile(r"[A-Za-zÁÉÍÓÚÑáéíóúñ]{2,}")
NAMES = {"GOV", "CO", "nbsp", "middot", "wide"}
"""The portal's name, entities, and the word by which a page asks for the whole width."""


def words_outside_gettext(source):
    """Words in the data of a template, once its tags are taken out."""
    tokens = Environment(autoescape=True).lex(source)
    # An expression inside a tag splits the tag in two, so it leaves a mark in its place.
    text = "".join(value if kind == "data" else "\x00" for _line, kind, value in tokens)
    return set(WORD.findall(TAG.sub(" ", text.replace("\x00", "")))) - NAMES


@pytest.mark.parametrize("path", PAGES, ids=str)
def test_no_word_is_written_outside_gettext(path):
    assert set() == words_outside_gettext(path.read_text())
