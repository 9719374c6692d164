"""Ask the antivirus about the files that waited for it when they came."""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.models import Document
from pqrs.office.attachments import FileStatus
from pqrs.outside.antivirus import Verdict

AT_ONCE = 20


def scan_documents(work: Callable[[], AbstractContextManager[Session]], office: Office) -> int:
    """How many have their verdict now. Nothing is locked while it thinks.

    Without an antivirus any more, what waits is kept waiting: it was asked for once.
    """
    if office.antivirus is None:
        return 0
    with work() as session:
        waiting = set(
            session.scalars(
                select(Document.sha256).where(Document.status == FileStatus.WAITING).limit(AT_ONCE)
            )
        )
    done = 0
    for sha256 in sorted(waiting):
        with office.files.path_of(sha256).open("rb") as file:
            verdict = office.antivirus.scan(file)
        if verdict is Verdict.SILENT:
            break
        status = FileStatus.CLEAN if verdict is Verdict.CLEAN else FileStatus.HELD
        with work() as session:
            session.execute(
                update(Document)
                .where(Document.sha256 == sha256, Document.status == FileStatus.WAITING)
                .values(status=status)
            )
        done += 1
    return done
