"""`pqrs deadline` and `pqrs calendar`: when something is due, which days count, and by which norm.

They need no database; where there is one, its closures and readings are used.
"""

import csv
import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import IO, Any, TypeVar

import click
from sqlalchemy import create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from pqrs.law import (
    WEEKDAYS,
    Case,
    CountedDay,
    LawError,
    RuleBook,
    holidays_in,
    local_day,
    read_moment,
)
from pqrs.logs import on_one_line
from pqrs.models.rules import rule_book
from pqrs.queries.calendar_check import CalendarCheck, calendar_check
from pqrs.settings import SettingsError, instance_folder, read_database
from pqrs.web.spreadsheet import defused
from pqrs.web.typed_text import without_control

COLUMNS = ("id", "modality", "received_at")
ONE_DAY = timedelta(days=1)
LONGEST_CELL = 131_072
Answer = TypeVar("Answer")


@click.command()
@click.argument("kind", required=False)
@click.argument("received_at", required=False)
@click.option("--events", default="[]", help="Lo que pasó después: una lista JSON de hechos.")
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
@click.option(
    "--batch", type=click.File("rb"), help="CSV con columnas id, modality, received_at, events."
)
def deadline(
    *,
    kind: str | None,
    received_at: str | None,
    events: str,
    as_json: bool,
    batch: IO[bytes] | None,
) -> None:
    """Dice cuándo vence y por qué. KIND: código de la clase; RECEIVED_AT: fecha y hora ISO.

    Sin zona, la hora es de Bogotá. Termina con 1 si no vence: está detenido o no tiene plazo.
    """
    book = rules_at_hand()
    if batch is not None:
        if kind is not None or as_json:
            raise click.UsageError("--batch lee todo del archivo y responde en CSV.")
        write_batch(read_table(batch), book)
        return
    if kind is None or received_at is None:
        raise click.UsageError("Faltan KIND y RECEIVED_AT, o --batch con un archivo.")
    try:
        case = book.work_out(kind, read_moment(received_at), read_json(events))
    except LawError as error:
        raise click.UsageError(on_one_line(str(error))) from error
    if as_json:
        click.echo(json.dumps(as_plain(case), ensure_ascii=False))
    else:
        click.echo(as_text(case), err=case.due_on is None)
        for refused in refusals_of(case):
            click.echo(refused, err=True)
    sys.exit(0 if case.due_on else 1)


@click.command("calendar")
@click.argument("year", type=int)
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def calendar(*, year: int, as_json: bool) -> None:
    """Cada día de YEAR: si es hábil y, si no, por qué y con qué norma."""
    known = rules_at_hand()
    try:
        days = list(days_of(year, known))
        check = ask_database(lambda session: calendar_check(session, year), None)
    except LawError as error:
        raise click.UsageError(str(error)) from error
    if as_json:
        plain = {"year": year, "days": days, "signed": check is not None and check.is_signed}
        click.echo(json.dumps(plain, ensure_ascii=False))
        return
    for day in days:
        mark = "hábil   " if day["working"] else "no hábil"
        norm = f" ({day['norm']})" if day["norm"] else ""
        why = "" if day["working"] else f"  {day['why']}{norm}"
        click.echo(f"{day['date']}  {day['weekday']:<9}  {mark}{why}")
    if check is not None:
        click.echo(signature_words(check), err=True)


def signature_words(check: CalendarCheck) -> str:
    """Whether somebody answers for this calendar, and how it differs from the law's."""
    differ = f"Difiere de la ley en {len(check.differences)} días. " if check.differences else ""
    signature = check.signature
    if signature is None:
        return f"{differ}Calendario de {check.year} sin firmar."
    on = local_day(signature.at)
    if not signature.is_current:
        return f"{differ}{signature.by} lo firmó el {on}, pero cambió después: falta firmarlo."
    act = f", por {signature.act}" if signature.act else ""
    return f"{differ}Firmado por {signature.by} el {on}{act}."


def days_of(year: int, known: RuleBook) -> Iterator[dict[str, Any]]:
    """Every day of the year as a plain record. Raises LawError out of the calendar's range."""
    holidays_in(year)  # refuses the year by name, also one that no date can hold
    day = date(year, 1, 1)
    while day.year == year:
        calendar = known.on(day).calendar
        reason = calendar.reason(day)
        yield {
            "date": day.isoformat(),
            "weekday": WEEKDAYS[day.weekday()],
            "working": calendar.is_working(day),
            "why": reason.text,
            "norm": reason.norm,
        }
        day += ONE_DAY


def as_text(case: Case) -> str:
    """The date alone on the first line, then why, then every day; without a date, only why."""
    if case.due_on is None:
        return case.summary
    lines = [case.due_at.isoformat(timespec="minutes") if case.due_at else str(case.due_on)]
    lines += [case.summary, ""] if case.days else [case.summary]
    for day in case.days:
        count = f"{day.total:>3}" if day.counted else "  ·"
        norm = f" ({day.norm})" if day.norm else ""
        lines.append(f"{count}  {day.day}  {WEEKDAYS[day.day.weekday()]:<9}  {day.why}{norm}")
    return "\n".join(lines)


