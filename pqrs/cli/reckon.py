"""`pqrs reckon`: dates and columns from what happened; what a change of the rules would move."""

import json
import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import click

from pqrs.acts.reckon_stale import reckon_stale
from pqrs.acts.repair_columns import repair_columns
from pqrs.cli.context import terminal
from pqrs.cli.what_if_file import WhatIfFileError, read_what_if
from pqrs.law import LawError, local_day
from pqrs.logs import on_one_line
from pqrs.queries.reckoning import MovedCase, Turn, WhatIf, what_if
from pqrs.queries.wrong_dates import wrong_dates

TURNS = {
    Turn.STAYS: "",
    Turn.BECOMES_LATE: "queda vencido",
    Turn.BECOMES_ON_TIME: "deja de estar vencido",
}


@click.command()
@click.option("--check", is_flag=True, help="Solo dice qué difiere; termina con 1 si algo difiere.")
@click.option(
    "--what-if",
    "file",
    type=click.Path(path_type=Path),
    help="TOML con cambios de calendario, lectura o término: dice qué movería, sin guardar nada.",
)
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def reckon(*, check: bool, file: Path | None, as_json: bool) -> None:
    """Recalcula fechas y columnas desde lo que pasó y repara lo que difiera, con su informe."""
    if check and file is not None:
        raise click.UsageError("--check y --what-if se piden por separado.")
    if file is not None:
        show_what_if(file, as_json=as_json)
    elif check:
        show_check(as_json=as_json)
    else:
        repair(as_json=as_json)


def show_what_if(file: Path, *, as_json: bool) -> None:
    """Which open cases the file's changes would move."""
    here = terminal()
    try:
        changes = read_what_if(file)
        with here.read() as session:
            found = what_if(session, changes, today=local_day(here.office.clock()))
    except WhatIfFileError as error:
        raise click.UsageError(on_one_line(str(error))) from error
    except LawError as error:
        raise click.UsageError(on_one_line(f"{file}: {error}")) from error
    if as_json:
        click.echo(json.dumps(plain_what_if(found), ensure_ascii=False))
        return
    click.echo(
        f"Se moverían {len(found.cases)} casos abiertos: "
        f"{found.count(Turn.BECOMES_LATE)} quedarían vencidos y "
        f"{found.count(Turn.BECOMES_ON_TIME)} dejarían de estarlo. No se guardó nada."
    )
    for row in found.departments:
        click.echo(
            f"{row.department or 'por repartir':<14} {row.moved:>6}"
            f"  vencidos {row.become_late:>5}  a tiempo {row.become_on_time:>5}"
        )
    for case in found.cases:
        click.echo(line_of(case))


def line_of(case: MovedCase) -> str:
    """Number, department, both dates and what becomes of it."""
    parts = [case.number, f"{case.department or '—':<14}", move_words(case.before, case.after)]
    if case.respond_before != case.respond_after:
        parts.append(f"completar: {move_words(case.respond_before, case.respond_after)}")
    return "  ".join(part for part in (*parts, TURNS[case.turn]) if part)


def move_words(before: date | None, after: date | None) -> str:
    """`2026-03-20 → 2026-03-24`; a dash where nothing is due."""
    return f"{before or '—'} → {after or '—'}"


def plain_what_if(found: WhatIf) -> dict[str, Any]:
    """What `--json` prints."""
    return {
        "moved": len(found.cases),
        "become_late": found.count(Turn.BECOMES_LATE),
        "become_on_time": found.count(Turn.BECOMES_ON_TIME),
        "departments": [
            {
                "department": row.department,
                "moved": row.moved,
                "become_late": row.become_late,
                "become_on_time": row.become_on_time,
            }
            for row in found.departments
        ],
        "cases": [
            {
                "number": case.number,
                "department": case.department,
                "before": iso(case.before),
                "after": iso(case.after),
                "respond_before": iso(case.respond_before),
                "respond_after": iso(case.respond_after),
                "turn": case.turn.value,
                "has_breach": case.has_breach,
            }
            for case in found.cases
        ],
    }


def iso(day: date | None) -> str | None:
    """A day as JSON has it."""
    return day.isoformat() if day else None


def show_check(*, as_json: bool) -> None:
    """What differs from the events, without touching it."""
    with terminal().read() as session:
        wrong = wrong_dates(session)
    tell(
        ((one.number, one.differing, one.fault) for one in wrong.cases),
        {"stale": wrong.stale},
        as_json=as_json,
    )
    if wrong.stale and not as_json:
        click.echo(f"{wrong.stale} casos abiertos no tienen las reglas más nuevas.", err=True)
    sys.exit(1 if wrong.cases or wrong.stale else 0)


def repair(*, as_json: bool) -> None:
    """Repair the columns, then move what a change of the rules passed by."""
    here = terminal()
    with here.work() as session:
        repaired = repair_columns(session, here.office)
    with here.work() as session:
        done = reckon_stale(session, here.office)
    moved = done.moved if done else 0
    tell(
        ((one.number, one.differing, one.fault) for one in repaired),
        {"moved": moved},
        as_json=as_json,
    )
    if not as_json:
        click.echo(f"{len(repaired)} casos con columnas que no eran; {moved} fechas movidas.")
    sys.exit(1 if any(one.fault for one in repaired) else 0)


def tell(
    found: Iterable[tuple[str, dict[str, tuple[Any, Any]], str]],
    more: dict[str, int],
    *,
    as_json: bool,
) -> None:
    """Each case with what was kept and what is right."""
    rows: list[dict[str, Any]] = [
        {
            "number": number,
            "differing": {
                name: [str(kept), str(right)] for name, (kept, right) in differing.items()
            },
            "fault": fault,
        }
        for number, differing, fault in found
    ]
    if as_json:
        click.echo(json.dumps({"cases": rows, **more}, ensure_ascii=False))
        return
    for row in rows:
        number, differing = row["number"], row["differing"]
        if row["fault"]:
            click.echo(f"{number}: su historia no se puede leer: {row['fault']}")
        for name, (kept, right) in differing.items():
            click.echo(f"{number}: {name} dice {kept}; debe decir {right}")
