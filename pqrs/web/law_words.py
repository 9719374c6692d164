"""The law's own sentences in the language of who reads, with days and norms filled in.

The law knows only Spanish. A sentence that is kept (what moved a date) stays as it was kept.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from flask_babel import gettext as _

from pqrs.law import (
    N_,
    SENTENCES,
    Citation,
    CountedDay,
    LawError,
    Link,
    Param,
    Refusal,
    Step,
    sentence,
)
from pqrs.web.filters import weekday_date
from pqrs.web.languages import is_english
from pqrs.web.reason_words import reason_words

HOLIDAYS: Final = (
    N_("Año Nuevo"),
    N_("Reyes Magos"),
    N_("San José"),
    N_("Jueves Santo"),
    N_("Viernes Santo"),
    N_("Día del Trabajo"),
    N_("Ascensión del Señor"),
    N_("Corpus Christi"),
    N_("Sagrado Corazón de Jesús"),
    N_("San Pedro y San Pablo"),
    N_("Nuestra Señora del Rosario de Chiquinquirá"),
    N_("Día de la Independencia"),
    N_("Batalla de Boyacá"),
    N_("Asunción de la Virgen"),
    N_("Día de la Raza"),
    N_("Todos los Santos"),
    N_("Independencia de Cartagena"),
    N_("Inmaculada Concepción"),
    N_("Navidad"),
)
"""As `law/data/holidays.toml` names them; a holiday added by the entity keeps its Spanish name."""
NAMES_OF_DAYS: Final = (*HOLIDAYS, N_("La entidad no trabaja, por un acto formal"))

CLOCKS: Final = (
    N_("Sin decidir el recurso, se entiende negado"),
    N_("Enviar la insistencia y el expediente al juez administrativo"),
    N_("Decidir la insistencia"),
    N_("Decir si la respuesta fue completa, y completarla si no lo fue"),
    N_("Decidir el recurso de queja"),
)
"""As `law/data/clocks.toml` labels those of recursos and insistencias, which the person reads."""
POLICIES: Final = (
    N_("Política de la entidad, sin término legal"),
    N_("Política de la entidad (Ley 1474 de 2011, artículo 76)"),
)
"""What stands in the data where no norm does. A norm keeps its Spanish name."""


def norm_words(citation: Citation | None) -> str:
    """How a norm is named; "" for none."""
    if citation is None:
        return ""
    return str(Citation(str(_(citation.norm)), citation.article))


def law_words(key: str, params: Mapping[str, Param]) -> str:
    """The sentence of that key."""
    return str(_(SENTENCES[key])).format_map(
        {name: filled(name, it) for name, it in params.items()}
    )


def filled(name: str, value: Param) -> str:
    """What stands in a gap: a day, a norm, or words of our own."""
    if isinstance(value, date):
        return weekday_date(value)
    if name in {"name", "label"} and value:
        return str(_(value))
    if name == "days" and is_english():
        return "; ".join(map(named_day, str(value).split("; ")))
    if name == "cause":
        return reason_words(str(value))
    return str(value)


def named_day(written: str) -> str:
    """`6/1: Reyes Magos, Ley 51 de 1983, artículo 1` with the name of the day translated."""
    day, colon, rest = written.partition(": ")
    for name in NAMES_OF_DAYS:
        if rest.startswith(f"{name}, "):
            return f"{day}{colon}{_(name)}{rest.removeprefix(name)}"
    return written


def step_words(step: Step) -> str:
    """What shaped the date, with its norm."""
    return sentence(law_words(step.key, dict(step.params)), step.citation)


def link_words(link: Link) -> str:
    """What moved the date."""
    return law_words(link.key, {"cause": link.cause})


def day_words(day: CountedDay) -> str:
    """Why a day counts or does not, without its norm."""
    return law_words(day.key, {"name": day.name})


def refusal_words(refusal: Refusal | LawError) -> str:
    """What the law says when it says no, with its norm."""
    return sentence(law_words(refusal.rule, refusal.params), refusal.citation)
