"""Files of old cases for tests: a header and rows, as a spreadsheet would save them."""

import csv
import io
from datetime import UTC, datetime

from pqrs.office.import_file import COLUMNS, read_sheet
from pqrs.office.import_row import read_cases

NOW = datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
GOOD = {"number": "V-2024/17", "kind": "QUEJA", "received_at": "2024-03-01T10:00"}


def sheet_of(*rows, separator=",", header=COLUMNS, encoding="utf-8"):
    """The bytes of a file with these rows, each a dict of cells."""
    file = io.StringIO()
    writer = csv.DictWriter(file, header, delimiter=separator, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode(encoding)


def cases_of(pack, *rows):
    """The cases and the troubles of these rows, as of `NOW`."""
    return read_cases(read_sheet(sheet_of(*rows)), pack, NOW)
