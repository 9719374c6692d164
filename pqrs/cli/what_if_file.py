"""The file of `pqrs reckon --what-if`: changes of the rules, in the words of the law's data files.

[[closure]] has `day` and `norm`; [[reading]] `name`, `value` and `from`; [[holiday]] and [[term]]
are written as in `pqrs/law/data`.
"""

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pqrs.law import Change, ChangeKind, LawError, read_change

LARGEST = 1_000_000
TABLES = ("closure", "reading", "holiday", "term")


class WhatIfFileError(Exception):
    """What is wrong with the file, in Spanish: which file, which table, what is accepted."""


def read_what_if(path: Path) -> tuple[Change, ...]:
    """The changes, in the order of the tables. Raises `WhatIfFileError`."""
    document = read_toml(path)
    wrong = sorted(document.keys() - set(TABLES))
    if wrong:
        accepted = ", ".join(f"[[{name}]]" for name in TABLES)
        raise WhatIfFileError(f"{path}: «{wrong[0]}» no se conoce. Se aceptan: {accepted}.")
    found = [
        change_of(path, name, place, record)
        for name in TABLES
        for place, record in enumerate(rows_of(path, document, name), start=1)
    ]
    if not found:
        raise WhatIfFileError(f"{path}: no trae ningún cambio.")
    return tuple(found)


def read_toml(path: Path) -> dict[str, Any]:
    """The whole document."""
    try:
        if path.stat().st_size > LARGEST:
            raise WhatIfFileError(f"{path}: pasa de un megabyte.")
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise WhatIfFileError(f"{path}: no se puede leer.") from error
    except UnicodeDecodeError as error:
        raise WhatIfFileError(f"{path}: no está en UTF-8.") from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise WhatIfFileError(f"{path}: no es un archivo TOML: {error}.") from error


def rows_of(path: Path, document: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    """The records of one table."""
    rows = document.get(name, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise WhatIfFileError(f"{path}: escriba cada cambio como [[{name}]].")
    return rows


def change_of(path: Path, name: str, place: int, record: dict[str, Any]) -> Change:
    """One record as a change, or what is wrong with it."""
    try:
        return READERS[name](record)
    except LawError as error:
        raise WhatIfFileError(f"{path}, [[{name}]] {place}: {error}") from error


def closure_of(record: dict[str, Any]) -> Change:
    """`day` and `norm`."""
    wrong = sorted(record.keys() - {"day", "norm"})
    if wrong:
        raise LawError("rule_field", name=wrong[0], accepted="day, norm")
    for name in ("day", "norm"):
        if record.get(name) in {None, ""}:
            raise LawError("rule_missing", name=name)
    return read_change(ChangeKind.CLOSURE, {"days": [record["day"]]}, str(record["norm"]))


def like(kind: ChangeKind) -> Callable[[dict[str, Any]], Change]:
    """A table whose records are those of the kind."""
    return lambda record: read_change(kind, record, str(record.get("norm", "")))


READERS: dict[str, Callable[[dict[str, Any]], Change]] = {
    "closure": closure_of,
    "reading": like(ChangeKind.READING),
    "holiday": like(ChangeKind.HOLIDAY),
    "term": like(ChangeKind.TERM),
}
