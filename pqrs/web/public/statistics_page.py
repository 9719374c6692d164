"""What the page of figures shows, already in words: the template only places it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from pqrs.law import Outcome
from pqrs.office.evaluation import Form, Purpose, Share
from pqrs.office.measures import Group
from pqrs.office.tallies import DIMENSIONS, FROM_CASE
from pqrs.queries.one_way_tables import THRESHOLDS, Month, Row
from pqrs.queries.periods import Period
from pqrs.queries.statistics import Statistics
from pqrs.web.evaluation_words import NAMES
from pqrs.web.filters import number, percent_sign, written
from pqrs.web.public.cut import NOT_PUBLISHED, Cut
from pqrs.web.public.figure_words import (
    QUARTERS,
    SITUATIONS,
    count_words,
    percent_words,
    period_words,
    row_names,
    share_cell,
    share_note,
    share_words,
)
from pqrs.web.words import words

CAPTIONS: Final = {
    "department": (_l("Por secretaría u oficina"), _l("Secretaría u oficina")),
    "kind": (_l("Por tipo de petición"), _l("Tipo")),
    "area": (_l("Por corregimiento"), _l("Corregimiento")),
    "channel": (_l("Por canal"), _l("Canal")),
}
WHOLE: Final = 100


@dataclass(frozen=True)
class Link:
    """One period to choose."""

    text: str
    code: str
    is_current: bool


@dataclass(frozen=True)
class Card:
    """One big number with its meaning."""

    value: str
    label: str
    note: str = ""
    tone: str = ""


@dataclass(frozen=True)
class Bar:
    """One line of a bar chart; `text` is written in place of the bare number."""

    label: str
    value: int
    text: str = ""


@dataclass(frozen=True)
class Point:
    """One month of the trend."""

    label: str
    value: int | None


@dataclass(frozen=True)
class TableRow:
    """One line of a one-way table; `width` is the length of its bar, from 0 to 100."""

    name: str
    merged: Sequence[str]
    received: str
    on_time: str
    satisfaction: str
    width: int


@dataclass(frozen=True)
class Table:
    """One dimension."""

    caption: str
    head: str
    rows: Sequence[TableRow]


@dataclass(frozen=True)
class StatisticsPage:
    """Everything the template places."""

    refusal: str
    code: str
    period: str
    in_progress: bool
    cut_off: datetime
    years: Sequence[Link]
    quarters: Sequence[Link]
    summary: Sequence[str]
    work: Sequence[Card]
    speed: Sequence[Card]
    opinions: Sequence[Card]
    response: str
    situations: Sequence[Bar]
    outcomes: Sequence[Bar]
    purposes: Sequence[Bar]
    months: Sequence[Point]
    tables: Sequence[Table]


def page_of(figures: Statistics, cut: Cut) -> StatisticsPage:
    """The page of these figures; with the refusal on top when another cut was asked for."""
    period = figures.period
    return StatisticsPage(
        refusal=str(NOT_PUBLISHED) if cut.refused else "",
        code=period.code,
        period=period_words(period),
        in_progress=not period.is_over(figures.today),
        cut_off=figures.cut_off,
        years=[year_link(year, period) for year in cut.offered if year.quarter is None],
        quarters=[quarter_link(each, period) for each in in_order(cut.offered, period.year)],
        summary=summary_of(figures),
        work=work_cards(figures),
        speed=speed_cards(figures),
        opinions=opinion_cards(figures),
        response=response_words(figures),
        situations=[situation_bar(group) for group in figures.situations],
        outcomes=outcome_bars(figures),
        purposes=[purpose_bar(group) for group in figures.opinions.purposes],
        months=[point_of(month) for month in figures.months],
        tables=[table_of(dimension, figures) for dimension in DIMENSIONS],
    )


def year_link(year: Period, shown: Period) -> Link:
    """A year to choose."""
    return Link(str(year.year), year.code, is_current=year.year == shown.year)


def quarter_link(period: Period, shown: Period) -> Link:
    """The whole of the year, or one quarter of it."""
    text = _("Todo el año") if period.quarter is None else str(QUARTERS[period.quarter])
    return Link(text[:1].upper() + text[1:], period.code, is_current=period == shown)


def in_order(offered: Sequence[Period], year: int) -> list[Period]:
    """The year as a whole, then its quarters as they came."""
    return sorted(
        (each for each in offered if each.year == year), key=lambda each: each.quarter or 0
    )


def summary_of(figures: Statistics) -> list[str]:
    """The page in a few sentences, for those who read nothing else."""
    said = [_("Recibimos %(count)s peticiones.", count=count_words(figures.received).lower())]
    if figures.on_time.form is Form.SHARE:
        said.append(
            _("De cada 100 respondidas, %(n)s llegaron a tiempo.", n=figures.on_time.percent)
        )
    if figures.median_days is not None:
        days = number(figures.median_days, 1)
        said.append(_("La mitad se respondió en %(days)s días hábiles o menos.", days=days))
    satisfaction = figures.opinions.satisfaction
    if satisfaction.form is Form.SHARE:
        said.append(
            _(
                "De cada 100 personas que opinaron, %(n)s quedaron satisfechas.",
                n=satisfaction.percent,
            )
        )
    return said


def work_cards(figures: Statistics) -> list[Card]:
    """How many and how many on time; the late ones as large as the others."""
    answered = ""
    if figures.answered is not None:
        answered = _("De %(count)s respondidas.", count=number(figures.answered))
    late = _("Sin dato") if figures.late is None else number(figures.late)
    overdue = _("Sin responder y con la fecha límite ya pasada, de cualquier periodo.")
    return [
        Card(count_words(figures.received), _("Peticiones recibidas")),
        Card(share_words(figures.on_time), _("Respondidas a tiempo"), answered),
        Card(late, _("Respondidas tarde"), _("Después de su fecha límite."), "bad"),
        Card(count_words(figures.open_late_now), _("Vencidas hoy"), overdue, "bad"),
    ]


def speed_cards(figures: Statistics) -> list[Card]:
    """Half of the answers, and nine in ten, in working days."""
    note = _("Días hábiles, de la llegada a la entrega de la respuesta.")
    if figures.median_days is None or figures.p90_days is None:
        return [Card(_("Sin dato"), _("Días para responder"), _("Se publica desde 10 respuestas."))]
    return [
        Card(days_words(figures.median_days), _("La mitad se respondió en"), note),
        Card(days_words(figures.p90_days), _("Nueve de cada diez, en"), note),
    ]


def days_words(days: float) -> str:
    """`8 días`, `8,5 días`."""
    written_days = number(days, 1)
    return str(ngettext("%(days)s día", "%(days)s días", int(days != 1) + 1, days=written_days))


def opinion_cards(figures: Statistics) -> list[Card]:
    """What those who answered said, each with its range and how many they were."""
    opinions = figures.opinions
    asked: list[tuple[Share, str]] = [
        (opinions.satisfaction, _("Quedaron satisfechas")),
        (opinions.outcome, _("Dicen que respondimos lo que pidieron")),
        (opinions.ease, _("Dicen que fue fácil")),
    ]
    if opinions.still_solved.form is not Form.TOO_FEW:
        asked.append((opinions.still_solved, _("Un mes después dicen que sigue resuelto")))
    return [Card(share_words(share), label, share_note(share)) for share, label in asked]


def response_words(figures: Statistics) -> str:
    """How many spoke, and how many of those who could."""
    opinions = figures.opinions
    said = [_("Recibimos %(count)s opiniones.", count=count_words(opinions.count).lower())]
    of_cases = next((group for group in opinions.sources if group.keys == (FROM_CASE,)), None)
    if of_cases is not None and of_cases.count:
        number_of = number(of_cases.count)
        said.append(_("%(count)s son de una petición respondida.", count=number_of))
        said.append(_("Las demás son de la atención en una oficina."))
    if opinions.response is not None:
        rate = opinions.response
        said.append(_("De cada 100 peticiones respondidas se evaluaron %(n)s.", n=rate))
    if opinions.set_apart != 0:
        apart = count_words(opinions.set_apart).lower()
        said.append(_("Apartamos %(count)s que parecen puestas en masa.", count=apart))
    return " ".join(said)


def situation_bar(group: Group) -> Bar:
    """One situation, or several that are small together."""
    label = " + ".join(str(SITUATIONS[key]) for key in group.keys)
    return Bar(label, group.count or 0, count_words(group.count))


def outcome_bars(figures: Statistics) -> list[Bar]:
    """Sí, en parte, no: whole percents of those who answered; nothing when they are few."""
    found = figures.opinions.outcomes or {}
    return [
        Bar(str(words.of(outcome)), found[outcome], percent_sign(found[outcome]))
        for outcome in Outcome
        if outcome in found
    ]


def purpose_bar(group: Group) -> Bar:
    """What people came to an office to say, or several that are small together."""
    label = " + ".join(str(NAMES[Purpose(key)]) for key in group.keys)
    return Bar(label, group.count or 0, count_words(group.count))


def point_of(month: Month) -> Point:
    """A month by its short name."""
    day = date.fromisoformat(f"{month.month}-01")
    return Point(written(day, "MMM").rstrip("."), month.received)


def table_of(dimension: str, figures: Statistics) -> Table:
    """One dimension, its bars drawn against the largest row."""
    rows = figures.tables[dimension]
    most = max((row.received or 0 for row in rows), default=0) or 1
    caption, head = CAPTIONS[dimension]
    return Table(str(caption), str(head), [row_of(dimension, row, figures, most) for row in rows])


def row_of(dimension: str, row: Row, figures: Statistics, most: int) -> TableRow:
    """One line; the rest says which names it holds."""
    names = row_names(dimension, row, figures)
    return TableRow(
        name=_("Otras (%(count)s juntas)", count=len(names)) if row.is_rest else names[0],
        merged=names if row.is_rest else (),
        received=count_words(row.received, THRESHOLDS[dimension]),
        on_time=percent_words(row.on_time),
        satisfaction=share_cell(row.satisfaction),
        width=round(WHOLE * (row.received or 0) / most),
    )
