"""What an official writes down of a petition that came by another way than the page.

Every petition said aloud gets a written record: its number, day and hour, who asks, what and why,
which documents came, which official took it, and that it was verbal; the language when it was
another, and what was answered on the spot (Decreto 1166 de 2016: Decreto 1069 de 2015, artículos
2.2.3.12.1 and after).
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from pqrs.law import Channel, IdentityLevel

WAYS = (
    Channel.WINDOW,
    Channel.TELEPHONE,
    Channel.MOBILE_TEAM,
    Channel.POST,
    Channel.EMAIL,
    Channel.SOCIAL_NETWORK,
)
"""How a petition may have come that an official files."""


class Tongue(StrEnum):
    """In which it was said: ISO 639-3, where it has a code of its own. The values are stored."""

    SPANISH = "spa"
    NASA_YUWE = "pbb"
    NAMTRIK = "gum"
    EMBERA = "emp"
    WOUN_MEU = "noa"
    INGA = "inb"
    WAYUUNAIKI = "guc"
    PALENQUERO = "pln"
    RAIZAL = "icr"
    ROMANI = "rom"
    SIGNS = "csn"
    ENGLISH = "eng"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class TakenDown:
    """What the record says beside the petition's own words.

    `other_tongue`: its name when it is none of the list. `interpreter`: who put it into Spanish.
    `brought`: the documents handed in, in words. `answered`: what was answered on the spot.
    `why_late`: why it is filed after it arrived.
    """

    is_spoken: bool = True
    tongue: Tongue = Tongue.SPANISH
    other_tongue: str = ""
    interpreter: str = ""
    brought: str = ""
    answered: str = ""
    why_late: str = ""

    def kept_for(self, identity: IdentityLevel) -> "TakenDown":
        """Of who says nothing of themselves, whoever came with them is not named either.

        The language, and who put it into Spanish, are of what was said aloud.
        """
        if not self.is_spoken:
            return replace(self, tongue=Tongue.SPANISH, other_tongue="", interpreter="")
        anonymous = identity is IdentityLevel.ANONYMOUS
        return replace(
            self,
            interpreter="" if anonymous else self.interpreter,
            other_tongue=self.other_tongue if self.tongue is Tongue.OTHER else "",
        )
