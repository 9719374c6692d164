"""A file of old cases as spreadsheets write it: bytes into rows that know their line.

Commas, semicolons (Excel in Spanish) or tabs; UTF-8 with or without a mark. What the cells mean is
`import_row.py`.
"""

import csv
import hashlib
import io
import json
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

COLUMNS = (
    "number", "kind", "subject", "text", "received_at", "department", "topic", "locality",
    "channel", "due_on", "extended_to_days", "answered_at", "satisfaction",
)  # fmt: skip
REQUIRED = ("number", "kind", "received_at")
LARGEST = 200_000_000
LONGEST_CELL = 10_000_000
_SEPARATORS = ",;\t"
_SAYS_SEPARATOR = "sep="
_SEEN = 40
"""Characters of a wrong cell that a message repeats."""
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_JOINERS = "\u200c\u200d"
_CONTROL = frozenset({"Cc", "Cs"})

AS_UTF_8 = (
    "En Excel, guárdelo como «CSV UTF-8 (delimitado por comas)»; en una terminal: "
    "iconv -f {encoding} -t UTF-8 viejo.csv > nuevo.csv"
)


class ImportFileError(Exception):
    """The file as a whole cannot be read; its sentence says what to do."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why a row is refused. `line`: where it starts, the header being line 1."""

    line: int
    column: str
    reason: str
    number: str = ""

    def __str__(self) -> str:
        where = f"línea {self.line}, columna {self.column}" if self.column else f"línea {self.line}"
        return f"{where}: {self.reason}"


@dataclass(frozen=True, slots=True)
class RawRow:
    """Clean cells by column; those of columns that the file does not have are empty."""

    line: int
    cells: dict[str, str]

    def content_hash(self) -> str:
        """SHA-256 of what it says, wherever in a file it stands and whatever else the file has."""
        said = {name: self.cells[name] for name in COLUMNS if self.cells[name]}
        plain = json.dumps(said, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
        return hashlib.sha256(plain.encode()).hexdigest()


@dataclass(frozen=True)
class Sheet:
    """What could be read. `unused`: columns that mean nothing to us."""

    rows: tuple[RawRow, ...]
    troubles: tuple[Trouble, ...]
    unused: tuple[str, ...]


def read_sheet(content: bytes) -> Sheet:
    """Every row, those of the wrong shape apart. Raises ImportFileError."""
    if len(content) > LARGEST:
        raise ImportFileError(f"El archivo pasa de {LARGEST // 1_000_000} MB. Pártalo en varios.")
    text = decode(content)
    if not text.strip():
        raise ImportFileError("El archivo está vacío.")
    separator, text, skipped = separator_of(text)
    records = records_of(text, separator, skipped)
    line, header = next(records)
    names = read_header(header)
    rows, troubles = [], []
    for line, cells in records:
        if not any(cells):
            continue
        row = dict.fromkeys(COLUMNS, "") | dict(zip(names, cells, strict=False))
        wrong = trouble_of_shape(line, cells, names)
        if wrong:
            troubles.append(wrong)
        else:
            rows.append(RawRow(line, row))
    unused = tuple(name for name in names if name and name not in COLUMNS)
    return Sheet(tuple(rows), tuple(troubles), unused)


def decode(content: bytes) -> str:
    """Text in UTF-8. Raises ImportFileError that says how to make it so."""
    if content.startswith(_UTF_16):
        raise ImportFileError(f"El archivo está en UTF-16. {AS_UTF_8.format(encoding='UTF-16')}")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        advice = AS_UTF_8.format(encoding="WINDOWS-1252")
        raise ImportFileError(
            f"El archivo no está en UTF-8 (línea {line}); parece Windows-1252, de Excel. {advice}"
        ) from None


def separator_of(text: str) -> tuple[str, str, int]:
    """The separator, the text from its header on, and the lines before it.

    The first line may say it (Excel's `sep=;`); else it is the one that finds most of our columns.
    """
    first, _, rest = text.partition("\n")
    said = first.strip().lower().removeprefix(_SAYS_SEPARATOR)
    if first.lower().startswith(_SAYS_SEPARATOR) and said in _SEPARATORS:
        return said, rest, 1

    def known(separator: str) -> int:
        return len({cell.strip(' "\r').lower() for cell in first.split(separator)} & {*COLUMNS})

    return max(_SEPARATORS, key=known), text, 0


def records_of(text: str, separator: str, skipped: int) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line it starts on. Raises ImportFileError for what is no table."""
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: another reader may have lowered it
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    begun = 0
    try:
        for record in reader:
            yield begun + skipped + 1, [clean(cell) for cell in record]
            begun = reader.line_num
    except csv.Error as error:
        line = begun + skipped + 1
        if "field larger" in str(error):
            what = f"una celda pasa de {LONGEST_CELL:,} caracteres".replace(",", ".")
        else:
            what = "unas comillas no se cierran o tienen algo pegado detrás"
        raise ImportFileError(f"Línea {line}: {what}. No se leyó el archivo.") from None


def clean(cell: str) -> str:
    """NFC, one kind of line end, nothing unseen that deceives, no blanks around it."""
    if cell.isascii() and "\r" not in cell:
        return cell.strip()
    text = unicodedata.normalize("NFC", cell).replace("\r\n", "\n").replace("\r", "\n")
    seen = (one for one in text if one in _JOINERS or unicodedata.category(one) != "Cf")
    return "".join(seen).strip().strip(_JOINERS)


def read_header(header: Sequence[str]) -> list[str]:
    """The names in lower case. Raises ImportFileError when one is missing or there twice."""
    names = [name.lower() for name in header]
    missing = [name for name in REQUIRED if name not in names]
    if missing:
        raise ImportFileError(
            f"Faltan columnas: {', '.join(missing)}. La primera línea debe nombrarlas; se conocen: "
            f"{', '.join(COLUMNS)}."
        )
    twice = [name for name in COLUMNS if names.count(name) > 1]
    if twice:
        raise ImportFileError(f"Hay columnas repetidas: {', '.join(twice)}.")
    return names


def trouble_of_shape(line: int, cells: Sequence[str], names: Sequence[str]) -> Trouble | None:
    """What is wrong with a row before its cells mean anything."""
    if len(cells) != len(names):
        reason = f"tiene {len(cells)} celdas y el encabezado {len(names)}: ¿falta una comilla?"
        return Trouble(line, "", reason)
    for name, cell in zip(names, cells, strict=True):
        if any(unicodedata.category(one) in _CONTROL and one not in "\n\t" for one in cell):
            return Trouble(line, name, "tiene un carácter de control: bórrelo")
    return None


def quoted(cell: str) -> str:
    """A cell in a message: its beginning, in quotes."""
    return f"«{cell[:_SEEN]}…»" if len(cell) > _SEEN else f"«{cell}»"
