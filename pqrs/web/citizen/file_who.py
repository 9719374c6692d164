"""The questions about who files: how they present themselves, for whom they ask, and their data."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar, Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, ValidationError

from pqrs.law import Capacity, IdentityLevel, Kind, PriorityGround
from pqrs.office.identity_numbers import ONLY_DIGITS, has_wrong_check_digit, is_number_of
from pqrs.web.citizen.file_form import StepForm
from pqrs.web.citizen.report_form import is_report
from pqrs.web.forms import AtMost, Choice, Choices, Needed, OneLine, Pick, SelectChoice

IDENTITIES: Final = {
    IdentityLevel.NAMED: _l("Con mi nombre"),
    IdentityLevel.RESERVED: _l("Con mi nombre, pero en reserva"),
    IdentityLevel.ANONYMOUS: _l("Sin decir quién soy"),
}
DOCUMENTS: Final = {
    "CC": _l("Cédula de ciudadanía"),
    "CE": _l("Cédula de extranjería"),
    "TI": _l("Tarjeta de identidad"),
    "NUIP": _l("Registro civil (NUIP)"),
    "PPT": _l("Permiso por protección temporal"),
    "PA": _l("Pasaporte"),
    "NIT": _l("NIT de una empresa u organización"),
    "OTRO": _l("Otro documento"),
}
CAPACITIES: Final = {
    Capacity.SELF: _l("Por mí"),
    Capacity.GUARDIAN: _l("Por un niño, una niña o una persona a mi cargo"),
    Capacity.NEIGHBOUR: _l("Por un vecino, familiar u otra persona que no puede hacerlo"),
    Capacity.ATTORNEY: _l("Por otra persona, como su apoderado o abogado"),
    Capacity.GROUP: _l("Por un grupo de personas"),
    Capacity.ORGANISATION: _l("Por una junta, fundación u organización"),
    Capacity.COMPANY: _l("Por una empresa o un negocio"),
    Capacity.AUTHORITY: _l("Por otra entidad pública"),
    Capacity.JOURNALIST: _l("Como periodista, para mi trabajo"),
}
GROUNDS: Final = {
    PriorityGround.LIFE: _l("Hay peligro para la vida o la salud de alguien"),
    PriorityGround.CHILD: _l("Soy menor de edad"),
    PriorityGround.ABOUT_CHILD: _l("Se trata de una niña, un niño o un adolescente"),
    PriorityGround.OLDER: _l("Soy una persona mayor"),
    PriorityGround.DISABILITY: _l("Tengo una discapacidad"),
    PriorityGround.PREGNANCY: _l("Estoy en embarazo"),
    PriorityGround.VICTIM: _l("Soy víctima del conflicto armado o de violencia"),
    PriorityGround.VETERAN: _l("Soy veterano de la fuerza pública"),
    PriorityGround.RIGHT: _l("Si tardan, un derecho fundamental mío sufre un daño sin remedio"),
}
"""What a person may say of themselves; a journalist says it by asking as one."""


class IdentityForm(StepForm):
    """Named, reserved or anonymous; apart from it, for whom one asks and whether it goes first."""

    missing: ClassVar = {"identity": "identity"}
    identity = Choice(
        _l("¿Quién presenta la petición?"),
        [Needed(_l("Elija cómo quiere presentarse."))],
        choices=[SelectChoice(level.value, label) for level, label in IDENTITIES.items()],
    )
    capacity = Choice(
        _l("¿Por quién pide?"),
        choices=[SelectChoice(each.value, label) for each, label in CAPACITIES.items()],
    )
    grounds = Choices(
        _l("Marque lo que quiera que tengamos en cuenta"),
        choices=[SelectChoice(each.value, label) for each, label in GROUNDS.items()],
    )

    def fit(self, answers: Mapping[str, Any]) -> None:
        """Of who reports a wrong nothing is asked that could tell who it was."""
        if reports_wrong(answers):
            del self.capacity
            life = PriorityGround.LIFE
            self.grounds.choices = [SelectChoice(life.value, GROUNDS[life])]

    def hints(self) -> dict[str, str]:
        """What follows from each choice."""
        return {
            IdentityLevel.NAMED: _("Podemos escribirle y avisarle de cada paso."),
            IdentityLevel.RESERVED: _(
                "Sabemos quién es y podemos avisarle. La oficina de la que habla no ve su nombre."
            ),
            IdentityLevel.ANONYMOUS: _(
                "No pedimos ni guardamos su nombre ni sus datos. Solo podrá ver la respuesta con "
                "el número y el código que le daremos. Si los pierde, no se pueden recuperar."
            ),
        }

    def capacity_hints(self) -> dict[str, str]:
        """What changes for each, where something does."""
        return {
            Capacity.ATTORNEY: _("Si tiene el poder, adjúntelo. Si no, radicamos igual."),
            Capacity.NEIGHBOUR: _("No necesita poder. Cuente por qué no puede hacerlo ella misma."),
            Capacity.AUTHORITY: _("La información y los documentos: 10 días hábiles (art. 30)."),
            Capacity.JOURNALIST: _("Su petición tiene trámite preferencial (art. 20)."),
        }

    def grounds_hints(self) -> dict[str, str]:
        """What has to be told besides, where the law asks it."""
        return {
            PriorityGround.RIGHT: _(
                "Como la salud o la educación. Cuente por qué y adjunte algo que lo muestre."
            )
        }


@dataclass(frozen=True)
class Asked:
    """What one capacity is asked for besides the name: the label of each, "" when it is not."""

    body: LazyString | str = ""
    nit: bool = False
    represented: LazyString | str = ""
    document: bool = True


ASKED: Final[Mapping[Capacity, Asked]] = {
    Capacity.SELF: Asked(),
    Capacity.JOURNALIST: Asked(body=_l("Medio, programa o agencia")),
    Capacity.ATTORNEY: Asked(represented=_l("Nombre de la persona por quien pide")),
    Capacity.GUARDIAN: Asked(represented=_l("Nombre o iniciales del niño, niña o persona")),
    Capacity.NEIGHBOUR: Asked(represented=_l("Nombre de la persona por quien pide")),
    Capacity.GROUP: Asked(body=_l("Nombre del grupo")),
    Capacity.ORGANISATION: Asked(body=_l("Nombre de la organización"), nit=True),
    Capacity.COMPANY: Asked(body=_l("Nombre o razón social"), nit=True),
    Capacity.AUTHORITY: Asked(body=_l("Nombre de la entidad pública"), document=False),
}
BODY_MAY_LACK: Final = frozenset({Capacity.JOURNALIST, Capacity.GROUP})


def reports_wrong(answers: Mapping[str, Any]) -> bool:
    """Whichever door it came in by."""
    return is_report(answers) or answers.get("kind") == Kind.REPORT


def capacity_of(answers: Mapping[str, Any]) -> Capacity:
    """For whom they ask; nobody asks for another without a name, nor reports a wrong for them."""
    typed = answers.get("capacity")
    unknown = answers.get("identity") == IdentityLevel.ANONYMOUS or reports_wrong(answers)
    if unknown or typed not in set(Capacity):
        return Capacity.SELF
    return Capacity(typed)


def has_own_page(answers: Mapping[str, Any]) -> bool:
    """Whether more than name and document is asked of who asks: too much beside the reply."""
    return ASKED[capacity_of(answers)] != Asked()


def stated_grounds(answers: Mapping[str, Any]) -> tuple[PriorityGround, ...]:
    """Why it should go first, as the person says."""
    typed = answers.get("grounds") or ()
    return tuple(ground for ground in GROUNDS if ground.value in typed)


class PersonForm(StepForm):
    """Who asks. Without a document it is filed all the same, and the receipt says so."""

    missing: ClassVar = {
        "body_name": "body",
        "body_document": "body_document",
        "represented_name": "represented",
        "name": "name",
        "document_type": "document",
        "document_number": "document",
    }
    body_name = OneLine(_l("Nombre de la organización"), [AtMost(200)])
    body_document = OneLine(_l("NIT"), [AtMost(30)])
    represented_name = OneLine(_l("Nombre de la persona por quien pide"), [AtMost(120)])
    name = OneLine(
        _l("Nombre y apellido"),
        [Needed(_l("Escriba su nombre.")), AtMost(120)],
        one_line=_l("Escriba el nombre en una sola línea."),
    )
    document_type = Pick(
        _l("Tipo de documento"),
        choices=[
            SelectChoice("", _l("Elija el tipo")),
            *(SelectChoice(code, label) for code, label in DOCUMENTS.items()),
        ],
    )
    document_number = OneLine(_l("Número del documento"))
    capacity: Capacity = Capacity.SELF

    def fit(self, answers: Mapping[str, Any]) -> None:
        """Only what this capacity calls for, under its own name."""
        self.capacity = capacity_of(answers)
        asked = ASKED[self.capacity]
        if asked.body:
            self.body_name.label.text = asked.body
            self.body_name.flags.required = self.capacity not in BODY_MAY_LACK
        if asked.represented:
            self.represented_name.label.text = asked.represented
            self.represented_name.flags.required = True
        for name in unasked(asked):
            del self[name]

    def validate_body_name(self, field: Field) -> None:
        """Who is nobody's in particular is asked for by its name."""
        if not field.data and self.capacity not in BODY_MAY_LACK:
            raise ValidationError(_("Escriba en nombre de quién pide."))

    def validate_represented_name(self, field: Field) -> None:
        """An initial is enough."""
        if not field.data:
            raise ValidationError(_("Escriba el nombre de la persona por quien pide."))

    def validate_body_document(self, field: Field) -> None:
        """A NIT whose check digit is another is asked about, not refused."""
        if field.data and has_wrong_check_digit(field.data):
            raise ValidationError(_("Revise el dígito de verificación del NIT."))
        if field.data and not is_number_of("NIT", field.data):
            raise ValidationError(_("Escriba el NIT con números. Ejemplo: 900123456-8."))

    def validate_document_number(self, field: Field) -> None:
        """Digits alone for ours, letters too for those of other countries."""
        kind = self.document_type.data or ""
        if not field.data:
            return
        if kind == "NIT" and has_wrong_check_digit(field.data):
            raise ValidationError(_("Revise el dígito de verificación del NIT."))
        if is_number_of(kind, field.data):
            return
        if kind in ONLY_DIGITS:
            raise ValidationError(
                _("Escriba el número de cédula, solo números. Ejemplo: 1023456789.")
                if kind == "CC"
                else _("Escriba el número, solo números. Ejemplo: 1023456789.")
            )
        raise ValidationError(_("Escriba el número del documento, por ejemplo 1234567."))


def unasked(asked: Asked) -> tuple[str, ...]:
    """The fields that this capacity does not need."""
    document = () if asked.document else ("document_type", "document_number")
    return (
        *(() if asked.body else ("body_name",)),
        *(() if asked.nit else ("body_document",)),
        *(() if asked.represented else ("represented_name",)),
        *document,
    )
