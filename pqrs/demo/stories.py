"""What people write about: topics by season, texts with a place in them, answers.

The texts are in `data/stories.toml` and in the pack's own teaching texts; a pack whose topics have
neither is told in the words of its topics.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from pqrs.office import Pack, Place, Topic

FILE = Path(__file__).parent / "data" / "stories.toml"
BUSY = 2.5
RARE = 0.6
"""The share of a topic that has no texts of its own."""

OWN_TEXT = 0.72
"""How often a text of the file is taken rather than one that teaches the router."""

PEOPLE_BY_AREA = {
    "CABECERA": 30, "VILLAGORGONA": 30, "POBLADO-CAMPESTRE": 12, "EL-CARMELO": 7, "JUANCHITO": 5,
    "EL-CABUYAL": 4, "SAN-JOAQUIN": 3, "EL-TIPLE": 2, "BUCHITOLO": 2, "LA-REGINA": 2,
    "EL-ARENAL": 1, "EL-LAURO": 1, "MADRE-VIEJA": 1,
}  # fmt: skip
FEW = 0.3
IN_A_BARRIO = 0.7
SINCE = (
    "desde hace una semana", "hace quince días", "hace un mes", "desde el mes pasado",
    "hace tres semanas", "hace dos meses",
)  # fmt: skip
POLITE = 0.5
CLOSINGS = (
    "Quedo atenta a su respuesta.", "Muchas gracias.", "Agradezco una pronta solución.",
    "Espero respuesta de fondo en el término de ley.", "Anexaré fotos si las necesitan.",
)  # fmt: skip


@dataclass(frozen=True)
class Story:
    """One matter, as one person tells it. `where` is the place as it is said in a sentence."""

    topic: Topic
    place: Place | None
    text: str
    location: str
    reply: str


class Stories:
    """Everything that can be told in one entity."""

    def __init__(self, pack: Pack, chance: Random) -> None:
        """Read the file once; topics without a story get a small share."""
        self.chance = chance
        self.file: Mapping[str, Any] = tomllib.loads(FILE.read_text())
        self.topics = pack.topics
        self.taught: dict[str, list[str]] = {}
        for example in pack.examples:
            self.taught.setdefault(example.topic, []).append(example.text)
        self.by_area: dict[str, list[Place]] = {}
        for place in pack.places:
            self.by_area.setdefault(pack.area_of(place.code) or place.code, []).append(place)

    def tell(self, month: int) -> Story:
        """Some story of that month."""
        shares = [self.share_of(topic, month) for topic in self.topics]
        return self.tell_of(self.chance.choices(self.topics, shares)[0], self.some_place())

    def share_of(self, topic: Topic, month: int) -> float:
        """How often people write about it then."""
        told = self.file.get(topic.topic_id, {})
        share: float = told.get("share", RARE)
        return share * BUSY if month in told.get("busy", ()) else share

    def tell_of(self, topic: Topic, place: Place | None) -> Story:
        """A story of that topic, there."""
        told = self.file.get(topic.topic_id, {})
        corner = (
            f"la calle {self.chance.randrange(1, 20)} con carrera {self.chance.randrange(1, 16)}"
        )
        text = self.text_of(topic, told.get("texts", ()))
        since = self.chance.choice(SINCE)
        where = place.name if place else "mi barrio"
        return Story(
            topic=topic,
            place=place,
            text=self.dressed(text.format(where=where, corner=corner, since=since)),
            location=corner.capitalize() if "{corner}" in text else "",
            reply=told.get("reply", f"Revisamos lo que pidió sobre {topic.subtema.lower()}."),
        )

    def text_of(self, topic: Topic, texts: list[str]) -> str:
        """One of ours, one that teaches the router, or one made of the topic's own words."""
        taught = self.taught.get(topic.topic_id, [])
        if texts and (not taught or self.chance.random() < OWN_TEXT):
            return self.chance.choice(texts)
        if taught:
            return self.chance.choice(taught).replace("{", "(").replace("}", ")")
        words = self.chance.choice(topic.keywords or (topic.subtema,))
        return f"Escribo por {topic.tema.lower()}: {words}, en {{where}}, {{since}}. Pido solución."

    def dressed(self, text: str) -> str:
        """With a capital letter, a full stop, and the manners that some people have."""
        text = text[:1].upper() + text[1:] + ("" if text[-1] in ".!?" else ".")
        if self.chance.random() < POLITE:
            return f"{text}\n\n{self.chance.choice(CLOSINGS)}"
        return text

    def some_place(self) -> Place | None:
        """More where more people live; nobody says where, now and then."""
        if self.chance.random() < 0.05 or not self.by_area:  # noqa: PLR2004
            return None
        areas = list(self.by_area)
        area = self.chance.choices(areas, [PEOPLE_BY_AREA.get(code, FEW) for code in areas])[0]
        within = [place for place in self.by_area[area] if place.code != area]
        if within and self.chance.random() < IN_A_BARRIO:
            return self.chance.choice(within)
        return next(place for place in self.by_area[area] if place.code == area)
