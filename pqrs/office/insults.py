"""Words that only insult: a text of nothing else says of no matter, and a person reads it.

Beside any other word they count as any word: «ladrones» in the park are a matter.
"""

from pqrs.office.words import heard, words

_ROOTS = words(
    """
    hijueput hijodeput hijoeput jueput malparid gonorre pirob maric guevon huevon imbecil idiot
    estupid brut bob tarad inutil inservibl incompetent mediocr vag perezos sinverguenz desgraciad
    ladron rat corrupt miserabl maldit asqueros cochin mentiros payas descarad put mierd carechimb
    caremond triplehijueput hp hpta
    """
)
_ENDS = ("", "s", "o", "a", "e", "os", "as", "es")
_INSULTS = frozenset(heard(root + end) for root in _ROOTS for end in _ENDS)


def is_insult(one: str) -> bool:
    """Of a word as it is heard."""
    return one in _INSULTS
