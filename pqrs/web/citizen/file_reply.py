"""The last question: to whom the answer goes, and how. Most people are asked both at once."""

import re
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from pqrs.web.citizen.file_who import PersonForm, capacity_of, has_own_page
from pqrs.web.forms import AtMost, Choice, Email, Needed, OneLine, SelectChoice

PHONE: Final = re.compile(r"[0-9+() .\-]{7,30}")
REPLY_BY: Final = {
    "email": _l("Por correo electrónico"),
    "post": _l("Por carta a mi dirección"),
    "page": _l("La consulto aquí, con mi número y mi código"),
}


class ReplyForm(PersonForm):
    """How the answer reaches the person; the page with number and code always works.

    Name and document stand here too, unless so much is asked of who asks that it has its own page.
    """

    missing: ClassVar = {
        **PersonForm.missing,
        "reply_by": "reply_by",
        "email": "email",
        "postal_address": "postal_address",
        "postal_district": "postal_address",
        "postal_town": "postal_address",
        "phone": "phone",
    }
    reply_by = Choice(
        _l("¿Cómo le respondemos?"),
        [Needed(_l("Elija cómo quiere recibir la respuesta."))],
        choices=[SelectChoice(way, label) for way, label in REPLY_BY.items()],
    )
    email = Email(_l("Correo electrónico"), one_line=_l("Escriba el correo en una sola línea."))
    postal_address = OneLine(_l("Dirección para la carta"), [AtMost(200)])
    postal_district = OneLine(_l("Barrio, vereda o corregimiento"), [AtMost(120)])
    postal_town = OneLine(_l("Municipio y país"), [AtMost(120)])
    phone = OneLine(_l("Teléfono"))

    def fit(self, answers: Mapping[str, Any]) -> None:
        """Nothing that a page of its own asks already."""
        if not has_own_page(answers):
            super().fit(answers)
            return
        self.capacity = capacity_of(answers)
        for name in PersonForm.missing:
            del self[name]

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """What stands under a way of answering is needed by who chooses that way."""
        del answers
        self.email.flags.required = self.postal_address.flags.required = True

    def validate_email(self, field: Field) -> None:
        """Asked for only by who wants the answer there."""
        if self.reply_by.data == "email" and not field.data:
            raise ValidationError(_("Escriba el correo donde quiere la respuesta."))

    def validate_postal_address(self, field: Field) -> None:
        """Asked for only by who wants a letter."""
        if self.reply_by.data == "post" and not field.data:
            raise ValidationError(_("Escriba la dirección donde quiere la carta."))

    def validate_phone(self, field: Field) -> None:
        """What a telephone can dial, with its extension if it has one."""
        if field.data and not PHONE.fullmatch(field.data):
            raise ValidationError(_("Escriba el teléfono con números. Ejemplo: 300 123 4567."))
