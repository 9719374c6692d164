"""CSV as spreadsheets read it: every cell is text that no program may run as a formula."""

import csv
import io
from collections.abc import Iterable, Sequence

STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def defused(cell: object) -> str:
    """The cell as text; what a spreadsheet would calculate begins with an apostrophe instead.

    A line end inside is the one that the writer knows to quote: another would begin a row.
    """
    text = "" if cell is None else str(cell)
    shown = f"'{text}" if text.startswith(STARTS_A_FORMULA) else text
    return shown.replace("\r\n", "\n").replace("\r", "\n")


def csv_text(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A header row and the rows, comma-separated. None is an empty cell."""
    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([defused(cell) for cell in row] for row in rows)
    return sheet.getvalue()
