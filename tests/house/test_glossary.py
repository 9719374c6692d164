"""The glossary: what it names exists, and its Spanish stays out of the identifiers."""

import ast
import re
import unicodedata
from pathlib import Path

import pytest

GLOSSARY = Path("docs/glossary.md")
ROW = re.compile(r"^\|([^|]+)\|([^|]+)\|", re.MULTILINE)
SOURCES = sorted(Path("pqrs").rglob("*.py"))
SAME_IN_BOTH = {"social", "general", "dependencia", "superior"}
"""Words of the first column that are English too, or name a parameter in the address bar."""


def rows():
    return [
        (spanish.strip(), identifiers)
        for spanish, identifiers in ROW.findall(GLOSSARY.read_text())
        if "`" in identifiers
    ]


def plain(text):
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def names_in(path):
    for node in ast.walk(ast.parse(path.read_text())):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.keyword(arg=name):
                yield name or ""


def all_names():
    stems = {part for path in SOURCES for part in path.with_suffix("").parts}
    return stems | {name for path in SOURCES for name in names_in(path)}


def spoken_of():
    """Each identifier of the second column, in its parts: `Kind.CLAIM` is Kind and CLAIM."""
    for _, identifiers in rows():
        for quoted in re.findall(r"`([^`]+)`", identifiers):
            for part in re.split(r"[.(=,)\s…]+", quoted):
                if part:
                    yield part


@pytest.fixture(scope="module")
def names():
    return all_names()


def test_every_identifier_named_exists(names):
    assert [] == sorted({part for part in spoken_of() if part not in names})


def test_its_spanish_is_no_identifier(names):
    english = {part.lower() for part in spoken_of()} | SAME_IN_BOTH
    spanish = {
        word
        for cell, _ in rows()
        for word in re.findall(r"[a-z]{4,}", plain(re.sub(r"`[^`]*`", "", cell)))
    } - english
    pieces = {piece: name for name in names for piece in plain(name).split("_")}

    assert {} == {word: pieces[word] for word in sorted(spanish & pieces.keys())}
