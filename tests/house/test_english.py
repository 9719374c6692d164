"""The English catalogue: what it has fits its Spanish, gap by gap, and nothing is half said."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

CATALOGUE = Path("pqrs/translations/en/LC_MESSAGES/messages.po")
GAP = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")


@cache
def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def forms(said):
    """One form, or those of the singular and the plural."""
    return said if isinstance(said, (tuple, list)) else (said,)


@pytest.mark.parametrize("flaw", ["gap", "fuzzy", "blank"])
def test_what_is_in_english_has_the_gaps_of_its_spanish(flaw):
    for message in catalogue():
        spanish, english = forms(message.id), forms(message.string)
        if not spanish[0] or not any(english):
            continue
        if flaw == "gap":
            for source, said in zip(spanish, english, strict=True):
                assert sorted(GAP.findall(source)) == sorted(GAP.findall(said)), source
        elif flaw == "fuzzy":
            assert not message.fuzzy, spanish[0]
        else:
            assert all(said.strip() for said in english), spanish[0]
