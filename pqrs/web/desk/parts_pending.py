"""`/bandeja/partes`: what has yet to be written in others' cases, or sent, for who oversees it."""

from dataclasses import dataclass

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from pqrs.extensions import db
from pqrs.office import Permission
from pqrs.outside.now import today
from pqrs.queries.parts import PendingPart, pending_parts
from pqrs.web.desk import desk
from pqrs.web.desk.parts import name_of
from pqrs.web.desk.queue_rows import DueWords, due_words
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import page


@dataclass(frozen=True)
class PendingRow:
    """One in words; nothing of the case but its number."""

    number: str
    department: str
    holder: str
    due: DueWords


@dataclass(frozen=True)
class PendingPage:
    """The first to fall due before the rest. `late`: how many are past their day."""

    rows: tuple[PendingRow, ...]
    late: int


@desk.get("/bandeja/partes")
@may(Permission.SEE_ALL_METADATA)
def pending() -> ResponseReturnValue:
    """Numbers and days alone: no case is read here."""
    found = pending_parts(db.session(), the_viewer().viewer, today=today())
    rows = tuple(map(row_of, found))
    late = sum(one.due_on is not None and one.due_on < today() for one in found)
    return page("desk/parts_pending.html", PendingPage(rows, late))


def row_of(one: PendingPart) -> PendingRow:
    """With the names of both, and what is missing: a word, or to pass it on."""
    body = name_of(one.department)
    return PendingRow(
        number=one.number,
        department=_("Trasladarlo a %(body)s", body=body)
        if one.is_outside
        else _("Lo que escribe %(body)s", body=body),
        holder=name_of(one.holder) if one.holder else _("Espera reparto"),
        due=due_words(one.due_on, one.days_left, today()),
    )
