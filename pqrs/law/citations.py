"""How a norm is named. Every date, refusal and uncounted day carries one of these."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Citation:
    """A norm and, when there is one, its article as a lawyer would write it: `14, parágrafo`."""

    norm: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.norm}, artículo {self.article}" if self.article else self.norm


def cpaca(article: str) -> Citation:
    """Articles 13 to 33 are read as Ley 1755 de 2015 replaced them."""
    return Citation("Ley 1437 de 2011", article)


def data_protection(article: str) -> Citation:
    return Citation("Ley 1581 de 2012", article)


HOLIDAYS = Citation("Ley 51 de 1983", "1")
WORKING_DAYS = Citation("Ley 4 de 1913", "62")
SATURDAY = Citation("Decreto 1042 de 1978", "33")
HOURS = Citation("Ley 4 de 1913", "60")
COUNTING = Citation("Ley 4 de 1913", "59")
"""Days, months and years of the common calendar, each day until its midnight."""
OWN_REGULATION = cpaca("22")
