"""`pqrs restore`: a copy is checked, built aside, asked everything, and then put in its place."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click
from sqlalchemy.exc import SQLAlchemyError

from pqrs.cli.bringing_back import Restored, bring_back
from pqrs.cli.progress import progress
from pqrs.cli.staging import MovedError
from pqrs.migrations import is_known
from pqrs.office import PackError, load_pack
from pqrs.office.attachments import FileRefusal
from pqrs.outside.backup_folder import Backup, BackupError, key_check, read_backup
from pqrs.outside.in_use import InUseError, alone
from pqrs.outside.marks import PROVEN_COPY, RESTORE_PROVEN, leave_mark
from pqrs.outside.now import BOGOTA, now
from pqrs.outside.signing import SigningKeys, name_of
from pqrs.queries.installation import facts_at_start
from pqrs.settings import Settings


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@click.option("--replace", is_flag=True, help="Pone la copia en lugar de las peticiones que hay.")
@click.option(
    "--anyway",
    is_flag=True,
    help="Sigue aunque las llaves no sean las de la copia o algo no se cumpla; dice qué.",
)
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def restore(folder: Path, *, replace: bool, anyway: bool, as_json: bool) -> None:
    """Pone en su lugar la copia DIR, o la más nueva de las que hay en DIR.

    Primero la comprueba toda, y al final responde lo que pregunta pqrs verify. Los números que se
    dieron después de la copia quedan marcados y no se dan otra vez. Detenga antes serve y worker.
    """
    settings = Settings.of_this_process()
    with told(), alone(settings.files):
        copy = read_backup(folder)
        refuse_other(settings, copy)
        warnings = list(foreign_keys(settings, copy))
        if warnings and not anyway:
            raise BackupError(f"{' '.join(warnings)} {KEYS_APART}")
        has_petitions = refuse_to_overwrite(settings, replace=replace)
        with progress("Restaurando") as tell:
            done = bring_back(settings, copy, anyway=anyway, keeps_old=has_petitions, tell=tell)
    if not warnings and not done.broken:
        note_proven(settings, copy)
    tell_result(copy, done, warnings, as_json=as_json)
    sys.exit(1 if done.broken else 0)


@contextmanager
def told() -> Iterator[None]:
    """What the operator can correct is one sentence."""
    try:
        yield
    except MovedError as error:
        raise click.ClickException(str(error)) from error
    except (BackupError, PackError) as error:
        raise click.ClickException(f"{error} {UNTOUCHED}") from error
    except InUseError as error:
        raise click.ClickException(
            f"Detenga antes pqrs serve, pqrs worker y toda otra orden pqrs. {UNTOUCHED}"
        ) from error
    except FileRefusal as error:
        raise click.ClickException(f"No hay espacio para los archivos. {UNTOUCHED}") from error
    except OSError as error:
        raise click.ClickException(
            f"No se pudo escribir {error.filename or ''}: {error.strerror}. {UNTOUCHED}"
        ) from error
    except SQLAlchemyError as error:
        said = str(error.__cause__ or type(error).__name__).strip().splitlines()[0]
        raise click.ClickException(
            f"La base de datos no lo permitió: {said}. {UNTOUCHED}"
        ) from error


KEYS_APART = "Ponga allí las llaves que guardó aparte. Si se perdieron, use --anyway."
"""A lost key must not lose the petitions."""
UNTOUCHED = "No se cambió nada: lo que había sigue como estaba."


def note_proven(settings: Settings, copy: Backup) -> None:
    """For `/salud`: a rehearsal counts too, when it is run in the folder of what is served."""
    leave_mark(settings.instance, PROVEN_COPY, copy.manifest.made_at)
    leave_mark(settings.instance, RESTORE_PROVEN, now())


def refuse_other(settings: Settings, copy: Backup) -> None:
    """Another kind of database, a newer program, another entity, invented petitions."""
    has = copy.manifest
    ours = "sqlite" if settings.database_url.startswith("sqlite") else "postgresql"
    if has.database != ours:
        raise BackupError(f"La copia es de {has.database} y PQRS_DATABASE_URL es de {ours}.")
    if not is_known(has.revision):
        raise BackupError("La copia es de una versión más nueva del programa: instale esa.")
    if has.demo != settings.demo:
        word = "es" if has.demo else "no es"
        raise BackupError(f"La copia {word} de demostración: cambie PQRS_DEMO.")
    entity = load_pack(settings.entity).entity.name
    if has.entity != entity:
        raise BackupError(f"La copia es de {has.entity} y PQRS_ENTITY es de {entity}.")


def foreign_keys(settings: Settings, copy: Backup) -> Iterator[str]:
    """What the keys at hand do not open."""
    has, folder = copy.manifest, settings.keys_dir
    if key_check(settings.code_key) != has.code_key:
        yield f"La llave {folder / 'access-code'} no es la de la copia: con ella no abre nada."
    elif not copy.is_sealed_with(settings.code_key):
        yield "Alguien cambió la copia sin tener la llave con que se hizo."
    known = {name_of(public) for public in SigningKeys(folder).public_keys()}
    for name in has.signing:
        if name not in known:
            yield f"Falta en {folder} la llave que firma constancias, {name}."


def refuse_to_overwrite(settings: Settings, *, replace: bool) -> bool:
    """Whether there is something that must be kept aside: petitions, or what cannot be read."""
    try:
        facts = facts_at_start(settings.database_url)
        precious = facts is not None and facts.has_petitions
    except SQLAlchemyError:
        precious = True
    if precious and not replace:
        raise BackupError(
            "Ya hay una base de datos con peticiones. Para poner la copia en su lugar: --replace."
        )
    return precious


def tell_result(copy: Backup, done: Restored, warnings: list[str], *, as_json: bool) -> None:
    """What was put in place, and what now needs a person."""
    if as_json:
        click.echo(json.dumps(as_plain(copy, done, warnings), ensure_ascii=False))
        return
    has = copy.manifest
    made_at = f"{has.made_at.astimezone(BOGOTA):%Y-%m-%d %H:%M}"
    click.echo(f"Restaurada la copia {copy.folder}")
    click.echo(f"  {has.petitions} peticiones y {len(has.files)} archivos, de {made_at}")
    if done.lost:
        click.echo(
            f"  {len(done.lost)} números dados después de la copia, cuya petición se perdió:"
        )
        for number in done.lost:
            click.echo(f"    {number}")
    if done.aside:
        click.echo(f"  Lo que había quedó en {done.aside}")
    for what in (*warnings, *done.broken, *done.notes):
        click.echo(what, err=True)


def as_plain(copy: Backup, done: Restored, warnings: list[str]) -> dict[str, Any]:
    """For a machine."""
    return {
        "backup": str(copy.folder),
        "made_at": copy.manifest.made_at.isoformat(),
        "petitions": copy.manifest.petitions,
        "files": len(copy.manifest.files),
        "lost": list(done.lost),
        "kept_aside": done.aside,
        "keys": warnings,
        "broken": list(done.broken),
        "notes": list(done.notes),
    }
