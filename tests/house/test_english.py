"""The English catalogue: what it has fits its Spanish, gap by gap, and nothing is half said."""

import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from pqrs.law import EVENTS
from pqrs.office.notices import Audience, Circumstances, tellings

CATALOGUE = Path("pqrs/translations/en/LC_MESSAGES/messages.po")
GAP = re.compile(r"%\(\w+\)[sd]|%%|\{\w+\}")
METHODS = [
    ("pqrs/**.py", "python"),
    ("templates/**.html", "jinja2"),
    ("templates/**.txt", "jinja2"),
]
STAFF = (
    "pqrs/web/counter/",
    "pqrs/web/desk/",
    "pqrs/web/office/",
    "pqrs/web/sections.py",
    "pqrs/cli/",
    "templates/counter/",
    "templates/desk/",
    "templates/office/",
    "templates/layouts/",
)
PUBLIC_LAYOUTS = ("templates/layouts/page.html", "templates/layouts/error.html")
"""Desks and what is written to the staff are in Spanish; everything else may be read by anybody."""
ASKED_LATER = {"evaluate_reminder", "evaluation_reviewed", "new_code", "part_sent", "still_solved",
               "third_party"}  # fmt: skip
"""Letters to a person that no event sends by itself."""
SHARED = {"_short", "_signature"}
LETTERS = Path("templates/letters")


@cache
def catalogue():
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en")


def forms(said):
    """One form, or those of the singular and the plural."""
    return said if isinstance(said, (tuple, list)) else (said,)


@cache
def staff_letters():
    """Every letter but those that the table has a petitioner be told by."""
    tellings_of = (one for name in EVENTS for one in tellings(name, Circumstances()))
    to_person = {one.letter for one in tellings_of if one.audience is Audience.PETITIONER}
    return {path.stem for path in LETTERS.glob("*.txt")} - to_person - ASKED_LATER - SHARED


def is_public(path):
    if Path(path).parent == LETTERS:
        return Path(path).stem not in staff_letters()
    return not path.startswith(STAFF) or path in PUBLIC_LAYOUTS


def public_messages():
    """Every sentence that citizens and the public may read, with the file that says it."""
    keywords = {"_": None, "_l": None, "N_": None, "gettext": None, "ngettext": (1, 2)}
    for path, _line, said, _comments, _context in extract_from_dir(
        ".", METHODS, {"templates/**": {"silent": "false"}}, keywords=keywords
    ):
        if is_public(path):
            yield path, forms(said)[0]


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


def test_everything_that_the_public_reads_has_english():
    missing = {
        f"{path}: {said}"
        for path, said in public_messages()
        if (known := catalogue().get(said)) is None or not all(forms(known.string))
    }

    assert set() == missing, "run scripts/translate, then write their msgstr"


def test_what_is_written_to_the_staff_is_known_by_name():
    """A new letter to a person is asked for its English because it is not among these."""
    assert {
        "appeal_notified",
        "appealed",
        "assigned",
        "breached",
        "completed",
        "continued_internal",
        "danger",
        "part_assigned",
        "part_contributed",
        "part_returned",
        "petitioner_wrote",
        "reckoned_department",
        "rule_off",
        "text_added",
        "to_route",
        "withdrawn_internal",
    } == staff_letters()
