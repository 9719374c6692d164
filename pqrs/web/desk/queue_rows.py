"""Rows of a list of cases in words: how near the due date is, in which group, whose identity."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Final

from flask_babel import LazyString, ngettext
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import IdentityLevel, Priority, PriorityGround
from pqrs.office import Pack
from pqrs.queries.contests import ContestedRow
from pqrs.queries.parts import PartRow
from pqrs.queries.queue import NEAR, SOON, DueGroup, QueueRow
from pqrs.web.typed_text import whole_number
from pqrs.web.words import words

URGENT: Final = "urgent"
PREFERRED: Final = "preferred"
WRITTEN: Final = "written"
GROUPS: Final[dict[str, LazyString]] = {
    URGENT: _l("Peligro para la vida (art. 20)"),
    PREFERRED: _l("Atención preferente por ley"),
    DueGroup.LATE: _l("Vencidas"),
    DueGroup.TODAY: _l("Vencen hoy"),
    DueGroup.SOON: _l("En 3 días hábiles o menos"),
    DueGroup.NEAR: _l("En 5 días hábiles o menos"),
    DueGroup.LATER: _l("Después"),
    DueGroup.UNDATED: _l("Sin plazo por ahora"),
    WRITTEN: _l("Ya escribió lo de su parte"),
}
_DANGERS: Final = (PriorityGround.LIFE, PriorityGround.PERHAPS_LIFE)
LONGEST_PAGE: Final = 6
"""Digits of a page number: what is longer is no page of ours."""


@dataclass(frozen=True)
class DueWords:
    """A due date as people say it; the tone only repeats the words."""

    day: date | None
    text: str
    tone: str


@dataclass(frozen=True)
class ShownRow:
    """One case of a list. `identity` is empty when the person gave their name.

    `preferred`: why it goes before others, in words; "" when it does not. `part_of`: whose case it
    is, when this department only writes its part.
    """

    number: str
    subject: str
    kind: str
    place: str
    official: str
    identity: str
    is_urgent: bool
    may_be_urgent: bool
    preferred: str
    received_on: date
    due: DueWords
    transfer_to: str
    part_of: str = ""


@dataclass(frozen=True)
class RowGroup:
    """The cases of a page that are equally near their date."""

    title: str
    rows: tuple[ShownRow, ...]


def due_words(due_on: date | None, days_left: int | None, today: date) -> DueWords:
    """`days_left`: working days, negative when late; 0 on a weekend after the date."""
    if due_on is None or days_left is None:
        return DueWords(None, _("Sin plazo por ahora"), "quiet")
    if due_on < today:
        late = -days_left
        ago = ngettext("Vencida hace %(num)d día hábil", "Vencida hace %(num)d días hábiles", late)
        return DueWords(due_on, ago if late else _("Vencida"), "bad")
    if due_on == today:
        return DueWords(due_on, _("Vence hoy"), "warn")
    left = ngettext("Falta %(num)d día hábil", "Faltan %(num)d días hábiles", days_left)
    return DueWords(due_on, left, "warn" if days_left <= SOON else "")


def group_of(row: QueueRow, today: date) -> str:
    """Danger to life stands before any date, and then whom the law prefers."""
    if row.priority is Priority.URGENT:
        return URGENT
    return PREFERRED if row.grounds else nearness_of(row, today)


def nearness_of(row: QueueRow, today: date) -> DueGroup:
    """By its date alone."""
    if row.due_on is None or row.days_left is None:
        return DueGroup.UNDATED
    if row.due_on <= today:
        return DueGroup.TODAY if row.due_on == today else DueGroup.LATE
    if row.days_left <= SOON:
        return DueGroup.SOON
    return DueGroup.NEAR if row.days_left <= NEAR else DueGroup.LATER


def shown_groups(rows: Iterable[QueueRow], today: date, pack: Pack) -> tuple[RowGroup, ...]:
    """The rows in their order, cut where the group changes."""
    return tuple(
        RowGroup(str(GROUPS[group]), tuple(shown_row(row, today, pack) for row in some))
        for group, some in groupby(rows, key=lambda row: group_of(row, today))
    )


def contested_groups(rows: Iterable[ContestedRow], today: date, pack: Pack) -> tuple[RowGroup, ...]:
    """As `shown_groups`: the kind of each row is what was presented, and what it waits for."""
    return tuple(
        RowGroup(str(GROUPS[group]), tuple(contested_row(one, today, pack) for one in some))
        for group, some in groupby(rows, key=lambda one: nearness_of(one.row, today))
    )


def contested_row(one: ContestedRow, today: date, pack: Pack) -> ShownRow:
    """A row in words."""
    what = f"{words.of(one.remedy)}: {words.of(one.stage)}"
    return replace(shown_row(one.row, today, pack), kind=what, is_urgent=False)


def part_groups(rows: Iterable[PartRow], today: date, pack: Pack) -> tuple[RowGroup, ...]:
    """As `shown_groups`, of what is to be written; what was written already comes last."""
    return tuple(
        RowGroup(str(GROUPS[group]), tuple(part_row(one, today, pack) for one in some))
        for group, some in groupby(rows, key=lambda one: part_group(one, today))
    )


def part_group(one: PartRow, today: date) -> str:
    """By its date, until it is written."""
    return WRITTEN if one.is_written else nearness_of(one.row, today)


def part_row(one: PartRow, today: date, pack: Pack) -> ShownRow:
    """A row in words, with whose case it is."""
    holder = pack.department(one.holder).name if one.holder else _("quien reciba el caso")
    return replace(shown_row(one.row, today, pack), part_of=holder)


def shown_row(row: QueueRow, today: date, pack: Pack) -> ShownRow:
    """A row in words."""
    named = row.identity is IdentityLevel.NAMED
    return ShownRow(
        number=row.number,
        subject=row.subject,
        kind=str(words.kind(row.kind)),
        place=row.place or "",
        official=row.official or "",
        identity="" if named else str(words.of(row.identity)),
        is_urgent=row.priority is Priority.URGENT,
        may_be_urgent=PriorityGround.PERHAPS_LIFE in row.grounds,
        preferred=", ".join(
            str(words.of(ground)) for ground in row.grounds if ground not in _DANGERS
        ),
        received_on=row.received_on,
        due=due_words(row.due_on, row.days_left, today),
        transfer_to=pack.department(row.competent).name if row.competent else "",
    )


def read_page(text: str) -> int:
    """The page asked for in the address, 1 when it is no number; the query cuts what is too big."""
    return whole_number(text, LONGEST_PAGE) or 1
