"""What of a text could say who somebody is, marked for the eye and told in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.office.giveaways import Giveaway, giveaways, unmarked
from pqrs.office.personal_data import KnownPerson
from pqrs.web.pages import the_app

GIVEN_AWAY: Final = {
    "name": _l("el nombre de la persona"),
    "document": _l("su documento"),
    "phone": _l("su teléfono"),
    "address": _l("su dirección"),
    "email": _l("un correo"),
    "represented": _l("el nombre de por quién pide"),
    "body": _l("el nombre de la organización"),
    "number": _l("un número que parece de cédula o de celular"),
    "filing": _l("el número de una petición"),
    "perhaps_name": _l("parece un nombre"),
    "perhaps_address": _l("parece una dirección"),
    "perhaps_number": _l("un número largo, que puede ser de alguien"),
    "perhaps_car": _l("parece la placa de un carro o de una moto"),
}


@dataclass(frozen=True)
class Piece:
    """A stretch of the text; `what` is "" for what gives nothing away."""

    text: str
    what: str = ""
    is_sure: bool = False


@dataclass(frozen=True)
class Marked:
    """A text with its marks. `sure`: what has to go, in words; `doubtful`: what to read."""

    pieces: tuple[Piece, ...]
    sure: tuple[str, ...]
    doubtful: tuple[str, ...]


def mark(text: str, person: KnownPerson) -> Marked:
    """For the eye of whoever proposes or decides."""
    pack = the_app().office.pack
    marks = giveaways(text, person, pack)
    hidden = (str(GIVEN_AWAY[what]) for what in unmarked(text, person, pack))
    sure = (told(text, one) for one in marks if one.is_sure)
    return Marked(
        pieces=tuple(pieces(text, marks)),
        sure=tuple(dict.fromkeys((*sure, *hidden))),
        doubtful=tuple(dict.fromkeys(told(text, one) for one in marks if not one.is_sure)),
    )


def told(text: str, one: Giveaway) -> str:
    """The words and what they are."""
    return f"«{text[one.start : one.end].strip()}»: {GIVEN_AWAY[one.what]}"


def pieces(text: str, marks: tuple[Giveaway, ...]) -> Iterator[Piece]:
    """The text from end to end."""
    at = 0
    for one in marks:
        yield Piece(text[at : one.start])
        yield Piece(text[one.start : one.end], str(GIVEN_AWAY[one.what]), one.is_sure)
        at = one.end
    yield Piece(text[at:])
