"""No cell runs as a formula when a spreadsheet opens the file."""

import csv
import io

import pytest

from pqrs.web.spreadsheet import csv_text, defused


@pytest.mark.parametrize("cell", ["=cmd|'/c calc'!A1", "+1", "-1", "@SUM(A1)", "\t=1", -12])
def test_what_would_be_calculated_begins_with_an_apostrophe(cell):
    assert f"'{cell}" == defused(cell)


@pytest.mark.parametrize(
    ("cell", "text"), [("\r=1", "'\n=1"), ("1\r9,x", "1\n9,x"), ("1\r\n9", "1\n9")]
)
def test_no_cell_begins_a_row_of_its_own(cell, text):
    assert text == defused(cell)
    assert [["id"], [text]] == list(csv.reader(io.StringIO(csv_text(("id",), [(cell,)]))))


@pytest.mark.parametrize(("cell", "text"), [(None, ""), (0, "0"), ("O'Brien", "O'Brien")])
def test_the_rest_stays_as_it_is(cell, text):
    assert text == defused(cell)


def test_a_file_reads_back():
    text = csv_text(("nombre", "recibidas"), [("Educación, Cultura", 3), ('"Otras"', None)])

    assert [["nombre", "recibidas"], ["Educación, Cultura", "3"], ['"Otras"', ""]] == list(
        csv.reader(io.StringIO(text))
    )
