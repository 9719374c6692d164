"""Spanish for what a person may say of themselves, where it is asked and where it is counted."""

from collections.abc import Mapping
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from pqrs.office.population import WITHHELD, Question

RATHER_NOT: Final = _l("Prefiero no responder")
QUESTIONS: Final[Mapping[Question, LazyString]] = {
    Question.AGE: _l("Edad"),
    Question.SEX: _l("Sexo"),
    Question.GENDER: _l("Identidad de género"),
    Question.ETHNICITY: _l("Pueblo o grupo étnico"),
    Question.DISABILITY: _l("Discapacidad"),
    Question.VICTIM: _l("Víctima del conflicto armado"),
    Question.RURAL: _l("Dónde vive"),
}
SAID: Final[Mapping[Question, Mapping[str, LazyString]]] = {
    Question.AGE: {
        "under_18": _l("Menos de 18 años"),
        "18_28": _l("De 18 a 28 años"),
        "29_59": _l("De 29 a 59 años"),
        "60_over": _l("60 años o más"),
    },
    Question.SEX: {"female": _l("Mujer"), "male": _l("Hombre"), "intersex": _l("Intersexual")},
    Question.GENDER: {
        "woman": _l("Mujer"),
        "man": _l("Hombre"),
        "trans_woman": _l("Mujer trans"),
        "trans_man": _l("Hombre trans"),
        "non_binary": _l("No binaria u otra"),
    },
    Question.ETHNICITY: {
        "indigenous": _l("Indígena"),
        "afro": _l("Negra, afrocolombiana, raizal o palenquera"),
        "roma": _l("Gitana o rrom"),
        "none": _l("Ninguno de estos"),
    },
    Question.DISABILITY: {
        "physical": _l("Para moverse"),
        "visual": _l("Para ver"),
        "hearing": _l("Para oír o hablar"),
        "mental": _l("Intelectual o psicosocial"),
        "several": _l("Varias"),
        "none": _l("Ninguna"),
    },
    Question.VICTIM: {"yes": _l("Sí"), "no": _l("No")},
    Question.RURAL: {
        "town": _l("En la cabecera"),
        "village": _l("En un corregimiento o centro poblado"),
        "countryside": _l("En una vereda o finca"),
    },
}


def said(question: Question, answer: str) -> str:
    """An answer in words."""
    return str(RATHER_NOT if answer == WITHHELD else SAID[question][answer])
