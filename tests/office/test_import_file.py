"""A file as spreadsheets write it: what can be read is, and what cannot says what to do."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pqrs.office import import_file
from pqrs.office.import_file import REQUIRED, ImportFileError, read_sheet
from tests.office.old_cases import GOOD, sheet_of

HEADER = b"number,kind,received_at\n"
LONG = "a" * 5_000_000


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_commas_semicolons_and_tabs(separator):
    sheet = read_sheet(sheet_of(GOOD, separator=separator))

    assert [GOOD] == [{name: row.cells[name] for name in REQUIRED} for row in sheet.rows]


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + HEADER + b"1,QUEJA,2024-01-02\n",
        b"sep=;\r\nnumber;kind;received_at\r\n1;QUEJA;2024-01-02\r\n",
        b" Number , KIND,Received_At\n1,QUEJA,2024-01-02",
        b'"number","kind","received_at"\r\n"1","QUEJA","2024-01-02"\r\n',
        HEADER + b"1,QUEJA,2024-01-02\n,,\n\n  ,,\n",
    ],
    ids=["mark", "sep=", "header", "quotes", "blank rows"],
)
def test_what_excel_adds_is_understood(content):
    (row,) = read_sheet(content).rows

    assert ["1", "QUEJA", "2024-01-02"] == [row.cells[name] for name in REQUIRED]


def test_a_row_knows_the_line_it_starts_on():
    content = HEADER + b'1,QUEJA,"2024-\n01-02"\n2,QUEJA,2024-01-02\n'

    assert [2, 4] == [row.line for row in read_sheet(content).rows]


def test_the_line_that_says_the_separator_counts():
    assert 3 == read_sheet(b"sep=,\n" + HEADER + b"1,QUEJA,2024-01-02\n").rows[0].line


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "vacío"),
        (b" \n\n", "vacío"),
        (b"\xef\xbb\xbf", "vacío"),
        (HEADER + "1,PETICIÓN,x\n".encode("cp1252"), "línea 2"),
        (HEADER + "1,PETICIÓN,x\n".encode("cp1252"), "CSV UTF-8"),
        (HEADER.decode().encode("utf-16"), "UTF-16"),
        (b"number,subject\n1,x\n", "kind, received_at"),
        (b"Radicado;Tipo;Fecha\n1;x;y\n", "number, kind, received_at"),
        (b"number,kind,received_at,kind\n1,a,b,c\n", "repetidas: kind"),
        (HEADER + b'1,"QUEJA,2024-01-02\n2,QUEJA,2024-01-02\n', "2: unas comillas"),
        (HEADER + b'1,"QUE"JA,2024-01-02\n', "comillas"),
        (HEADER + b"1,QUEJA," + b"a" * 10_000_001, "10.000.000"),
        (b"PK\x03\x04\x14\x00", "Faltan columnas"),
        (b"%PDF-1.7\n", "Faltan columnas"),
    ],
)
def test_a_file_that_cannot_be_read_says_what_to_do(content, said):
    with pytest.raises(ImportFileError, match=said):
        read_sheet(content)


@pytest.mark.parametrize(
    ("row", "column", "said"),
    [
        (b"1,QUEJA\n", "", "2 celdas y el encabezado 3"),
        (b"1,QUEJA,2024-01-02,x\n", "", "4 celdas y el encabezado 3"),
        (b"1,QU\x00EJA,2024-01-02\n", "kind", "carácter de control"),
        (b"1,QUEJA,2024-\x1b[31m\n", "received_at", "carácter de control"),
    ],
)
def test_a_row_of_the_wrong_shape_is_refused_and_the_others_go_on(row, column, said):
    sheet = read_sheet(HEADER + row + b"2,QUEJA,2024-01-02\n")
    (trouble,) = sheet.troubles

    assert (2, column) == (trouble.line, trouble.column)
    assert said in str(trouble)
    assert ["2"] == [row.cells["number"] for row in sheet.rows]


def test_columns_that_mean_nothing_are_named():
    sheet = read_sheet(b"number,kind,received_at,Cedula\n1,QUEJA,2024-01-02,9\n")

    assert ("cedula",) == sheet.unused


def test_what_is_not_seen_is_taken_away():
    sheet = read_sheet(HEADER + "\u20281\u200b,QUE\u202eJA\u00a0,2024-01-02\n".encode())

    assert ["1", "QUEJA"] == [sheet.rows[0].cells[name] for name in ("number", "kind")]


def test_a_long_cell_is_read_whole():
    content = sheet_of({**GOOD, "text": LONG})

    assert LONG == read_sheet(content).rows[0].cells["text"]


def test_the_content_of_a_row_does_not_depend_on_the_file():
    (one,) = read_sheet(sheet_of(GOOD)).rows
    (other,) = read_sheet(sheet_of(GOOD, separator=";", header=sorted(GOOD))).rows
    (changed,) = read_sheet(sheet_of({**GOOD, "subject": "x"})).rows

    assert one.content_hash() == other.content_hash() != changed.content_hash()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content):
    """Nothing but the named refusal is ever raised, and a row that is read has its cells."""
    for begun in (content, HEADER + content):
        with suppress(ImportFileError):
            assert all({*REQUIRED} <= row.cells.keys() for row in read_sheet(begun).rows)


def test_a_file_too_large_to_hold_is_to_be_parted(monkeypatch):
    monkeypatch.setattr(import_file, "LARGEST", len(HEADER))

    with pytest.raises(ImportFileError, match="Pártalo en varios"):
        read_sheet(HEADER + b"1,QUEJA,2024-01-02\n")
