"""What the entity shows beside the key steps: a sign-language video, and them in other languages.

It is the table `[guide]` of entity.toml; what is empty drops the place that would show it.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LANGUAGE_KEYS = ("name", "lang", "steps", "url")


@dataclass(frozen=True, slots=True)
class GuideLanguage:
    """`lang`: its code (BCP 47). `steps` are read on the page; `url` leads to a recording."""

    name: str
    lang: str
    steps: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """`sign_language_video`: where the steps are told in Lengua de Señas Colombiana."""

    sign_language_video: str = ""
    languages: tuple[GuideLanguage, ...] = ()


def faults_of(table: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Key and sentence of each thing wrong with the table."""
    for key, value in table.items():
        if key == "sign_language_video":
            if not is_address(value):
                yield key, "debe ser una dirección que empiece por https://, o quedar vacía"
        elif key == "languages":
            if not (isinstance(value, list) and all(map(is_language, value))):
                yield key, "cada una lleva name, lang y steps (frases) o url (https://)"
        else:
            yield key, "no se conoce este dato"


def is_address(value: object) -> bool:
    """Empty, or a page of its own: nothing of others is ever loaded into ours."""
    return isinstance(value, str) and (not value or value.startswith("https://"))


def is_language(value: object) -> bool:
    """Named, and with something to read or to hear."""
    if not isinstance(value, dict) or not set(value) <= set(LANGUAGE_KEYS):
        return False
    steps = value.get("steps", [])
    named = all(isinstance(value.get(key), str) and value[key] for key in ("name", "lang"))
    spoken = isinstance(steps, list) and all(isinstance(step, str) and step for step in steps)
    return named and spoken and is_address(value.get("url", "")) and bool(steps or value.get("url"))


def guide_of(table: Mapping[str, Any]) -> Guide:
    """The guide of a table without faults."""
    return Guide(
        sign_language_video=table.get("sign_language_video", ""),
        languages=tuple(
            GuideLanguage(one["name"], one["lang"], tuple(one.get("steps", ())), one.get("url", ""))
            for one in table.get("languages", ())
        ),
    )