def refusals_of(case: Case) -> list[str]:
    """What was told and the law refuses, so that the date is without it: rule and norm."""
    return [on_one_line(str(refusal)) for _on, refusal in case.objections]


def as_plain(case: Case) -> dict[str, Any]:
    """What `--json` prints; `due_on` is null while the clock stands still."""
    return {
        "kind": case.code,
        "due_on": case.due_on.isoformat() if case.due_on else None,
        "due_at": case.due_at.isoformat() if case.due_at else None,
        "norm": str(case.citation),
        "summary": case.summary,
        "steps": [
            {
                "date": step.on.isoformat(),
                "text": step.text,
                "norm": str(step.citation) if step.citation else "",
            }
            for step in case.steps
        ],
        "chain": [
            {
                "date": link.on.isoformat(),
                "text": link.text,
                "due_on": link.due_on.isoformat() if link.due_on else None,
                "norm": str(link.citation or ""),
            }
            for link in case.chain
        ],
        "parts": [
            {
                "kind": one.part.kind.code,
                "due_on": one.part.due_on.isoformat() if one.part.due_on else None,
                "total_days": one.part.total_days,
                "norm": str(one.part.term.citation),
                "days": days_as_plain(one.days),
            }
            for one in case.parts
        ],
        "days": days_as_plain(case.days),
        "refused": [
            {"date": on.isoformat(), "text": str(refusal), "norm": str(refusal.citation)}
            for on, refusal in case.objections
        ],
    }


def days_as_plain(days: Iterable[CountedDay]) -> list[dict[str, Any]]:
    """Every day: which, counted or not, why by which norm, and how many so far."""
    return [
        {
            "date": day.day.isoformat(),
            "weekday": WEEKDAYS[day.day.weekday()],
            "counted": day.counted,
            "why": day.why,
            "norm": day.norm,
            "total": day.total,
        }
        for day in days
    ]


def read_json(text: str) -> object:
    """An empty cell is no events. Raises LawError for what is not JSON."""
    try:
        return json.loads(text) if text and text.strip() else []
    except (ValueError, RecursionError):
        raise LawError("happenings") from None


def read_table(batch: IO[bytes]) -> list[dict[str, Any]]:
    """All rows, with or without a byte-order mark. Wrong usage if it is not such a file."""
    csv.field_size_limit(LONGEST_CELL)  # of the whole process: another command may have raised it
    try:
        table = csv.DictReader(StringIO(batch.read().decode("utf-8-sig"), newline=""), restval="")
        rows = list(table)
    except (UnicodeDecodeError, csv.Error) as error:
        raise click.UsageError("El archivo no es un CSV en UTF-8.") from error
    missing = [name for name in COLUMNS if name not in (table.fieldnames or [])]
    if missing:
        raise click.UsageError(f"Al archivo le faltan columnas: {', '.join(missing)}.")
    return rows


def write_batch(rows: list[dict[str, Any]], book: RuleBook) -> None:
    """One row out for each row in; the rest go on.

    On stderr, why a row has no date, and what it tells that the law refuses.
    """
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("id", "due_on"))
    for row in rows:
        due_on, said = row_due_on(row, book)
        writer.writerow((defused(without_control(row["id"])), due_on))
        for why in said:
            click.echo(on_one_line(f"{row['id']}: {why}"), err=True)


def row_due_on(row: dict[str, Any], book: RuleBook) -> tuple[str, list[str]]:
    """The date and what the law refuses of the row, or an empty date and its reason."""
    try:
        moment, events = read_moment(row["received_at"]), read_json(row.get("events", ""))
        case = book.work_out(row["modality"].strip(), moment, events)
    except LawError as error:
        return "", [str(error)]
    return (str(case.due_on), refusals_of(case)) if case.due_on else ("", [case.summary])


def rules_at_hand() -> RuleBook:
    """The entity's rules if there is a database with them, else the nation's."""
    return ask_database(rule_book, RuleBook())


def ask_database(ask: Callable[[Session], Answer], otherwise: Answer) -> Answer:
    """What the database answers; `otherwise` where there is none to ask."""
    url = os.environ.get("PQRS_DATABASE_URL") or f"sqlite:///{instance_folder() / 'pqrs.sqlite'}"
    try:
        url = read_database(url)
        if is_absent(make_url(url)):
            return otherwise
        engine = create_engine(url)
        try:
            with Session(engine) as session:
                return ask(session)
        finally:
            engine.dispose()
    except (SQLAlchemyError, ImportError, SettingsError):
        click.echo("Sin base de datos que leer: solo se cuentan los festivos nacionales.", err=True)
        return otherwise


def is_absent(url: URL) -> bool:
    """Asking a SQLite file that is not there would make it."""
    if url.get_backend_name() != "sqlite":
        return False
    return not (url.database and Path(url.database).exists())
