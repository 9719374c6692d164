"""Why a date is that day, in words: each date it had, and its days by weeks, counted or not."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final

from flask_babel import gettext as _
from flask_babel import ngettext

from pqrs.law import Case, CountedDay, Explanation, Link, PartDays
from pqrs.web.filters import number, weekday_date, written
from pqrs.web.law_words import day_words, link_words, norm_words, step_words
from pqrs.web.words import words

LONGEST_RUN: Final = 14
"""Days in a row that do not count for one same reason; a longer run is one line."""
WEEKEND: Final = {"day.saturday", "day.sunday"}
MONDAY: Final = 0


@dataclass(frozen=True)
class DayRow:
    """A day, or many that do not count for one same reason. `total`: how many so far."""

    name: str
    is_counted: bool
    said: str
    total: str


@dataclass(frozen=True)
class Week:
    """`title`: from when to when; `said`: how many of its days count, and how many so far."""

    title: str
    said: str
    rows: tuple[DayRow, ...]


@dataclass(frozen=True)
class LinkRow:
    """What happened to the date, when, and where it was then; "" while the clock stood still."""

    title: str
    on: date
    due_on: date | None
    norm: str


@dataclass(frozen=True)
class PartRow:
    """One part of a mixed petition: its own date and days."""

    name: str
    due_on: date | None
    said: str
    norm: str
    weeks: tuple[Week, ...]


@dataclass(frozen=True)
class Explained:
    """Everything that a page shows of a reckoning."""

    plain: str
    steps: tuple[str, ...]
    chain: tuple[LinkRow, ...]
    weeks: tuple[Week, ...]
    parts: tuple[PartRow, ...]


def explained(found: Case | Explanation) -> Explained:
    """A reckoning in words."""
    return Explained(
        plain=plain_words(found.days),
        steps=tuple(map(step_words, found.steps)),
        chain=tuple(map(link_row, found.chain)) if len(found.chain) > 1 else (),
        weeks=weeks_of(found.days),
        parts=tuple(map(part_row, found.parts)),
    )


def plain_words(days: Sequence[CountedDay]) -> str:
    """How many days there are from the first to the last, and why some do not count."""
    if not days:
        return ""
    left_out = [day for day in days if not day.counted]
    span = _(
        "Del %(first)s al %(last)s:",
        first=weekday_date(days[0].day),
        last=weekday_date(days[-1].day),
    )
    counted = len(days) - len(left_out)
    counts = ngettext("%(num)s día que cuenta", "%(num)s días que cuentan", counted)
    if not left_out:
        return f"{span} {counts}."
    others = ngettext("%(num)s que no", "%(num)s que no", len(left_out))
    why = ", ".join(reasons(left_out))
    return str(_("%(span)s %(counts)s y %(others)s (%(why)s).", span=span, counts=counts,
                 others=others, why=why))  # fmt: skip


def reasons(days: Sequence[CountedDay]) -> Iterator[str]:
    """How many days each reason takes, weekends first."""
    weekend = sum(day.key in WEEKEND for day in days)
    if weekend:
        yield ngettext("%(num)s de fin de semana", "%(num)s de fin de semana", weekend)
    holidays = sum(day.key == "day.holiday" for day in days)
    if holidays:
        yield ngettext("%(num)s festivo", "%(num)s festivos", holidays)
    closures = sum(day.key == "day.closure" for day in days)
    if closures:
        yield ngettext(
            "%(num)s en que la entidad no trabajó",
            "%(num)s en que la entidad no trabajó",
            closures,
        )
    stopped = len(days) - weekend - holidays - closures
    if stopped:
        yield ngettext(
            "%(num)s con el término detenido", "%(num)s con el término detenido", stopped
        )


def weeks_of(days: Sequence[CountedDay]) -> tuple[Week, ...]:
    """The days week by week; a long stop is one of them, whatever its length."""
    return tuple(
        stop_of(run) if len(run) > LONGEST_RUN else week_of(run) for run in stretches(days)
    )


def stretches(days: Sequence[CountedDay]) -> Iterator[list[CountedDay]]:
    """Weeks, but for long stops: each is one stretch."""
    week: list[CountedDay] = []
    for _same, group in groupby(days, key=lambda day: (day.counted, day.key)):
        run = list(group)
        if len(run) > LONGEST_RUN:
            if week:
                yield week
            yield run
            week = []
            continue
        for day in run:
            if week and day.day.weekday() == MONDAY:
                yield week
                week = []
            week.append(day)
    if week:
        yield week


def week_of(days: Sequence[CountedDay]) -> Week:
    """One week, or what of it lies between two stops."""
    counted = sum(day.counted for day in days)
    said = ngettext("cuenta %(num)s día", "cuentan %(num)s días", counted)
    if counted == 0:
        said = _("no cuenta ningún día")
    so_far = _("van %(total)s", total=number(days[-1].total))
    return Week(
        title=span_of(days[0].day, days[-1].day),
        said=f"{said}, {so_far}",
        rows=tuple(map(day_row, days)),
    )


def stop_of(days: Sequence[CountedDay]) -> Week:
    """Many days that do not count for the same reason: one line."""
    title = span_of(days[0].day, days[-1].day)
    many = ngettext("%(num)s día", "%(num)s días", len(days))
    row = DayRow(title, is_counted=False, said=why_not(days[0]), total=number(days[0].total))
    said = _("no cuenta ninguno de %(many)s", many=many)
    return Week(title=title, said=str(said), rows=(row,))


def span_of(first: date, last: date) -> str:
    """«Del 2 al 8 de febrero»; one day alone is just itself."""
    if first == last:
        return str(_("El %(day)s", day=written(first, "d 'de' MMMM")))
    same = (first.month, first.year) == (last.month, last.year)
    begins = written(first, "d" if same else "d 'de' MMMM")
    ends = written(last, "d 'de' MMMM" if first.year == last.year else "d 'de' MMMM 'de' y")
    return str(_("Del %(first)s al %(last)s", first=begins, last=ends))


def day_row(day: CountedDay) -> DayRow:
    """One day."""
    name = written(day.day, "EEEE d MMM y").replace(".", "")
    said = str(_("Cuenta")) if day.counted else why_not(day)
    return DayRow(name, day.counted, said, number(day.total))


def why_not(day: CountedDay) -> str:
    """Why it does not count and by which norm."""
    why = f"{day_words(day)} ({day.norm})" if day.norm else day_words(day)
    return str(_("No cuenta. %(why)s", why=why))


def link_row(link: Link) -> LinkRow:
    """One date of the chain."""
    return LinkRow(link_words(link), link.on, link.due_on, norm_words(link.citation))


def part_row(part: PartDays) -> PartRow:
    """One part of a mixed petition."""
    total = part.part.total_days
    return PartRow(
        name=str(words.kind(part.part.kind)),
        due_on=part.part.due_on,
        said=ngettext("%(num)s día hábil", "%(num)s días hábiles", total),
        norm=norm_words(part.part.term.citation),
        weeks=weeks_of(part.days),
    )
