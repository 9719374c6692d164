"""Why a petition went where it did, or why a date moved, in the language of who reads.

The program's own reason is kept in Spanish with the event. Its sentences are known, so they can be
told in English; what a person wrote stays as it was written.
"""

import re
from datetime import date
from functools import partial
from typing import Final

from flask_babel import gettext as _

from pqrs.law import MONTHS, N_
from pqrs.law import SENTENCES as LAW
from pqrs.web.filters import weekday_date
from pqrs.web.languages import is_english

KEPT: Final = (
    N_("El tema es «{topic}» y lo atiende {body}."),
    N_("Por las palabras {words} el tema parece «{topic}», que atiende {body}."),
    N_("Por lo escrito el tema parece «{topic}», que atiende {body}."),
    N_("Por las palabras {words} lo más parecido es «{topic}», de {body}, pero no es seguro."),
    N_("Por lo escrito lo más parecido es «{topic}», de {body}, pero no es seguro."),
    N_("El texto no tiene palabras que digan quién debe responder."),
    N_("El texto se queja de {name}, que no puede decidir sobre sí misma."),
    N_("Responde {body}."),
    N_("Decide una persona."),
    N_("Es otra entidad: una persona decide el traslado (Ley 1437 de 2011, artículo 21)."),
    N_("El texto dice poco de qué se trata."),
    N_("Puede haber riesgo para la vida: lo decide una persona."),
    N_("Parece un envío automático o tiene muchos enlaces: la lee primero una persona."),
    N_("Nombra varios asuntos: se reparte por el primero."),
    N_("Trata asuntos distintos, y cada uno tiene su plazo."),
    N_("El texto nombra a la dependencia que la tenía, que no puede decidir sobre sí misma."),
    N_("{old} existió hasta el {day}. Ahora responde {heir}."),
    N_("{old} existió. Ahora responde {heir}."),
    LAW["cause.closure"],
    LAW["cause.reopening"],
)
"""As `office/` and `acts/` write them."""
DAY: Final = re.compile(rf"\w+ (\d+) de ({'|'.join(MONTHS)}) de (\d{{4}})")


def pattern_of(sentence: str) -> re.Pattern[str]:
    """What finds the sentence, whatever fills its gaps."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(sentence)))


PATTERNS: Final = tuple((sentence, pattern_of(sentence)) for sentence in KEPT)


def reason_words(reason: str) -> str:
    """The reason, its known sentences in English when the page is."""
    if not is_english():
        return reason
    for sentence, pattern in PATTERNS:
        reason = pattern.sub(partial(translated, sentence), reason)
    return reason


def translated(sentence: str, found: re.Match[str]) -> str:
    """The English of a sentence, its gaps filled as they were, but for days."""
    filled = {name: DAY.sub(day_words, text) for name, text in found.groupdict().items()}
    return str(_(sentence)).format(**filled)


def day_words(found: re.Match[str]) -> str:
    """A day as the law's room spells it, in the language of the page."""
    day, month, year = found.groups()
    return weekday_date(date(int(year), MONTHS.index(month) + 1, int(day)))
