"""`pqrs route --retrain`: learn from corrected cases, after showing what that would change."""

import json
import sys
from dataclasses import asdict, dataclass
from typing import Any

import click

from pqrs.acts.office import lessons_of
from pqrs.acts.teach_router import NothingTaughtError, teach_router, teach_router_as_before
from pqrs.cli.asked import asked
from pqrs.cli.context import Terminal, terminal
from pqrs.cli.progress import progress
from pqrs.law import local_day
from pqrs.models import Teaching, newest_teaching, routing_rules
from pqrs.office import Router
from pqrs.office.classifier import Classifier
from pqrs.office.entity import RoutingExample
from pqrs.office.retraining import Score, Trial, try_lessons
from pqrs.office.teaching import lesson_from_plain, lessons_from
from pqrs.outside.router_weights import keep_weights
from pqrs.queries.confirmed_cases import confirmed_cases
from pqrs.queries.routing_dry_run import Comparison, DryRun, Elsewhere, routing_dry_run

LISTED = 50


@dataclass(frozen=True)
class Findings:
    """What whoever agrees is shown. `lessons` by number of the case."""

    lessons: dict[str, RoutingExample]
    cases: int
    trial: Trial
    run: DryRun


def retrain(*, yes: bool, as_json: bool) -> None:
    """Show before and after, ask, and replace; ends the process with 1 when the answer is no."""
    here = terminal()
    found = look(here)
    if found is None:
        click.echo("Ningún caso corregido y respondido enseña algo nuevo.", err=True)
        sys.exit(1)
    click.echo(as_document(found) if as_json else as_lines(found, here))
    if not yes and not asked("¿Reemplazar lo aprendido?"):
        click.echo("No se reemplazó nada.", err=True)
        sys.exit(1)
    keep_weights(here.office.pack_taught(tuple(found.lessons.values())), here.settings.instance)
    with here.work() as session:
        count = teach_router(session, found.lessons, asdict(found.trial), office=here.office)
    click.echo(f"Listo: aprendió de {count} casos. Para volver: pqrs route --go-back", err=True)


def go_back(*, yes: bool) -> None:
    """What was in force before the last time, after asking."""
    here = terminal()
    if not yes and not asked("¿Volver a lo que sabía antes de la última vez?"):
        click.echo("No se cambió nada.", err=True)
        sys.exit(1)
    try:
        with here.work() as session:
            count = teach_router_as_before(session, office=here.office)
            pack = here.office.pack_now(session)
    except NothingTaughtError:
        click.echo("Todavía no ha aprendido de ningún caso.", err=True)
        sys.exit(1)
    keep_weights(pack, here.settings.instance)
    click.echo(f"Listo: volvió a lo de antes, con {count} casos.", err=True)


def look(here: Terminal) -> Findings | None:
    """Teach aside, ask both, and route last month again; None when there is nothing to learn."""
    office, pack = here.office, here.office.pack
    moment = office.clock()
    today = local_day(moment)
    with here.read() as session:
        version = newest_teaching(session)
        row = session.get(Teaching, version[0]) if version else None
        before = {one["number"]: lesson_from_plain(one) for one in (row.lessons if row else ())}
        cases = confirmed_cases(session)
        now_known = office.learn(office.pack_taught(lessons_of(session, version)))
        lessons = dict(lessons_from(cases, pack, Classifier(now_known.topics).rank))
        if not lessons or lessons == before:
            return None
        trial = try_lessons(pack, before, lessons, cases)
        rules = routing_rules(session, today)
        taught = Router(office.pack_taught(tuple(lessons.values())), office.learn)
        compared = Comparison(
            before=office.router_now(session),
            after=taught.over(office.router_with(session, rules, today).pack),
            on=today,
            now=moment,
        )
        with progress("Repartiendo otra vez el último mes") as tell:
            run = routing_dry_run(session, compared, tell=tell)
    return Findings(lessons, len(cases), trial, run)


def as_lines(found: Findings, here: Terminal) -> str:
    """For a person."""
    trial, run = found.trial, found.run
    lines = [
        f"Casos que una persona corrigió y la respuesta confirmó: {found.cases}.",
        f"Enseñan {len(found.lessons)}; de sus textos no se copian nombres ni números.",
        "",
        f"{'':<42} {'antes':>16} {'después':>16}",
        *score_lines("Textos de la entidad", trial.texts_before, trial.texts_after),
        *score_lines("Casos corregidos", trial.cases_before, trial.cases_after),
        "",
        f"Del último mes se miraron {run.looked_at} casos; cambiarían {len(run.cases) + run.hidden}"
        + (f" ({run.hidden} reservados, anónimos o denuncias)." if run.hidden else "."),
        *(line_of(one, here) for one in run.cases[:LISTED]),
    ]
    if len(run.cases) > LISTED:
        lines.append(f"… y {len(run.cases) - LISTED} más.")
    if trial.is_worse:
        lines += ["", "ATENCIÓN: después acierta menos que antes."]
    return "\n".join(lines)


def score_lines(title: str, before: Score, after: Score) -> tuple[str, ...]:
    """Department and kind, of what was kept apart."""
    if not before.texts:
        return (f"{title}: ninguno quedó apartado para preguntar.",)
    return tuple(
        f"{f'{title}, {name}':<42} {share(old, before.texts):>16} {share(new, after.texts):>16}"
        for name, old, new in (
            ("dependencia correcta", before.department, after.department),
            ("tipo correcto", before.kind, after.kind),
        )
    )


def share(right: int, texts: int) -> str:
    """`82 % (41/50)`."""
    return f"{100 * right / texts:.0f} % ({right}/{texts})"


def line_of(one: Elsewhere, here: Terminal) -> str:
    """One case of last month."""
    names = {body.code: body.name for body in here.office.pack.departments}
    before, after = (
        names[code] + (", con una persona" if waits else "")
        for code, waits in ((one.before, one.waits_before), (one.after, one.waits_after))
    )
    return f"  {one.number}  {before} → {after}"


def as_document(found: Findings) -> str:
    """One JSON object."""
    plain: dict[str, Any] = {
        "cases": found.cases,
        "lessons": len(found.lessons),
        "trial": asdict(found.trial),
        "is_worse": found.trial.is_worse,
        "last_month": {
            "looked_at": found.run.looked_at,
            "hidden": found.run.hidden,
            "changed": [
                {"number": one.number, "before": one.before, "after": one.after}
                for one in found.run.cases
            ],
        },
    }
    return json.dumps(plain, ensure_ascii=False)
