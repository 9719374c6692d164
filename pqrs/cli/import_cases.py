"""`pqrs import`: the cases of another system, from a CSV file, all of them or none."""

import hashlib
import json
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any

import click
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from pqrs.acts.import_case import (
    ImportRefusalError,
    Plan,
    import_cases,
    known_cases,
    note_import,
    plan_case,
)
from pqrs.cli.context import Terminal, terminal
from pqrs.cli.progress import counted, progress
from pqrs.logs import on_one_line
from pqrs.migrations import is_current
from pqrs.models import rule_book
from pqrs.office.import_file import ImportFileError, Sheet, Trouble, read_sheet
from pqrs.office.import_row import OldCase, read_cases

AT_ONCE = 250
"""Cases after which the session forgets what it has written: thousands would slow every flush."""
SHOWN = 50
"""Lines of a kind on a terminal; a machine gets all."""

CHANGED = "ya se importó con otros datos; lo importado no se cambia con un archivo"
MEANWHILE = "Otra importación guardó alguno de estos casos mientras tanto. Repita la orden."
NO_CODES = (
    "Los casos importados no tienen código de acceso: quien pregunte por el suyo, que llame o "
    "venga a la ventanilla con su número anterior."
)


@dataclass(frozen=True)
class Difference:
    """A due date that the other system had reckoned otherwise. `number`: the one it has here."""

    line: int
    external_number: str
    number: str
    theirs: str
    ours: str | None


@dataclass(frozen=True)
class Report:
    """What came of a file. `already`: cases brought in before, left as they are."""

    file: str
    rows: int
    imported: int
    already: int
    refused: tuple[Trouble, ...]
    due_on_differs: tuple[Difference, ...]
    unused_columns: tuple[str, ...]
    dry_run: bool
    saved: bool


@dataclass(frozen=True)
class Reading:
    """The file held against the pack, the law and what was brought in before."""

    plans: tuple[Plan, ...]
    already: int
    refused: tuple[Trouble, ...]


@click.command("import")
@click.argument("file", type=click.File("rb"))
@click.option("--dry-run", is_flag=True, help="Revisa y cuenta, pero no guarda nada.")
@click.option("--skip-bad", is_flag=True, help="Importa las filas buenas y salta las malas.")
@click.option("--json", "as_json", is_flag=True, help="Informe para una máquina.")
def import_(*, file: IO[bytes], dry_run: bool, skip_bad: bool, as_json: bool) -> None:
    """Importa los casos de otro sistema desde FILE, un CSV en UTF-8 con comas o puntos y comas.

    Columnas: number, kind, received_at (obligatorias), subject, text, department, topic, locality,
    channel, due_on, extended_to_days, answered_at, satisfaction. Todo o nada, salvo --skip-bad;
    repetirlo no agrega nada. Termina con 1 si rechazó filas y por eso no guardó.
    """
    here = terminal()
    if not is_current(here.engine):
        raise click.ClickException("La base de datos no está al día. Ejecute antes: pqrs init")
    content = file.read()
    try:
        sheet = read_sheet(content)
    except ImportFileError as error:
        raise click.UsageError(on_one_line(str(error))) from error
    found = read_plans(here, sheet)
    stops = bool(found.refused) and not skip_bad
    saved = bool(found.plans) and not dry_run and not stops
    try:
        numbers = write(here, found, file_facts(file, content)) if saved else {}
    except IntegrityError as error:
        raise click.ClickException(MEANWHILE) from error
    tell(
        Report(
            file=Path(file.name).name,
            rows=len(sheet.rows) + len(sheet.troubles),
            imported=len(found.plans) if saved or (dry_run and not stops) else 0,
            already=found.already,
            refused=found.refused,
            due_on_differs=tuple(differences(found.plans, numbers)),
            unused_columns=sheet.unused,
            dry_run=dry_run,
            saved=saved,
        ),
        as_json=as_json,
    )
    sys.exit(1 if stops else 0)


