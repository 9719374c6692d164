"""People who do not exist: common names put together by chance, documents nobody was given."""

import unicodedata
from random import Random

from pqrs.acts.file_petition import Person

GIVEN = (
    "Ana Milena", "Luz Dary", "María Eugenia", "Yurany", "Leidy", "Carmen Rosa", "Dora Inés",
    "Paola Andrea", "Sandra Patricia", "Nubia", "Gloria", "Marleny", "Valentina", "Daniela",
    "Jhon Jairo", "José Luis", "Carlos Alberto", "Wilson", "Héctor Fabio", "Luis Eduardo", "Óscar",
    "Álvaro", "Brayan", "Andrés Felipe", "Diego", "Hernán", "Jesús Antonio", "Víctor Hugo",
)  # fmt: skip
SURNAMES = (
    "Arroyave", "Balanta", "Caicedo", "Campo", "Carabalí", "Cifuentes", "Collazos", "Díaz",
    "Escobar", "Figueroa", "Garcés", "Gómez", "Hurtado", "Ibarra", "Lasso", "Loaiza", "Lucumí",
    "Mina", "Mosquera", "Muñoz", "Ospina", "Palacios", "Quintero", "Rengifo", "Sinisterra",
    "Tenorio", "Valencia", "Velasco", "Viveros", "Zapata",
)  # fmt: skip
FIRST_DOCUMENT = 9_900_000_000
"""Beyond every number the Registraduría has given."""


def invent_person(chance: Random, *, by_email: bool) -> Person:
    """Somebody with a name, a document, and an address that can reach nobody (RFC 2606)."""
    given = chance.choice(GIVEN)
    surnames = chance.sample(SURNAMES, 2)
    serial = chance.randrange(1_000_000)
    email = f"{plain(given.split()[0])}.{plain(surnames[0])}.{serial}@example.com"
    return Person(
        name=f"{given} {' '.join(surnames)}",
        document_type="CC",
        document_number=str(FIRST_DOCUMENT + serial),
        email=email if by_email else None,
        phone=f"300 000 {serial % 10_000:04}" if chance.random() < 0.7 else None,  # noqa: PLR2004
    )


def plain(word: str) -> str:
    """Letters an address may have."""
    spread = unicodedata.normalize("NFKD", word.lower())
    return "".join(letter for letter in spread if letter.isascii())
