"""The sections of the desk, and who may open each: the links on top of every staff page."""

from typing import Final

from flask import current_app
from flask_babel import lazy_gettext as _l

from pqrs.office import Permission, allowed
from pqrs.web.sessions import SignedIn

SECTIONS: Final = (
    (_l("Bandeja"), "/bandeja", Permission.SEE_QUEUE),
    (_l("Ventanilla"), "/ventanilla", Permission.SEE_INTAKE),
    (_l("Propuestas"), "/propuestas", Permission.SEE_PROPOSALS),
    (_l("Respuestas públicas"), "/bandeja/respuestas", Permission.SEE_ANSWERS),
    (_l("Evaluaciones"), "/bandeja/evaluaciones/revisiones", Permission.SEE_REVIEWS),
    (_l("Compartidos"), "/bandeja/partes", Permission.SEE_ALL_METADATA),
    (_l("Población"), "/bandeja/poblacion", Permission.SEE_BOARD),
    (_l("Tablero"), "/tablero", Permission.SEE_BOARD),
    (_l("Administración"), "/administracion", Permission.SEE_OFFICE),
)


ACCOUNT: Final = "/cuenta"


def is_desk(path: str) -> bool:
    """Whether this address is of the desk's side, existing or not."""
    tops = (ACCOUNT, *(top for _text, top, _permission in SECTIONS))
    return any(f"{path}/".startswith(f"{top}/") for top in tops)


def desk_sections(person: SignedIn) -> list[tuple[str, str]]:
    """Text and address of each section that exists and this person may open, in order."""
    built = {rule.rule for rule in current_app.url_map.iter_rules()}
    return [
        (str(text), path)
        for text, path, permission in SECTIONS
        if path in built and allowed(permission, person.viewer)
    ]
