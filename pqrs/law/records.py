"""Reads the law's data files. They ship with the code: a fault in one stops the start."""

import tomllib
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

_FOLDER = Path(__file__).with_name("data")

Record = dict[str, Any]


def plain_records(rows: Iterable[Record]) -> list[Record]:
    """The same records with their days as ISO text, as JSON keeps them."""
    return [
        {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in row.items()
        }
        for row in rows
    ]


@cache
def records(file: str, table: str) -> tuple[Record, ...]:
    """Every `[[table]]` of `data/<file>.toml`, in the order a lawyer wrote them."""
    text = (_FOLDER / f"{file}.toml").read_text(encoding="utf-8")
    return tuple(tomllib.loads(text)[table])
