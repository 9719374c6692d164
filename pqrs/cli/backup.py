"""`pqrs backup`: all that cannot be made again, in one folder, read back before it counts."""

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from pqrs.cli.context import terminal
from pqrs.cli.copying import make_copy
from pqrs.cli.progress import progress
from pqrs.outside.backup_folder import Backup, BackupError
from pqrs.outside.in_use import InUseError, only_copier
from pqrs.outside.signing import PRIVATE, PUBLIC

KEYS = {
    "access-code": "sin ella ningún código abre su petición, y la copia no se restaura",
    PRIVATE: "firma las constancias; si se pierde, se cambia por otra",
    PUBLIC: "comprueba lo que firmaron la llave de hoy y las anteriores",
    "session": "si se pierde, todos ingresan otra vez",
}
"""What stands in `PQRS_KEYS_DIR`, and what it is for."""


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def backup(folder: Path, *, as_json: bool) -> None:
    """Guarda en DIR una copia nueva, entera y comprobada: base de datos, archivos y testigo.

    Se hace mientras todos trabajan, y las copias anteriores de DIR quedan como están. Nunca lleva
    las llaves: dice cuáles hay que guardar aparte.
    """
    here = terminal()
    with told(folder), owner_only(), only_copier(folder), progress("Copiando") as t:
        made = make_copy(here, folder, t)
    folder_of_keys = here.settings.keys_dir
    keys = {
        str(folder_of_keys / name): why
        for name, why in KEYS.items()
        if (folder_of_keys / name).exists()
    }
    if as_json:
        click.echo(json.dumps(as_plain(made) | {"keys": list(keys)}, ensure_ascii=False))
    else:
        show(made, keys)
    for what in made.manifest.broken or ():
        click.echo(f"   {what}", err=True)
    sys.exit(1 if made.manifest.broken else 0)


@contextmanager
def owner_only() -> Iterator[None]:
    """Whatever a copy is made of and with is for the eyes of who made it alone."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


@contextmanager
def told(folder: Path) -> Iterator[None]:
    """What the operator can correct is one sentence."""
    try:
        yield
    except BackupError as error:
        raise click.ClickException(f"{error} {NOTHING_HALF}") from error
    except InUseError as error:
        raise click.ClickException(f"Ya se está haciendo otra copia en {folder}.") from error
    except OSError as error:
        raise click.ClickException(
            f"No se pudo escribir en {folder}: {error.strerror}. {NOTHING_HALF}"
        ) from error


NOTHING_HALF = "No quedó una copia a medias, y las anteriores están como estaban."


def show(made: Backup, keys: dict[str, str]) -> None:
    """Where it is, what it holds, and what must be kept elsewhere."""
    has = made.manifest
    click.echo(f"{made.folder}")
    click.echo(f"  {has.petitions} peticiones, {len(has.files)} archivos, {megabytes(made)} MB")
    click.echo(f"  {how_well(made)}")
    click.echo("Guarde aparte estas llaves; la copia no las lleva:")
    for path, why in keys.items():
        click.echo(f"  {path}: {why}")


def how_well(made: Backup) -> str:
    """What was proven of it."""
    if made.manifest.broken is None:
        return (
            "Cada parte se leyó otra vez. La base es de otra versión: pqrs verify no se preguntó."
        )
    if made.manifest.broken:
        return "Cada parte se leyó otra vez, pero lo copiado ya no cumplía lo que sigue."
    return "Cada parte se leyó otra vez y la copia cumple todo lo que pregunta pqrs verify."


def megabytes(made: Backup) -> str:
    """The size of all its parts."""
    return f"{sum(part.size for part in made.manifest.parts) / 1_000_000:.1f}".replace(".", ",")


def as_plain(made: Backup) -> dict[str, Any]:
    """For a machine; `broken` is null when it could not be asked."""
    has = made.manifest
    return {
        "backup": str(made.folder),
        "made_at": has.made_at.isoformat(),
        "petitions": has.petitions,
        "files": len(has.files),
        "bytes": sum(part.size for part in has.parts),
        "broken": None if has.broken is None else list(has.broken),
    }
