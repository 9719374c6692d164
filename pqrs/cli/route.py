"""`pqrs route`: who should answer a text, and why. Needs only the entity's pack, no database."""

import csv
import io
import json
import sys
from collections.abc import Iterator
from typing import IO, Any

import click

from pqrs.cli.retrain import go_back as go_back_once
from pqrs.cli.retrain import retrain as learn_again
from pqrs.law import Priority
from pqrs.logs import on_one_line
from pqrs.office import Pack, PackError, Router, Suggestion, load_pack
from pqrs.office.portions import Portion, find_portions, suggest_by_matters
from pqrs.outside.router_weights import trained_for
from pqrs.settings import SettingsError, instance_folder, read_entity
from pqrs.web.spreadsheet import defused
from pqrs.web.typed_text import without_control

READ_COLUMNS = ("id", "text", "locality")
WRITTEN_COLUMNS = (
    "id", "kind", "topic", "department", "priority", "confidence", "alternatives",
)  # fmt: skip
LONGEST_CELL = 10_000_000


@click.command()
@click.argument("text", required=False)
@click.option("--place", metavar="NAME", help="Barrio, vereda o corregimiento del que se trata.")
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
@click.option("--batch", type=click.File("rb"), help="CSV con columnas id, text, locality.")
@click.option(
    "--retrain",
    is_flag=True,
    help="Aprende de los casos corregidos; muestra antes y después, y pregunta.",
)
@click.option("--go-back", is_flag=True, help="Vuelve a lo que sabía antes de la última vez.")
@click.option("--yes", is_flag=True, help="Con --retrain o --go-back: no pregunta.")
@click.option(
    "--entity",
    envvar="PQRS_ENTITY",
    default="candelaria",
    show_default=True,
    help="Nombre o carpeta de la entidad.",
)
def route(  # noqa: PLR0913  each option is named where it is used
    *,
    text: str | None,
    place: str | None,
    as_json: bool,
    batch: IO[bytes] | None,
    retrain: bool,
    go_back: bool,
    yes: bool,
    entity: str,
) -> None:
    """Propone la dependencia que debe responder TEXT, con su motivo y su confianza.

    Mira solo la carpeta de la entidad. No lee la base de datos: no cuentan las reglas de
    enrutamiento hechas en la aplicación ni lo aprendido con --retrain, así que lo que la
    aplicación decide puede ser distinto.
    """
    if retrain or go_back:
        if text is not None or place is not None or batch is not None or (retrain and go_back):
            raise click.UsageError("--retrain y --go-back se piden por separado.")
        learn_or_go_back(retrain=retrain, yes=yes, as_json=as_json)
        return
    pack = read_pack(entity)
    router = Router(pack, lambda pack: trained_for(pack, instance_folder()))
    if batch is not None:
        if text is not None or place is not None or as_json:
            raise click.UsageError("--batch lee todo del archivo y responde en CSV.")
        write_batch(list(read_batch(batch)), pack, router)
    elif text is None:
        raise click.UsageError("Escriba el texto entre comillas, o use --batch.")
    else:
        code = find_place(pack, place)
        suggestion, parts = (
            suggest_by_matters(router, text, place=code),
            find_portions(router, text, place=code),
        )
        answer = as_document(suggestion, parts) if as_json else as_lines(suggestion, parts, pack)
        click.echo(answer)


def learn_or_go_back(*, retrain: bool, yes: bool, as_json: bool) -> None:
    """What needs the database."""
    if retrain:
        learn_again(yes=yes, as_json=as_json)
    else:
        go_back_once(yes=yes)


def read_pack(entity: str) -> Pack:
    """The pack by name or folder; whatever is wrong with it is wrong usage."""
    try:
        return load_pack(read_entity(entity))
    except (SettingsError, PackError) as error:
        raise click.UsageError(str(error)) from error


def find_place(pack: Pack, name: str | None) -> str | None:
    """The code of a place; a name that is unknown or fits two is said and left out."""
    if not name or not name.strip():
        return None
    place = pack.find_place(name)
    if place is None:
        said = f"El lugar «{name}» no se conoce o hay varios con ese nombre."
        click.echo(on_one_line(said), err=True)
        return None
    return place.code


def as_document(suggestion: Suggestion, parts: tuple[Portion, ...]) -> str:
    """One JSON object."""
    alternatives = suggestion.alternatives
    plain: dict[str, Any] = {
        "kind": suggestion.kind.code,
        "topic": suggestion.topic,
        "department": suggestion.department,
        "priority": suggestion.priority.value,
        "confidence": suggestion.confidence,
        "needs_person": suggestion.needs_person,
        "reason": suggestion.reason,
        "alternatives": {
            "topics": [ranked.topic for ranked in alternatives.topics],
            "departments": list(alternatives.departments),
        },
        "parts": [
            {
                "text": part.words,
                "kind": part.suggestion.kind.code,
                "topic": part.suggestion.topic,
                "department": part.suggestion.department,
                "confidence": part.suggestion.confidence,
            }
            for part in parts
        ],
    }
    return json.dumps(plain, ensure_ascii=False)


def as_lines(suggestion: Suggestion, parts: tuple[Portion, ...], pack: Pack) -> str:
    """For a person."""
    names = [pack.department(code).name for code in suggestion.alternatives.departments]
    urgent = suggestion.priority is Priority.URGENT
    decides = "una persona" if suggestion.needs_person else "el sistema"
    return "\n".join(
        (
            f"Competente: {pack.department(suggestion.department).name}",
            f"Tipo: {suggestion.kind.code}",
            f"Prioridad: {'urgente: peligro para la vida' if urgent else 'normal'}",
            f"Confianza: {suggestion.confidence:.0%}; decide {decides}",
            f"Motivo: {suggestion.reason}",
            f"Más probables: {'; '.join(names)}",
            *(
                f"Parte: «{part.words}» → {pack.department(part.suggestion.department).name}"
                for part in parts
            ),
        )
    )


def read_batch(file: IO[bytes]) -> Iterator[dict[str, str]]:
    """Rows of the file; a table that cannot be read is wrong usage."""
    csv.field_size_limit(LONGEST_CELL)
    try:
        lines = io.StringIO(file.read().decode("utf-8-sig"), newline="")
        reader = csv.DictReader(lines, restval="")
        missing = [name for name in READ_COLUMNS if name not in (reader.fieldnames or ())]
        if missing:
            raise click.UsageError(f"Faltan columnas en el archivo: {', '.join(missing)}.")
        yield from reader
    except UnicodeDecodeError as error:
        raise click.UsageError("El archivo no está en UTF-8.") from error
    except csv.Error as error:
        raise click.UsageError(f"El archivo no es un CSV que se pueda leer: {error}.") from error


def write_batch(rows: list[dict[str, str]], pack: Pack, router: Router) -> None:
    """One line out for each line in, in the same order."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(WRITTEN_COLUMNS)
    for row in rows:
        place = pack.find_place(row["locality"])
        suggestion = suggest_by_matters(router, row["text"], place=place.code if place else None)
        writer.writerow(
            (
                defused(without_control(row["id"])),
                suggestion.kind.code,
                suggestion.topic or "",
                suggestion.department,
                suggestion.priority.value,
                f"{suggestion.confidence:.4f}",
                ";".join(suggestion.alternatives.departments),
            )
        )
