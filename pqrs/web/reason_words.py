"""Why a petition went where it did, in the language of who reads.

The program's own reason is kept in Spanish with the assignment. Its sentences are known, so they
can be told in English; what a person wrote stays as it was written.
"""

import re
from typing import Final

from flask_babel import gettext as _

from pqrs.law import N_
from pqrs.web.languages import is_english

SENTENCES: Final = (
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
)
"""As `office/routing.py` writes them."""


def pattern_of(sentence: str) -> re.Pattern[str]:
    """What finds the sentence, whatever fills its gaps."""
    return re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(sentence)))


PATTERNS: Final = tuple((sentence, pattern_of(sentence)) for sentence in SENTENCES)


def reason_words(reason: str) -> str:
    """The reason, its known sentences in English when the page is."""
    if not is_english():
        return reason
    for sentence, pattern in PATTERNS:
        for found in pattern.finditer(reason):
            reason = reason.replace(found[0], _(sentence).format(**found.groupdict()), 1)
    return reason
