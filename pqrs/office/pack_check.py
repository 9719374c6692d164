"""What must hold in a pack: every cell readable, every code known, no circle of parents.

Problems are collected, so that a person corrects a whole file at once.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pqrs.law import Kind
from pqrs.office.document_check import check_commitments, check_entity, check_report_topic
from pqrs.office.pack_files import Document, Findings, Row, read_document, read_table

COLUMNS: dict[str, tuple[str, ...]] = {
    "departments.csv": ("code", "name", "kind", "internal", "generic_kind", "parent", "functions",
                        "aliases"),
    "topics.csv": ("topic_id", "group", "tema", "subtema", "department", "also_involved", "kind",
                   "urgent", "risk", "keywords"),
    "places.csv": ("code", "name", "kind", "parent", "aliases", "dane_code", "lat", "lon",
                   "source"),
    "routing_rules.csv": ("topic", "place", "department", "reason"),
    "routing_examples.csv": ("text", "topic", "place"),
    "service_points.csv": ("code", "name", "department", "place", "address"),
}  # fmt: skip
# A pack may do without these; their other columns are as binding as any.
OPTIONAL: dict[str, tuple[str, ...]] = {"routing_words.csv": ("topic", "words")}
_KEYS = {
    "departments.csv": ("code",),
    "topics.csv": ("topic_id",),
    "places.csv": ("code",),
    "routing_rules.csv": ("topic", "place"),
    "routing_examples.csv": ("text",),
    "routing_words.csv": ("topic",),
    "service_points.csv": ("code",),
}


@dataclass(frozen=True, slots=True)
class Sheets:
    """The raw tables of a folder, and what was found wrong so far."""

    tables: Mapping[str, list[Row]]
    entity: Document
    commitments: Document
    findings: Findings

    def codes(self, file: str, column: str = "code") -> set[str]:
        return {row.text(column) for row in self.tables[file]}


@dataclass(frozen=True, slots=True)
class _Reference:
    """A column whose values must be codes of another table."""

    file: str
    column: str
    target: str
    target_column: str
    what: str
    is_list: bool = False
    is_required: bool = True


_REFERENCES = (
    _Reference("departments.csv", "parent", "departments.csv", "code", "la dependencia",
               is_required=False),
    _Reference("departments.csv", "successor", "departments.csv", "code", "la dependencia",
               is_required=False),
    _Reference("topics.csv", "department", "departments.csv", "code", "la dependencia"),
    _Reference("topics.csv", "also_involved", "departments.csv", "code", "la dependencia",
               is_list=True, is_required=False),
    _Reference("places.csv", "parent", "places.csv", "code", "el lugar", is_required=False),
    _Reference("routing_rules.csv", "topic", "topics.csv", "topic_id", "el tema"),
    _Reference("routing_rules.csv", "place", "places.csv", "code", "el lugar"),
    _Reference("routing_rules.csv", "department", "departments.csv", "code", "la dependencia"),
    _Reference("routing_examples.csv", "topic", "topics.csv", "topic_id", "el tema"),
    _Reference("routing_words.csv", "topic", "topics.csv", "topic_id", "el tema"),
    _Reference("service_points.csv", "department", "departments.csv", "code", "la dependencia"),
    _Reference("service_points.csv", "place", "places.csv", "code", "el lugar",
               is_required=False),
)  # fmt: skip


_UPWARDS = (
    ("departments.csv", "parent"),
    ("departments.csv", "successor"),
    ("places.csv", "parent"),
)


def _is_code_of_kind(row: Row) -> None:
    row.required("kind")
    _is_code_of_kind_or_empty(row)


def _is_code_of_kind_or_empty(row: Row) -> None:
    code = row.text("kind")
    if code and code not in {kind.code for kind in Kind}:
        row.fault("kind", f"no existe el tipo de petición «{code}»")


def _check_place_cells(row: Row) -> None:
    row.degrees("lat", 90)
    row.degrees("lon", 180)


def _check_validity(row: Row) -> None:
    start, end = row.day("valid_from"), row.day("valid_until")
    if start and end and end < start:
        row.fault("valid_until", "termina antes de empezar")


_REQUIRED: dict[str, tuple[str, ...]] = {
    "departments.csv": ("code", "name", "kind"),
    "topics.csv": ("topic_id", "tema", "subtema"),
    "places.csv": ("code", "name", "kind"),
    "routing_rules.csv": (),
    "routing_examples.csv": ("text",),
    "routing_words.csv": ("words",),
    "service_points.csv": ("code", "name"),
}
_CELLS: dict[str, tuple[Callable[[Row], object], ...]] = {
    "departments.csv": (_check_validity, lambda row: row.flag("internal")),
    "topics.csv": (_is_code_of_kind, _check_validity, lambda row: row.flag("urgent")),
    "places.csv": (_check_place_cells,),
    "routing_examples.csv": (_is_code_of_kind_or_empty,),
}


def read_sheets(folder: Path, findings: Findings) -> Sheets:
    """The files as they are; what is missing or cannot be read is noted."""
    tables = {
        file: read_table(folder, file, columns, findings) for file, columns in COLUMNS.items()
    }
    for file, columns in OPTIONAL.items():
        is_there = (folder / file).exists()
        tables[file] = read_table(folder, file, columns, findings) if is_there else []
    entity = read_document(folder, "entity.toml", findings)
    return Sheets(tables, entity, read_document(folder, "commitments.toml", findings), findings)


def check(sheets: Sheets) -> None:
    """Note everything that is wrong; what passes can be built without another look."""
    for file, rows in sheets.tables.items():
        _check_cells(file, rows)
        _check_unique(rows, _KEYS[file])
    for reference in _REFERENCES:
        _check_reference(sheets, reference)
    for file, column in _UPWARDS:
        _check_no_circle(sheets.tables[file], column)
    rows = sheets.tables["departments.csv"]
    internal = {row.text("code") for row in rows if row.text("internal") == "yes"}
    check_entity(sheets.entity, internal, sheets.findings)
    topics = sheets.codes("topics.csv", "topic_id")
    check_report_topic(sheets.entity, topics, sheets.findings)
    check_commitments(sheets.commitments, sheets.findings)


def _check_cells(file: str, rows: Iterable[Row]) -> None:
    for row in rows:
        for column in _REQUIRED[file]:
            row.required(column)
        for look_at in _CELLS.get(file, ()):
            look_at(row)


def _check_unique(rows: Iterable[Row], columns: tuple[str, ...]) -> None:
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        key = tuple(row.text(column) for column in columns)
        if key in first and all(key):
            shown = ", ".join(key)
            row.fault(columns[0], f"«{shown}» ya está en la línea {first[key]}")
        first.setdefault(key, row.line)


def _check_reference(sheets: Sheets, reference: _Reference) -> None:
    known = sheets.codes(reference.target, reference.target_column)
    for row in sheets.tables[reference.file]:
        text = row.text(reference.column)
        named = row.many(reference.column) if reference.is_list else (text,) if text else ()
        if reference.is_required and not named:
            row.fault(reference.column, "falta el dato")
        for code in named:
            if code not in known:
                row.fault(reference.column, f"no existe {reference.what} «{code}»")


def _check_no_circle(rows: Iterable[Row], column: str) -> None:
    by_code = {row.text("code"): row for row in rows}
    for row in by_code.values():
        passed: set[str] = set()
        code = row.text("code")
        while code in by_code and code not in passed:
            passed.add(code)
            code = by_code[code].text(column)
        if code == row.text("code"):
            row.fault(column, f"«{code}» vuelve a sí misma por esta columna")
