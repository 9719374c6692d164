"""How a published figure is said: names of rows, shares with their interval, what stays hidden."""

from collections.abc import Callable, Mapping
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import Channel, Kind
from pqrs.office.evaluation import Form, Share
from pqrs.office.measures import SMALL_CELL
from pqrs.queries.one_way_tables import Row
from pqrs.queries.periods import Period
from pqrs.queries.statistics import ANSWERED, ENDED, IN_PROGRESS, TRANSFERRED, Statistics
from pqrs.web.filters import number, percent_sign
from pqrs.web.words import words

SITUATIONS: Final = {
    ANSWERED: _l("Respondidas"),
    IN_PROGRESS: _l("En trámite"),
    TRANSFERRED: _l("Trasladadas a otra entidad"),
    ENDED: _l("Terminadas de otra forma"),
}
QUARTERS: Final = {
    1: _l("enero a marzo"),
    2: _l("abril a junio"),
    3: _l("julio a septiembre"),
    4: _l("octubre a diciembre"),
}


def period_words(period: Period) -> str:
    """`2026`, or `abril a junio de 2026`."""
    if period.quarter is None:
        return str(period.year)
    quarter = QUARTERS[period.quarter]
    return str(_("%(months)s de %(year)s", months=quarter, year=period.year))


def count_words(count: int | None, threshold: int = SMALL_CELL) -> str:
    """A count as it may be published; a hidden one is under the threshold of its table."""
    return _("Menos de %(limit)s", limit=threshold) if count is None else number(count)


def percent_words(percent: int | None) -> str:
    """`80 %`, or that there are too few."""
    return str(_("Pocas") if percent is None else percent_sign(percent))


def share_words(share: Share) -> str:
    """The share itself, as the big number of a card."""
    if share.form is Form.SHARE:
        return percent_sign(share.percent)
    if share.form is Form.INTERVAL:
        return str(_("%(low)s a %(high)s\N{NBSP}%%", low=share.low, high=share.high))
    return str(_("Sin dato"))


def share_note(share: Share) -> str:
    """How well the share is known, and from how many."""
    if share.form is Form.SHARE:
        return str(
            _(
                "Entre %(low)s y %(high)s de cada 100. Opinaron %(count)s personas.",
                low=share.low,
                high=share.high,
                count=number(share.answers),
            )
        )
    if share.form is Form.INTERVAL:
        return str(_("Es un rango: solo opinaron %(count)s personas.", count=share.answers))
    return str(_("Se publica desde 10 respuestas."))


def share_cell(share: Share) -> str:
    """The same in one cell: `80 % (63 a 91), 30 respuestas`."""
    if share.form is Form.SHARE:
        said = f"{percent_sign(share.percent)} ({share.low}–{share.high})"
    elif share.form is Form.INTERVAL:
        said = percent_sign(f"{share.low}–{share.high}")
    else:
        return str(_("Pocas"))
    return str(_("%(share)s de %(count)s", share=said, count=number(share.answers)))


def row_name(dimension: str, code: str, figures: Statistics) -> str:
    """The name of one member of a table."""
    namers: Mapping[str, Callable[[str], str]] = {
        "department": lambda code: figures.departments.get(code, code),
        "kind": lambda code: str(words.kind(Kind(code))),
        "area": lambda code: figures.areas.get(code, code),
        "channel": lambda code: str(words.of(Channel(code))),
    }
    if not code:
        return str(_("Sin lugar indicado") if dimension == "area" else _("Sin asignar"))
    return namers[dimension](code)


def row_names(dimension: str, row: Row, figures: Statistics) -> list[str]:
    """The names behind a row, in alphabetical order."""
    return sorted(row_name(dimension, code, figures) for code in row.members)
