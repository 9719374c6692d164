"""The two packs of the tests, and a way to spoil a copy of one."""

import shutil
from functools import cache
from pathlib import Path

import pqrs.office
from pqrs.office.pack import Pack, load_pack

CANDELARIA = Path(pqrs.office.__file__).parent / "data" / "candelaria"
VILLA = Path(__file__).parents[1] / "packs" / "villa-ejemplo"


@cache
def candelaria() -> Pack:
    return load_pack(CANDELARIA)


@cache
def villa() -> Pack:
    return load_pack(VILLA)


def spoilt(tmp_path: Path, file: str, old: str, new: str) -> Path:
    """A copy of the invented pack with the first `old` of a file replaced."""
    folder = tmp_path / "pack"
    shutil.copytree(VILLA, folder)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder
