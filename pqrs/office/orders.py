"""What a text says to whoever sorts it: markup, and where it wants to be sent. Never an order.

A petition goes where its matter belongs, so "manden esto a Hacienda", "route this to…" or
`department=HAC` is left out before anything is weighed, and the text goes where it would have gone
without it. Words of the matter beside it stay.
"""

import re
from collections.abc import Iterable

from pqrs.office.entity import Department
from pqrs.office.words import fold

_MARKUP = re.compile(
    r"<(script|style)\b[^<>]{0,300}>[^<]{0,2000}</\1>|<[!/]?[a-z-][^<>]{0,300}>", re.IGNORECASE
)
_GAP = re.compile(r"[^\S\n]{2,}|\n{3,}")
_ACCENTED = {"a": "[aá]", "e": "[eé]", "i": "[ií]", "o": "[oó]", "u": "[uúü]", "n": "[nñ]"}
_PLEASE = r"(?:(?:por\s+favor|please|s[ií]rvan?se|favor),?\s+)?"
_SEND = (
    r"(?:enr[uú]t\w+|direccion\w+|dirij\w+|redirij\w+|rem[ií]t\w+|asign\w+|p[aá]s(?:ar|e|en|enme|eme)|"
    r"m[aá]nd(?:ar|e|en)|env[ií](?:ar|e|en)|traslad\w+|reenv[ií]\w+|llev(?:ar|e|en))"
)
_THIS = (
    r"(?:(?:este|esta|esto|mi|la\s+presente|el\s+presente)"
    r"(?:\s+(?:caso|petici[oó]n|solicitud|queja|texto|mensaje|reclamo|asunto|denuncia|escrito))?)"
)
_OFFICE_OF = (
    r"(?:(?:la|el|los|las|esa|mi)\s+)?(?:(?:secretar[ií]a|oficina|departamento|dependencia|"
    r"direcci[oó]n|se[ñn]ores)(?:\s+administrativ[ao])?(?:\s+(?:de|del|la|el)){1,2}\s+)?"
)
_WITH = r"(?:\s+(?:with\s+confidence|con\s+confianza)\s+(?:de\s+)?\d(?:[.,]\d+)?)?"
_ENGLISH = (
    r"\b(?:please\s+)?(?:route|assign|send|forward|classify|categori[sz]e|label|mark)\s+"
    r"(?:this|it|my\s+\w+|the\s+\w+)\s+(?:\w+\s+)?(?:to|as|for)\s+(?:the\s+)?[\w-]+(?:'s)?"
    r"(?:\s+(?:department|office|secretariat))?" + _WITH
)
_IGNORE = (
    r"\b(?:ignor\w+|olvid\w+|disregard|forget)\s+(?:\w+\s+){0,4}?"
    r"(?:instruc\w+|instruct\w+|reglas|rules|prompts?)(?:\s+(?:anterior\w*|previ\w+|above|and|y)\b)*"
)
_ROLE = (
    r"\b(?:system|sistema|assistant|asistente|prompt)\s*:|\byou\s+are\s+an?\s+(?:\w+\s+){0,2}assistant\b|"
    r",?\s*\bclassify\s+as\s+\w+"
)
_VALUE_OF = (
    r"\b(?:(?:el|la)\s+)?(?:department|dependencia|topic|tema|kind|tipo|priority|prioridad|confidence|confianza)"
    r"\s*(?:[:=]|\bes\b)\s*"
)
_PAIR = _VALUE_OF + r"(?:(?-i:[A-Z]{2,}-[A-Z0-9-]+)\b|urgent\w*|[01](?:[.,]\d+)?\b)"
_KIND = r"\b(?:kind|tipo)\s*[:=]\s*(?-i:[A-Z_]{5,})\b"
_AS = (
    r"\b(?:clasif[ií]\w+|clasifiqu\w+|m[aá]rqu\w+|registr\w+|categori\w+)\s+"
    + _THIS
    + r"\s+como\s+\w+|\b(?:clasif[ií]qu|m[aá]rqu|reg[ií]str|categor[ií]c)en?l[oa]s?\s+como\s+\w+"
)


class Orders:
    """Those that may be given about one entity's offices."""

    def __init__(self, departments: Iterable[Department]) -> None:
        """Each office is called by its name, by its aliases or by its code."""
        listed = list(departments)
        names = {fold(name) for one in listed for name in (one.name, *one.aliases, one.code)}
        called = "|".join(map(_spelt, sorted(names, key=lambda name: (-len(name), name))))
        office = rf"{_OFFICE_OF}(?:{called})\b"
        codes = "|".join(re.escape(one.code) for one in listed)
        self._orders = re.compile(
            rf"\b{_PLEASE}{_SEND}\s+{_THIS}\s+(?:\w+\s+)?(?:a|al|hacia|para)\s+{office}{_WITH}|"
            rf"\b(?:y\s+)?{_PLEASE}{_SEND}l[oae]s?\s+(?:a|al|hacia)\s+{office}{_WITH}|"
            rf"\b(?:y\s+)?(?:env[ií]en?|m[aá]nden?|p[aá]sen?|remitan?|trasl[aá]den?|as[ií]gnen?)l[oae]s?"
            rf"\s+(?:a|al|hacia)\s+{office}{_WITH}|"
            rf"\b{_SEND}\s+(?:a|al)\s*:\s*{office}|"
            rf"\b{_THIS}\s+(?:debe|tiene\s+que)\s+(?:ir|llegar|pasar)\s+(?:a|al)\s+{office}|"
            rf"{_VALUE_OF}(?-i:{codes})\b|{_ENGLISH}|{_IGNORE}|{_ROLE}|{_PAIR}|{_KIND}|{_AS}",
            re.IGNORECASE,
        )

    def left_out(self, text: str) -> str:
        """The text without them."""
        return self._orders.sub(" ", _GAP.sub(" ", _MARKUP.sub(" ", text)))


def _spelt(name: str) -> str:
    """With or without accents, whatever stands between the words."""
    return r"\s+".join(
        "".join(_ACCENTED.get(letter, re.escape(letter)) for letter in word)
        for word in name.split()
    )
