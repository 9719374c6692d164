"""Names that many people of Colombia have, from `data/common_names.csv`: what may be somebody's.

Of no person: a list of given names and surnames as they are heard every day. It need not be whole:
what it misses is told to whoever reads, who is asked to look at every word.
"""

import csv
from pathlib import Path

from pqrs.office.words import fold

_FILE = Path(__file__).parent / "data" / "common_names.csv"


def _group(group: str) -> frozenset[str]:
    rows = csv.DictReader(_FILE.read_text("utf-8").splitlines())
    return frozenset(fold(name) for row in rows for name in row["names"].split(";")
                     if row["group"] == group)  # fmt: skip


ONLY_NAMES = _group("name")
"""Folded; no other word is written so."""

ALSO_WORDS = _group("word")
"""Folded; "Rosa" may be somebody, "rosa" is not."""
