"""Approve a closure while very many cases are open: every one moves, with its event and notice.

`scripts/bench reckoning` prints the table and writes it into docs/performance.md; `--dry` only
prints it. What was written is then verified.
"""

import argparse
import sys
import tempfile
import time
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from sqlalchemy import Engine, func, select
from sqlalchemy.orm import Session

from pqrs.acts.decide_rule import Verdict, decide_rule
from pqrs.acts.office import Office, make_office
from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.law import ChangeKind
from pqrs.models import Department, Notice, Official, PetitionEvent, newest_version
from pqrs.models.engine import make_engine, make_sessions, write_intent
from pqrs.office import Role, Viewer
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import INVARIANTS, Ground
from pqrs.settings import Settings
from tests.bench.many_cases import fill
from tests.bench.report import machine, put_between
from tests.databases import prepare

TODAY = datetime(2026, 8, 18, 15, tzinfo=UTC)
CLOSED = "2026-08-21"
ASKED = frozenset({"I11", "I13", "I17", "I18"})
GOAL = 20.0


@dataclass(frozen=True)
class Run:
    """Seconds of one approval, and what it wrote."""

    cases: int
    seconds: float
    processor: float
    moved: int
    events: int
    notices: int
    broken: int


def main() -> int:
    options = read_options()
    runs = []
    for cases in options.sizes:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            runs.append(run(cases, Path(folder), options.database))
    print(table(runs))
    if not options.dry:
        put_between("reckoning", f"{note(options.database)}\n\n{table(runs)}")
    return int(any(one.broken for one in runs))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/bench reckoning", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1000, 10_000, 100_000])
    parser.add_argument("--database", help="the address of an empty one; SQLite without it")
    parser.add_argument("--dry", action="store_true", help="leave docs/performance.md as it is")
    return parser.parse_args()


def run(cases: int, folder: Path, database: str | None) -> Run:
    """Make the cases, approve the closure, count what was written and verify it."""
    url = database or f"sqlite:///{folder / 'many.sqlite'}"
    settings = Settings.from_environ({"PQRS_DATABASE_URL": url}, folder)
    office = replace(make_office(settings), clock=lambda: TODAY)
    prepare(url)
    engine = make_engine(url)
    try:
        return measure(cases, engine, office, settings)
    finally:
        engine.dispose()


def measure(cases: int, engine: Engine, office: Office, settings: Settings) -> Run:
    sessions = make_sessions(engine)
    print(f"making {cases} open cases …", file=sys.stderr, flush=True)
    with write_intent(), sessions() as session:
        fill(session, cases, departments(session), TODAY.date())
        change_id, supervisor = proposed(session, office)
        session.commit()
    begins, used = time.perf_counter(), time.process_time()
    with write_intent(), sessions() as session:
        verdict = Verdict(approve=True, seen=newest_version(session))
        done = decide_rule(
            session, change_id=change_id, verdict=verdict, viewer=supervisor, office=office
        )
        session.commit()
    seconds, processor = time.perf_counter() - begins, time.process_time() - used
    with sessions() as session:
        ground = Ground(session, Witness(settings.witness), office.files)
        asked = [one for one in INVARIANTS if one.code in ASKED]
        broken = [finding for one in asked for finding in one.ask(ground)]
        print(*broken[:5], sep="\n", file=sys.stderr)
        events = count(session, PetitionEvent.id, PetitionEvent.name == "reckoned")
        notices = count(session, Notice.id, Notice.letter.in_(("reckoned", "reckoned_department")))
    moved = done.reckoning.moved if done.reckoning else 0
    return Run(cases, seconds, processor, moved, events, notices, len(broken))


def departments(session: Session) -> tuple[str, ...]:
    return tuple(session.scalars(select(Department.code).where(Department.internal.is_(True))))


def proposed(session: Session, office: Office) -> tuple[int, Viewer]:
    """The proposal, and who may approve it."""
    admin, supervisor = (person(session, role) for role in (Role.ADMIN, Role.SUPERVISOR))
    done = propose_rule(
        session,
        kind=ChangeKind.CLOSURE,
        record={"days": [CLOSED]},
        act=FormalAct("Decreto 100 de 2026", date(2026, 8, 18), "Alcaldesa"),
        viewer=admin,
        office=office,
    )
    return done.change_id, supervisor


def person(session: Session, role: Role) -> Viewer:
    official = Official(
        email=f"{role.value}@example.com", name="Persona", role=role, password_hash=None
    )
    session.add(official)
    session.flush()
    return Viewer(official.id, role)


def count(session: Session, column, condition) -> int:
    return session.scalar(select(func.count(column)).where(condition)) or 0


def table(runs: list[Run]) -> str:
    """One row a size."""
    lines = [
        "| open cases | moved | events | notices | seconds | of the processor | µs a case |",
        "|---:|---:|---:|---:|---:|---:|---:|",
    ]
    lines += [
        f"| {one.cases:,} | {one.moved:,} | {one.events:,} | {one.notices:,} "
        f"| {one.seconds:.1f} | {one.processor:.1f} | {one.processor / one.cases * 1e6:.0f} |"
        for one in runs
    ]
    return "\n".join(lines)


def note(database: str | None) -> str:
    """What it was measured on."""
    name = "PostgreSQL" if database else "SQLite"
    day = datetime.now(tz=UTC).date().isoformat()
    return f"Measured on {day}: {machine()}, {name}; one approval a size, then verified."


if __name__ == "__main__":
    sys.exit(main())
