"""One copy of everything, as a folder: the parts, a manifest that vouches for each, and its seal.

The seal has two lines. The first is the SHA-256 of the manifest: a damaged copy shows to anybody.
The second is keyed with the key of the access codes: who does not have it cannot alter a copy, and
a copy does not open with the key of another installation. No key is ever in a copy.
"""

import hashlib
import hmac
import json
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from pqrs.outside.files import sync_folder

FORMAT: Final = 1
MANIFEST: Final = "manifest.json"
SEAL: Final = "manifest.seal"
WITNESS: Final = "witness.log"
FILES: Final = "files"
START: Final = "copia-"
UNFINISHED: Final = ".unfinished-"
CHECK_LENGTH: Final = 16


class BackupError(Exception):
    """What stops a copy or its restore: a sentence in Spanish for the operator."""


class DamagedBackupError(BackupError):
    """A copy is not what was written."""


@dataclass(frozen=True)
class Part:
    """One file of the copy, by its path in the folder."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Manifest:
    """What is in the copy. `code_key` and `signing` name the keys it needs and give none away.

    `broken`: what `pqrs verify` said of what was copied; None when it could not be asked.
    """

    made_at: datetime
    entity: str
    demo: bool
    database: str
    revision: str
    petitions: int
    broken: tuple[str, ...] | None
    code_key: str
    signing: tuple[str, ...]
    parts: tuple[Part, ...]

    def to_bytes(self) -> bytes:
        """JSON that a person can read."""
        plain = {"format": FORMAT, **asdict(self), "made_at": self.made_at.isoformat()}
        return json.dumps(plain, indent=1, ensure_ascii=False).encode()

    @property
    def files(self) -> tuple[Part, ...]:
        """The attached files among its parts."""
        return tuple(part for part in self.parts if part.path.startswith(f"{FILES}/"))


@dataclass(frozen=True)
class Backup:
    """A copy whose manifest is whole. `sealed` is that manifest's bytes and its keyed line."""

    folder: Path
    manifest: Manifest
    sealed: tuple[bytes, str]

    def is_sealed_with(self, key: bytes) -> bool:
        """Whether who wrote the manifest had this key."""
        content, keyed = self.sealed
        return hmac.compare_digest(keyed_line(content, key), keyed)

    def path_of(self, part: Part) -> Path:
        """Where a part is. Raises `DamagedBackupError` for a path that leads out of the copy."""
        path = (self.folder / part.path).resolve()
        if not path.is_relative_to(self.folder.resolve()):
            raise DamagedBackupError(f"La copia está dañada: {part.path} está fuera de ella.")
        return path

    def check(self, tell: Callable[[float], None]) -> None:
        """Read every byte. Raises `DamagedBackupError` with the first part that is not whole."""
        whole = sum(part.size for part in self.manifest.parts) or 1
        done = 0
        for part in self.manifest.parts:
            path = self.path_of(part)
            if not path.is_file():
                raise DamagedBackupError(f"La copia está dañada: falta {part.path}.")
            if path.stat().st_size != part.size or hash_of(path) != part.sha256:
                raise DamagedBackupError(
                    f"La copia está dañada: {part.path} no es lo que se copió."
                )
            done += part.size
            tell(done / whole)


def read_backup(folder: Path) -> Backup:
    """The copy in `folder`, or the newest of those in it. Raises `BackupError`.

    A damaged newest one is told and not passed over: the operator decides which older one to use.
    """
    chosen = folder if (folder / MANIFEST).exists() or (folder / SEAL).exists() else newest(folder)
    try:
        content = (chosen / MANIFEST).read_bytes()
        plain, keyed = (chosen / SEAL).read_text("ascii").splitlines()
    except (OSError, ValueError) as error:
        raise DamagedBackupError(
            f"La copia {chosen} está dañada: no se puede leer su manifiesto."
        ) from error
    if hashlib.sha256(content).hexdigest() != plain:
        raise DamagedBackupError(f"La copia {chosen} está dañada: su manifiesto no está entero.")
    return Backup(chosen, read_manifest(content), (content, keyed))


def newest(shelf: Path) -> Path:
    """The last copy on a shelf: their names are dates. Raises `BackupError`."""
    copies = sorted(path for path in shelf.glob(f"{START}*") if path.is_dir())
    if not copies:
        raise BackupError(f"En {shelf} no hay ninguna copia de seguridad.")
    return copies[-1]


def read_manifest(content: bytes) -> Manifest:
    """What a whole manifest says. Raises `BackupError` for one of a later format."""
    plain = json.loads(content)
    if plain.pop("format") != FORMAT:
        raise BackupError("La copia la hizo otra versión del programa. Use una más nueva.")
    broken = plain["broken"]
    return Manifest(
        **plain
        | {
            "made_at": datetime.fromisoformat(plain["made_at"]),
            "broken": None if broken is None else tuple(broken),
            "signing": tuple(plain["signing"]),
            "parts": tuple(Part(**part) for part in plain["parts"]),
        }
    )


def write_manifest(folder: Path, manifest: Manifest, key: bytes) -> None:
    """The last thing written: a folder without it is no copy."""
    content = manifest.to_bytes()
    write_durably(folder / MANIFEST, content)
    lines = f"{hashlib.sha256(content).hexdigest()}\n{keyed_line(content, key)}\n"
    write_durably(folder / SEAL, lines.encode())


def keyed_line(content: bytes, key: bytes) -> str:
    """HMAC under a key of its own, derived from that of the access codes."""
    own = hmac.new(key, b"\0backup seal", hashlib.sha256).digest()
    return hmac.new(own, content, hashlib.sha256).hexdigest()


def key_check(key: bytes) -> str:
    """Tells one key from another and gives nothing of it away: it has 256 random bits."""
    return hmac.new(key, b"\0backup key", hashlib.sha256).hexdigest()[:CHECK_LENGTH]


def parts_in(folder: Path) -> Iterator[Part]:
    """Everything in the folder, read again from where it was written."""
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        yield Part(str(path.relative_to(folder)), path.stat().st_size, hash_of(path))


def hash_of(path: Path) -> str:
    """SHA-256 of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def write_durably(path: Path, content: bytes) -> None:
    """On the disk, readable by the owner alone, when this returns."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


@contextmanager
def new_copy(shelf: Path, name: str) -> Iterator[Path]:
    """A folder to fill, which gets its name once it is whole; nothing stays of one that failed.

    What a killed backup left goes away too. Raises `BackupError` when the name is taken.
    """
    shelf.mkdir(mode=0o700, parents=True, exist_ok=True)
    for left in shelf.glob(f"{UNFINISHED}*"):
        shutil.rmtree(left, ignore_errors=True)
    unfinished, final = shelf / f"{UNFINISHED}{name}", shelf / f"{START}{name}"
    if final.exists():
        raise BackupError(f"Ya hay una copia de este mismo segundo, {final}. Repita la orden.")
    try:
        unfinished.mkdir(mode=0o700)
        yield unfinished
        for folder in (unfinished, *(path for path in unfinished.rglob("*") if path.is_dir())):
            sync_folder(folder)
        unfinished.rename(final)
        sync_folder(shelf)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
