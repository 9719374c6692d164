"""What the entity decides of its evaluations: days, and the aspects of treatment it asks about.

It is the table `[evaluation]` of entity.toml; what is absent follows the defaults below.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

DAYS = {"review_days": 5, "remind_after_days": 7, "ask_again_after_days": 30, "link_days": 180}
MOST_DAYS = 1_000
ASPECT_COLUMNS = ("code", "name")


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing about the treatment that may have been missing: its code, and words for people."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class EvaluationPolicy:
    """`review_days` are working days; the others, calendar days."""

    review_days: int = DAYS["review_days"]
    remind_after_days: int = DAYS["remind_after_days"]
    ask_again_after_days: int = DAYS["ask_again_after_days"]
    link_days: int = DAYS["link_days"]
    aspects: tuple[Aspect, ...] = ()

    def aspect_name(self, code: str) -> str:
        """The words for an aspect; its code when the entity no longer asks about it."""
        return next((aspect.name for aspect in self.aspects if aspect.code == code), code)


def faults_of(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Key and sentence of each thing wrong with the table."""
    for key, value in table.items():
        if key in DAYS:
            whole = isinstance(value, int) and not isinstance(value, bool)
            if not whole or not 1 <= value <= MOST_DAYS:
                yield key, f"debe ser un número entero de días, de 1 a {MOST_DAYS}"
        elif key == "aspects":
            if not are_aspects(value):
                yield (
                    key,
                    f"cada uno lleva {', '.join(ASPECT_COLUMNS)}, en texto, sin repetir código",
                )
        else:
            yield key, "no se conoce este dato"


def are_aspects(value: object) -> bool:
    """A list of tables with a code of their own and a name."""
    if not isinstance(value, list):
        return False
    whole = all(
        isinstance(item, dict)
        and set(item) == set(ASPECT_COLUMNS)
        and all(isinstance(text, str) and text for text in item.values())
        for item in value
    )
    return whole and len({item["code"] for item in value}) == len(value)


def policy_of(table: Mapping[str, Any]) -> EvaluationPolicy:
    """The policy of a table without faults."""
    days = {key: table.get(key, default) for key, default in DAYS.items()}
    aspects = tuple(Aspect(item["code"], item["name"]) for item in table.get("aspects", ()))
    return EvaluationPolicy(**days, aspects=aspects)
