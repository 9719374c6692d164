"""One row of a file of old cases: what its cells say, or why it is refused.

Departments, topics and places are given by code, name or alias. What only the law can say (whether
an extension was possible, whether a kind had a term then) is asked later, in the act.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from pqrs.law import FIRST_YEAR, Channel, Kind, LawError, local_day, read_moment
from pqrs.office.import_file import RawRow, Sheet, Trouble, quoted
from pqrs.office.pack import Pack
from pqrs.office.words import fold

LONGEST_TEXT = 100_000
LONGEST_SUBJECT = 300
LONGEST_NUMBER = 60
MOST_DAYS = 1_000_000
STARS = range(1, 6)
_NUMBER = re.compile(rf"[^\W_][\w .,:/#()-]{{0,{LONGEST_NUMBER - 1}}}")
_SPANISH_DAY = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b.*", re.DOTALL)
_DAY_ALONE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FORMULA = ("=", "+", "@")


@dataclass(frozen=True, kw_only=True)
class OldCase:
    """A case of another system. `number`: the one it had there; the codes are those of the pack.

    `locality`: as it was written, where it is no one place. `due_on`: of the other system.
    `content_hash`: of the row as it was read.
    """

    line: int
    content_hash: str
    number: str
    kind: Kind
    received_at: datetime
    subject: str = ""
    text: str = ""
    department: str | None = None
    topic: str | None = None
    place: str | None = None
    locality: str = ""
    channel: Channel = Channel.IMPORTED
    due_on: date | None = None
    extended_to_days: int | None = None
    answered_at: datetime | None = None
    satisfaction: int | None = None


class _CellError(Exception):
    """A cell that cannot be read: its column and why."""

    def __init__(self, column: str, reason: str) -> None:
        super().__init__(reason)
        self.column, self.reason = column, reason


def read_cases(
    sheet: Sheet, pack: Pack, now: datetime
) -> tuple[tuple[OldCase, ...], tuple[Trouble, ...]]:
    """Every row that says a case, and the troubles of the others, of the whole file in order."""
    reader = RowReader(pack, now)
    cases, troubles = [], list(sheet.troubles)
    for row in sheet.rows:
        try:
            cases.append(reader.read(row))
        except _CellError as error:
            number = row.cells["number"][:LONGEST_NUMBER]
            troubles.append(Trouble(row.line, error.column, error.reason, number))
    return tuple(cases), tuple(sorted(troubles, key=lambda one: one.line))


class RowReader:
    """Reads rows against one pack, as of one moment."""

    def __init__(self, pack: Pack, now: datetime) -> None:
        self.pack = pack
        self.now = now
        self.seen: dict[str, int] = {}

    def read(self, row: RawRow) -> OldCase:
        """The case of a row. Raises _CellError at the first cell that cannot be read."""
        cells = row.cells
        number = self.number(cells["number"])
        received_at = self.moment("received_at", cells["received_at"])
        if received_at is None:
            raise _CellError("received_at", "falta la fecha en que llegó")
        answered_at = self.answered(cells["answered_at"], received_at)
        place = self.pack.find_place(cells["locality"]) if cells["locality"] else None
        case = OldCase(
            line=row.line,
            content_hash=row.content_hash(),
            number=number,
            kind=self.kind(cells["kind"]),
            received_at=received_at,
            subject=self.words("subject", cells["subject"], LONGEST_SUBJECT).replace("\n", " "),
            text=self.words("text", cells["text"], LONGEST_TEXT),
            department=self.named("department", cells["department"], self.departments),
            topic=self.named("topic", cells["topic"], self.topics),
            place=place.code if place else None,
            locality="" if place else self.words("locality", cells["locality"], LONGEST_SUBJECT),
            channel=self.channel(cells["channel"]),
            due_on=self.due_on(cells["due_on"], received_at),
            extended_to_days=self.days(cells["extended_to_days"]),
            answered_at=answered_at,
            satisfaction=self.stars(cells["satisfaction"], answered_at),
        )
        self.seen[number] = row.line
        return case

    # ── One reader a cell ────────────────────────────────────────────────────────────────────

    def number(self, cell: str) -> str:
        if not cell:
            raise _CellError("number", "falta el número que tenía el caso")
        refuse_formula("number", cell)
        if not _NUMBER.fullmatch(cell):
            raise _CellError(
                "number",
                f"{quoted(cell)} no sirve de número: hasta {LONGEST_NUMBER} letras, cifras, "
                "espacios y . , - / # ( )",
            )
        if cell in self.seen:
            raise _CellError("number", f"{quoted(cell)} ya está en la línea {self.seen[cell]}")
        return cell

    def kind(self, cell: str) -> Kind:
        if not cell:
            raise _CellError("kind", "falta la clase; por ejemplo QUEJA")
        refuse_formula("kind", cell)
        try:
            kind = Kind.from_code(cell.upper())
        except LawError:
            codes = ", ".join(kind.code for kind in Kind if kind is not Kind.MIXED)
            what = f"{quoted(cell)} no es una clase conocida. Use uno de: {codes}"
            raise _CellError("kind", what) from None
        if kind is Kind.MIXED:
            what = (
                "una petición mixta no dice aquí sus partes: use la clase de la que vence primero"
            )
            raise _CellError("kind", what)
        return kind

    def moment(self, column: str, cell: str) -> datetime | None:
        """An instant that was; a day alone is its midnight in Bogotá."""
        if not cell:
            return None
        moment = read_when(column, cell)
        if local_day(moment).year < FIRST_YEAR:
            what = f"{quoted(cell)} es anterior a {FIRST_YEAR}: no hay calendario para contarla"
            raise _CellError(column, what)
        if moment > self.now:
            raise _CellError(column, f"{quoted(cell)} está en el futuro")
        return moment

    def answered(self, cell: str, received_at: datetime) -> datetime | None:
        """Of an answer whose hour was not kept, on the day the case came: at once."""
        moment = self.moment("answered_at", cell)
        if moment is None or moment >= received_at:
            return moment
        if _DAY_ALONE.fullmatch(cell) and local_day(moment) == local_day(received_at):
            return received_at
        raise _CellError("answered_at", f"{quoted(cell)} es anterior a la llegada (received_at)")

    def due_on(self, cell: str, received_at: datetime) -> date | None:
        if not cell:
            return None
        day = local_day(read_when("due_on", cell))
        if day < local_day(received_at):
            raise _CellError("due_on", f"{quoted(cell)} es anterior a la llegada (received_at)")
        return day

    def days(self, cell: str) -> int | None:
        """Working days of the whole term; whether the law allowed them is asked later."""
        if not cell:
            return None
        number = whole(cell)
        if number is None or not 1 <= number <= MOST_DAYS:
            what = f"{quoted(cell)} debe ser el total de días hábiles, un número desde 1"
            raise _CellError("extended_to_days", what)
        return number

    def stars(self, cell: str, answered_at: datetime | None) -> int | None:
        if not cell:
            return None
        if whole(cell) not in STARS:
            raise _CellError("satisfaction", f"{quoted(cell)} debe ser un número de 1 a 5")
        if answered_at is None:
            raise _CellError(
                "satisfaction", "solo se evalúa lo que se respondió: falta answered_at"
            )
        return whole(cell)

    def channel(self, cell: str) -> Channel:
        if not cell:
            return Channel.IMPORTED
        refuse_formula("channel", cell)
        try:
            return Channel(cell.lower())
        except ValueError:
            codes = ", ".join(Channel)
            what = f"{quoted(cell)} no es un canal conocido. Use uno de: {codes}"
            raise _CellError("channel", what) from None

    def words(self, column: str, cell: str, most: int) -> str:
        """Free words: kept as they are, also those that a spreadsheet would run."""
        if len(cell) > most:
            what = f"tiene {len(cell):,} caracteres y caben {most:,}".replace(",", ".")
            raise _CellError(column, what)
        return cell

    def named(self, column: str, cell: str, names: dict[str, set[str]]) -> str | None:
        """The code of what is named. Two of the same name are told apart by their code."""
        if not cell:
            return None
        refuse_formula(column, cell)
        found = names.get(key_of(cell), set())
        if not found:
            raise _CellError(
                column, f"{quoted(cell)} no se conoce: use el código, como en {column}s.csv"
            )
        if len(found) > 1:
            codes = ", ".join(sorted(found))
            raise _CellError(
                column, f"{quoted(cell)} es el nombre de varios: use el código ({codes})"
            )
        return next(iter(found))

    @cached_property
    def departments(self) -> dict[str, set[str]]:
        return by_name(
            (one.code, (one.code, one.name, *one.aliases)) for one in self.pack.departments
        )

    @cached_property
    def topics(self) -> dict[str, set[str]]:
        return by_name(
            (one.topic_id, (one.topic_id, one.subtema, f"{one.tema}: {one.subtema}"))
            for one in self.pack.topics
        )


def by_name(things: Iterable[tuple[str, Iterable[str]]]) -> dict[str, set[str]]:
    """The codes that each name may mean; a code means only itself."""
    names: dict[str, set[str]] = {}
    codes: dict[str, set[str]] = {}
    for code, called in things:
        codes[key_of(code)] = {code}
        for name in called:
            names.setdefault(key_of(name), set()).add(code)
    return names | codes


def key_of(name: str) -> str:
    """A name as it is compared: folded, one space between words."""
    return " ".join(fold(name).split())


def read_when(column: str, cell: str) -> datetime:
    """An instant. A day of the Spanish way is not guessed at: 03/04 is two days."""
    refuse_formula(column, cell)
    if _SPANISH_DAY.fullmatch(cell):
        what = f"{quoted(cell)}: escriba el año primero, como 2024-03-15 o 2024-03-15T10:30"
        raise _CellError(column, what)
    try:
        return read_moment(cell)
    except LawError as error:
        raise _CellError(column, str(error)[:300].removesuffix(".")) from None


def refuse_formula(column: str, cell: str) -> None:
    if cell.startswith(_FORMULA):
        raise _CellError(column, f"{quoted(cell)} es una fórmula: pegue su valor")


def whole(cell: str) -> int | None:
    """A whole number in plain digits; None for anything else, also for one of many digits."""
    digits = cell.isascii() and cell.isdigit() and len(cell) <= len(str(MOST_DAYS))
    return int(cell) if digits else None
