"""How a copy takes its place: built aside, lost numbers marked, its promises asked, then swapped.

The witness that stands on another disk knows the numbers given since the copy was made: together
with the copy's own and with the database that is replaced, it is what no number is given twice by.
So it is joined, and in its place, before that database leaves its own: a restore that was killed
is run again, and then only this file still knows them.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select
from sqlalchemy.exc import SQLAlchemyError

from pqrs.acts.complete_witness import complete_witness
from pqrs.acts.mark_lost_numbers import mark_lost_numbers
from pqrs.cli.progress import counted, within
from pqrs.cli.staging import MovedError, Staged, name_beside, staged
from pqrs.migrations import upgrade
from pqrs.models import AnswerStatus, AuditEntry, PublicAnswer, WebSession
from pqrs.models.engine import make_engine, make_sessions
from pqrs.outside.backup_folder import WITNESS, Backup, BackupError
from pqrs.outside.files import DamagedFileError, FileStore, sync_folder
from pqrs.outside.now import now
from pqrs.outside.witness import Witness
from pqrs.queries.invariants import Ground, broken_promises
from pqrs.settings import Settings
from pqrs.transactions import work


@dataclass(frozen=True)
class Restored:
    """`lost`: numbers whose petition is gone. `aside`: where what was replaced is now, or ""."""

    lost: tuple[str, ...]
    broken: tuple[str, ...]
    notes: tuple[str, ...]
    aside: str


def bring_back(
    settings: Settings,
    copy: Backup,
    *,
    anyway: bool,
    keeps_old: bool,
    tell: Callable[[float], None],
) -> Restored:
    """Raises `BackupError`, `OSError` or `SQLAlchemyError`, and then nothing has changed.

    Raises `MovedError` when something has.
    """
    copy.check(within(tell, 0, 0.2))
    notes = list(notes_on(settings))
    with staged_witness(settings.witness) as witness:
        remember(witness, copy)
        withdrawn: set[int] = set()
        if keeps_old:
            try:
                withdrawn = remember_replaced(settings, witness, copy.manifest.made_at)
            except SQLAlchemyError:
                notes.append(UNREADABLE)
        store = FileStore(settings.files)
        adopt_files(copy, store, within(tell, 0.2, 0.4))
        with (
            in_place(witness, settings.witness),
            staged(settings.database_url, copy.folder, keeps_old=keeps_old) as aside,
        ):
            ground = aside, Witness(settings.witness), store
            lost, broken, again = settle(*ground, withdrawn, within(tell, 0.4, 1))
            new = [what for what in broken if what not in (copy.manifest.broken or ())]
            if new and not anyway:
                raise BackupError(f"Lo restaurado no cumple: {'; '.join(new[:5])}.")
            aside.accept()
    return Restored(lost, broken, (*notes, *map(published_again, again)), aside.kept)


UNREADABLE = (
    "La base que había no se puede leer: sus números se saben solo por el testigo, y las "
    "respuestas que se retiraron después de la copia no se conocen."
)


def published_again(answer: str) -> str:
    """Somebody had decided that it should not be."""
    return (
        f"Se publica otra vez /respuestas/{answer}, que se había retirado después de la copia: "
        "retírela de nuevo en /bandeja/respuestas."
    )


def notes_on(settings: Settings) -> Iterator[str]:
    """What the operator has to look at afterwards."""
    if not settings.witness.exists():
        yield (
            f"No había testigo en {settings.witness}: quedó el de la copia. Los números que se "
            "dieron después de ella no se conocen; si tiene ese testigo, póngalo allí y restaure "
            "otra vez con --replace."
        )
    yield "Revise pqrs user list: lo que se cambió en las cuentas después de la copia no está."
    yield (
        "Volvió lo que se había borrado después de la copia, como el contacto que alguien dejó en "
        "una evaluación: quien la revisó debe revisarla otra vez. Las sesiones del personal se "
        "cerraron todas."
    )


@contextmanager
def staged_witness(path: Path) -> Iterator[Witness]:
    """A copy beside it, to be written on; it goes away unless it was put in its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = name_beside(path)
    try:
        Witness(path).copy_to(aside)
        yield Witness(aside)
    finally:
        aside.unlink(missing_ok=True)


@contextmanager
def in_place(witness: Witness, path: Path) -> Iterator[None]:
    """On the disk before any database that relies on it; what stood there comes back on failure.

    Not when the old database did not: then this one alone knows all its numbers.
    """
    old = path.with_name(f"{witness.path.name}.old")
    had = path.exists()
    if had:
        os.link(path, old)
    try:
        witness.path.replace(path)
        sync_folder(path.parent)
        yield
    except MovedError:
        raise
    except BaseException:
        if had:
            old.replace(path)
        else:
            path.unlink(missing_ok=True)
        sync_folder(path.parent)
        raise
    finally:
        old.unlink(missing_ok=True)


def remember(witness: Witness, copy: Backup) -> None:
    """The numbers of the copy's witness that this one lacks; all of it where there was none."""
    own = Witness(copy.folder / WITNESS)
    if witness.path.stat().st_size == 0:
        own.copy_to(witness.path)
        return
    known = {(issued.number, issued.content_hash) for issued, _linked in witness.lines()}
    witness.append(
        [
            issued
            for issued, _linked in own.lines()
            if (issued.number, issued.content_hash) not in known
        ]
    )


def remember_replaced(settings: Settings, witness: Witness, made_at: datetime) -> set[int]:
    """The numbers of the database that is replaced; the public answers withdrawn there since."""
    engine = make_engine(settings.database_url)
    try:
        with make_sessions(engine)() as session:
            complete_witness(session, witness)
            since = select(AuditEntry.details).where(
                AuditEntry.action == "answer_withdrawn", AuditEntry.at >= made_at
            )
            return {details["answer"] for details in session.scalars(since)}
    finally:
        engine.dispose()


def adopt_files(copy: Backup, store: FileStore, tell: Callable[[float], None]) -> None:
    """Each file that is not there, or is not what it was. One too many harms nobody."""
    for part in counted(copy.manifest.files, tell):
        path = copy.path_of(part)
        try:
            store.read(path.name, part.size)
        except DamagedFileError:
            store.adopt(path)


def settle(
    aside: Staged,
    witness: Witness,
    store: FileStore,
    withdrawn: set[int],
    tell: Callable[[float], None],
) -> tuple[tuple[str, ...], ...]:
    """Newest schema, lost numbers marked, nobody signed in.

    Those numbers, what is broken even so, and which of the withdrawn answers are public again.
    """
    engine = make_engine(aside.url)
    sessions = make_sessions(engine)
    try:
        upgrade(engine)
        with sessions() as session:
            complete_witness(session, witness)
        with work(sessions, witness) as session:
            lost = mark_lost_numbers(session, witness, now())
            session.execute(delete(WebSession))  # some were ended since
        with sessions() as session:
            broken = tuple(broken_promises(Ground(session, witness, store), tell))
            again = select(PublicAnswer.id).where(
                PublicAnswer.id.in_(withdrawn), PublicAnswer.status == AnswerStatus.PUBLISHED
            )
            public = tuple(map(str, session.scalars(again.order_by(PublicAnswer.id))))
    finally:
        engine.dispose()
    return lost, broken, public
