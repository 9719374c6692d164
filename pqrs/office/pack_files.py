"""Reading a pack's files: tables and TOML into rows that know their line, faults collected.

Nothing here knows what the columns mean; that is `pack_check.py`.
"""

import csv
import io
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

_LIST = ";"
_FLAGS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct, said so that a person finds the cell."""

    file: str
    line: int
    column: str
    what: str

    def __str__(self) -> str:
        return f"{self.file}, línea {self.line}, columna {self.column}: {self.what}"


class PackError(Exception):
    """Everything that is wrong with a pack, at once; one line each."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


@dataclass(slots=True)
class Findings:
    """The problems found so far in a folder."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, file: str, line: int, column: str, what: str) -> None:
        self.problems.append(Problem(file, line, column, what))


@dataclass(frozen=True, slots=True)
class Row:
    """A record with the line on which it starts; each reading notes what is wrong and goes on."""

    file: str
    line: int
    cells: Mapping[str, str]
    findings: Findings

    def fault(self, column: str, what: str) -> None:
        self.findings.add(self.file, self.line, column, what)

    def text(self, column: str) -> str:
        return self.cells.get(column, "")

    def required(self, column: str) -> str:
        value = self.text(column)
        if not value:
            self.fault(column, "falta el dato")
        return value

    def flag(self, column: str) -> bool:
        value = self.required(column)
        if value and value not in _FLAGS:
            self.fault(column, f"«{value}» debe ser yes o no")
        return _FLAGS.get(value, False)

    def many(self, column: str) -> tuple[str, ...]:
        """A list inside a cell, separated by semicolons."""
        parts = (part.strip() for part in self.text(column).split(_LIST))
        return tuple(part for part in parts if part)

    def day(self, column: str) -> date | None:
        value = self.text(column)
        try:
            return date.fromisoformat(value) if value else None
        except ValueError:
            self.fault(column, f"«{value}» no es una fecha AAAA-MM-DD")
            return None

    def degrees(self, column: str, limit: float) -> float | None:
        value = self.text(column)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            number = limit + 1
        if not -limit <= number <= limit:
            self.fault(column, f"«{value}» no es una coordenada en grados")
            return None
        return number


def read_text(folder: Path, file: str, findings: Findings) -> str | None:
    """The text of a file in UTF-8, a byte order mark accepted; None when it cannot be read."""
    try:
        data = (folder / file).read_bytes()
    except OSError:
        findings.add(file, 1, "1", "falta el archivo")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line, column = _position(data, error.start)
        findings.add(file, line, str(column), "el texto no está en UTF-8")
        return None
    if "\0" in text:
        line, column = _position(data, data.index(0))
        findings.add(file, line, str(column), "hay un carácter nulo")
        return None
    return text


def _position(data: bytes, offset: int) -> tuple[int, int]:
    start_of_line = data.rfind(b"\n", 0, offset) + 1
    return data.count(b"\n", 0, offset) + 1, offset - start_of_line + 1


def read_table(folder: Path, file: str, columns: Sequence[str], findings: Findings) -> list[Row]:
    """The rows of a CSV file; a missing column or a row of another length is a problem."""
    text = read_text(folder, file, findings)
    if text is None:
        return []
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    try:
        header = [name.strip() for name in next(reader, [])]
        if not _check_header(file, header, columns, findings):
            return []
        line = reader.line_num + 1
        for cells in reader:
            row = _row(cells, header, Row(file, line, {}, findings))
            rows.extend([row] if row else [])
            line = reader.line_num + 1
    except csv.Error:
        findings.add(file, reader.line_num, "1", "las comillas no cierran bien")
    return rows


def _check_header(
    file: str, header: Sequence[str], columns: Sequence[str], findings: Findings
) -> bool:
    missing = [name for name in columns if name not in header]
    for name in missing:
        findings.add(file, 1, name, "falta la columna (separe las columnas con comas)")
    repeated = sorted({name for name in header if header.count(name) > 1})
    for name in repeated:
        findings.add(file, 1, name, "la columna está repetida")
    return not missing and not repeated


def _row(cells: list[str], header: list[str], empty: Row) -> Row | None:
    """The row with its cells by name; None, with a problem unless blank, for another length."""
    if len(cells) == len(header):
        named = {name: cell.strip() for name, cell in zip(header, cells, strict=True)}
        return replace(empty, cells=named)
    if cells:
        what = f"la fila tiene {len(cells)} celdas y la tabla {len(header)} columnas"
        empty.fault(str(min(len(cells), len(header)) + 1), what)
    return None


@dataclass(frozen=True, slots=True)
class Document:
    """A TOML file read: its keys, and its text to find the line of one."""

    file: str
    values: Mapping[str, Any]
    text: str

    def line_of(self, key: str) -> int:
        """The line where a key, or the table of that name, first stands; 1 when it does not."""
        name = re.escape(key.rpartition(".")[2])
        found = re.search(rf"^[ \t]*\[{{0,2}}{name}\b", self.text, re.MULTILINE)
        return self.text.count("\n", 0, found.start()) + 1 if found else 1


def read_document(folder: Path, file: str, findings: Findings) -> Document:
    """A TOML file; one without keys when it cannot be read, with the problem noted."""
    text = read_text(folder, file, findings) or ""
    try:
        return Document(file, tomllib.loads(text), text)
    except tomllib.TOMLDecodeError as error:
        line, column = _toml_position(str(error), text)
        findings.add(file, line, str(column), "no se entiende lo escrito (TOML)")
        return Document(file, {}, text)


def _toml_position(message: str, text: str) -> tuple[int, int]:
    """The library says where only in words: "(at line 3, column 5)", or "(at end of document)"."""
    found = re.search(r"line (\d+), column (\d+)", message)
    if found is None:
        return text.count("\n") + 1, 1
    return int(found[1]), int(found[2])