def read_plans(here: Terminal, sheet: Sheet) -> Reading:
    """Every row looked at before any is written, so that one report says all that is wrong."""
    cases, troubles = read_cases(sheet, here.office.pack, here.office.clock())
    with here.read() as session, progress("Revisando") as tell_share:
        known, book = known_cases(session), rule_book(session)
        router = here.office.router_now(session)
        plans, refused, already = [], list(troubles), 0
        for case in counted(cases, tell_share):
            try:
                if is_known(case, known):
                    already += 1
                else:
                    plans.append(plan_case(case, book, router, here.office))
            except ImportRefusalError as error:
                refused.append(Trouble(case.line, error.column, error.reason, case.number))
    return Reading(tuple(plans), already, tuple(sorted(refused, key=lambda one: one.line)))


def is_known(case: OldCase, known: dict[str, str]) -> bool:
    """Whether this very row was brought in before. Raises ImportRefusalError for another one."""
    content = known.get(case.number)
    if content is not None and content != case.content_hash:
        raise ImportRefusalError("number", f"«{case.number}» {CHANGED}")
    return content is not None


def file_facts(file: IO[bytes], content: bytes) -> dict[str, Any]:
    """What the audit trail keeps of the file."""
    return {"file": Path(file.name).name, "sha256": hashlib.sha256(content).hexdigest()}


def write(here: Terminal, found: Reading, facts: dict[str, Any]) -> dict[str, str]:
    """One transaction for all; the number that each got, by the one it had."""
    numbers = {}
    with here.work() as session, progress("Importando") as tell_share:
        given = import_cases(session, found.plans, here.office)
        for place, plan in enumerate(counted(found.plans, tell_share), start=1):
            numbers[plan.case.number] = next(given)
            if place % AT_ONCE == 0:
                forget(session)
        counts = {"imported": len(found.plans), "refused": len(found.refused)}
        note_import(session, {**facts, **counts, "already": found.already}, here.office.clock())
    return numbers


def forget(session: Session) -> None:
    """Send what waits and let the rows go; the transaction stays open."""
    session.flush()
    session.expunge_all()


def differences(plans: tuple[Plan, ...], numbers: dict[str, str]) -> list[Difference]:
    """Every due date of the other system that is not ours."""
    return [
        Difference(
            line=plan.case.line,
            external_number=plan.case.number,
            number=numbers.get(plan.case.number, ""),
            theirs=str(plan.case.due_on),
            ours=str(plan.due_on) if plan.due_on else None,
        )
        for plan in plans
        if plan.differs
    ]


def tell(report: Report, *, as_json: bool) -> None:
    """The result on stdout; what a person should read of each row, on stderr."""
    if as_json:
        click.echo(json.dumps(asdict(report), ensure_ascii=False))
        return
    say_rows([str(trouble) for trouble in report.refused])
    say_rows([difference_words(one) for one in report.due_on_differs])
    if report.unused_columns:
        say(f"Columnas que no se usan: {', '.join(report.unused_columns)}.")
    click.echo(
        f"Filas: {report.rows}. Importadas: {report.imported}. Ya estaban: {report.already}. "
        f"Rechazadas: {len(report.refused)}. "
        f"Con otra fecha de vencimiento: {len(report.due_on_differs)}."
    )
    if report.dry_run:
        say("Ensayo: no se guardó nada.")
    elif report.saved:
        say(NO_CODES)
    elif report.refused:
        say("No se guardó nada. Corrija esas filas, o use --skip-bad para importar las demás.")


def difference_words(one: Difference) -> str:
    """The other system's date is kept and never used."""
    ours = f"vence el {one.ours}" if one.ours else "no vence"
    called = f"{one.external_number} ({one.number})" if one.number else one.external_number
    return f"línea {one.line}, columna due_on: {called} decía {one.theirs}; por la ley {ours}"


def say_rows(rows: list[str]) -> None:
    """The first ones, and how many more there are."""
    for row in rows[:SHOWN]:
        say(row)
    if len(rows) > SHOWN:
        say(f"… y {len(rows) - SHOWN} más. Con --json se ven todas.")


def say(text: str) -> None:
    """One line on stderr."""
    click.echo(on_one_line(text), err=True)
