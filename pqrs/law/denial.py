"""Why information or documents are not given: what the refusal has to say to be one.

Ley 1437 de 2011, artículos 25 and 26; Ley 1712 de 2014, artículos 18 to 21 and 28.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from pqrs.law.kinds import Reserve
from pqrs.law.refusals import LawError


@dataclass(frozen=True, slots=True)
class Denial:
    """`provision`: the precise legal provision. `present`, `probable`, `specific`: the harm.

    `gives_rest`: what is not under reserve is handed over (Ley 1712 de 2014, artículo 21).
    """

    provision: str
    reserve: Reserve
    present: str
    probable: str
    specific: str
    gives_rest: bool

    @property
    def is_complete(self) -> bool:
        """Whether each thing that the law wants said is said."""
        said = (self.provision, self.present, self.probable, self.specific)
        return all(text.strip() for text in said)

    def to_plain(self) -> dict[str, Any]:
        """JSON scalars, as they are stored."""
        return asdict(self) | {"reserve": self.reserve.value}


def denial_from_plain(plain: Mapping[str, Any] | None) -> Denial | None:
    """Read back what `to_plain` wrote; nothing for nothing. Raises LawError for anything else."""
    if not plain:
        return None
    try:
        return Denial(**{**plain, "reserve": Reserve(plain["reserve"])})
    except (TypeError, ValueError, KeyError):
        raise LawError("event_payload", name="denial") from None
