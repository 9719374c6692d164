"""The fields of our forms: text made clean on the way in, and messages that say what to do.

A field is optional unless it has `Needed("Escriba …")` or `EitherWillDo()`, and its label says so.
"""

from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from email_validator import EmailNotValidError, validate_email
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import (
    Field,
    IntegerField,
    RadioField,
    SelectField,
    SelectMultipleField,
    StringField,
    widgets,
)
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than stubs
from wtforms.form import BaseForm
from wtforms.validators import StopValidation

from pqrs.web.filters import number
from pqrs.web.typed_text import clean, has_control, whole_number, without_control

Text: TypeAlias = str | LazyString
Check: TypeAlias = Any
"""A validator: WTForms calls it with the form and the field."""

ONE_LINE: Final = _l("Escríbalo en una sola línea.")
PICK_ONE: Final = _l("Elija una de las opciones.")
EMAIL_SHAPE: Final = _l("Escriba un correo como nombre@ejemplo.com.")
EMAIL_LENGTH: Final = 254
WIDEST_SEEN: Final = 9
"""Digits of a sequence or a version that could be ours."""
NOT_SEEN: Final = -1
MISSPELT: Final = {
    "gmial.com": "gmail.com",
    "gmai.com": "gmail.com",
    "gmail.co": "gmail.com",
    "gmail.con": "gmail.com",
    "hotmial.com": "hotmail.com",
    "hotmail.con": "hotmail.com",
    "hotmai.com": "hotmail.com",
    "outlok.com": "outlook.com",
    "yaho.com": "yahoo.com",
}


class Needed:
    """The person must answer; the message says what to write or choose."""

    def __init__(self, message: Text) -> None:
        """The flag keeps "(opcional)" off the label."""
        self.message = message
        self.field_flags = {"required": True}

    def __call__(self, _form: BaseForm, field: Field) -> None:
        """Stop at the first complaint: an empty answer has no other fault."""
        if not field.errors and (field.data is None or field.data in ("", [])):
            raise StopValidation(str(self.message))


class EitherWillDo:
    """Of two fields one is enough, or another answer asks for it: it is not "(opcional)"."""

    def __init__(self) -> None:
        """The flag keeps "(opcional)" off the label; the hint says what will do."""
        self.field_flags = {"either": True}

    def __call__(self, _form: BaseForm, _field: Field) -> None:
        """Whether there is one of the two is asked by the act, which sees the files too."""


class AtMost:
    """A length in characters, as a person counts them after cleaning."""

    def __init__(self, limit: int, advice: Text = "") -> None:
        """`advice` is a sentence more: what to do with the rest."""
        self.limit = limit
        self.advice = advice

    def __call__(self, _form: BaseForm, field: Field) -> None:
        """Say the limit and how far it was passed; the text stays in the field."""
        count = len(field.data or "")
        if count > self.limit:
            words = _(
                "Escriba máximo %(limit)s caracteres. Lleva %(count)s.",
                limit=number(self.limit),
                count=number(count),
            )
            raise StopValidation(f"{words} {self.advice}".strip())


class LongText(StringField):
    """Several lines: cleaned, and refused if it holds what cannot be kept."""

    widget: Any = widgets.TextArea()
    data: str

    def __init__(self, label: Text, validators: Sequence[Check] = (), **kwargs: Any) -> None:
        """As WTForms' own; the label may be translated later."""
        super().__init__(label, list(validators), **kwargs)

    def process_formdata(self, valuelist: list[Any]) -> None:
        """An absent field is an empty one."""
        self.data = clean(str(valuelist[0])) if valuelist else ""

    def _value(self) -> str:
        return without_control(self.data or "")

    def pre_validate(self, _form: BaseForm) -> None:
        """Nothing else is worth saying about a text that cannot be kept."""
        if has_control(self.data or ""):
            raise StopValidation(
                _("El texto tiene un carácter que no podemos guardar. Bórrelo y envíe otra vez.")
            )


class OneLine(LongText):
    """A name, a subject, a telephone: never a line end, which a mail header would obey."""

    widget: Any = widgets.TextInput()

    def __init__(
        self,
        label: Text,
        validators: Sequence[Check] = (),
        one_line: Text = ONE_LINE,
        **kwargs: Any,
    ) -> None:
        """`one_line` names the thing: "Escriba el nombre en una sola línea."."""
        super().__init__(label, validators, **kwargs)
        self.one_line = one_line

    def pre_validate(self, form: BaseForm) -> None:
        """First what cannot be kept, then the line end."""
        super().pre_validate(form)
        if "\n" in (self.data or ""):
            raise StopValidation(str(self.one_line))


class Email(OneLine):
    """One address, checked by its shape alone: nothing is asked of the network."""

    widget = widgets.EmailInput()

    def pre_validate(self, form: BaseForm) -> None:
        """Keep the normal form of the address; two addresses are a fault of their own."""
        super().pre_validate(form)
        if not self.data:
            return
        if self.data.count("@") > 1:
            raise StopValidation(_("Escriba un solo correo."))
        try:
            found = validate_email(self.data, check_deliverability=False, test_environment=True)
        except EmailNotValidError as fault:
            raise StopValidation(str(EMAIL_SHAPE)) from fault
        if len(found.normalized) > EMAIL_LENGTH:
            raise StopValidation(str(EMAIL_SHAPE))
        self.data = found.normalized

    @property
    def suggestion(self) -> str:
        """The address probably meant, to be offered and never imposed; "" when there is none."""
        name, _at, domain = (self.data or "").rpartition("@")
        meant = MISSPELT.get(domain.lower())
        return f"{name}@{meant}" if meant else ""


class Choice(RadioField):
    """One of a few answers, none marked beforehand. `choices` are `SelectChoice`s."""

    data: Any

    def __init__(self, label: Text, validators: Sequence[Check] = (), **kwargs: Any) -> None:
        """A value that is not among the choices gets our words."""
        words = {"invalid_value_message": PICK_ONE, "invalid_choice_message": PICK_ONE}
        super().__init__(label, list(validators), **words, **kwargs)

    @property
    def focus_id(self) -> str:
        """Where the error summary leads: the first answer."""
        return f"{self.id}-0"

    def process_formdata(self, valuelist: list[Any]) -> None:
        """Nothing chosen is None, whatever the coercion; a digit of another script is no answer."""
        self.data = None
        if valuelist and valuelist[0] != "":
            super().process_formdata(valuelist)
            if str(self.data) != valuelist[0]:
                raise ValueError(str(PICK_ONE))

    def pre_validate(self, form: BaseForm) -> None:
        """No answer is `Needed`'s business, not a wrong answer."""
        if self.data is not None:
            super().pre_validate(form)


def scale_of(top: int = 5) -> list[SelectChoice]:
    """1 to `top`, for `Choice(…, choices=scale_of(), coerce=int)` shown by the macro `scale`."""
    return [SelectChoice(str(step), str(step)) for step in range(1, top + 1)]


class Choices(SelectMultipleField):
    """Any of a few answers, as checkboxes; an empty list when none."""

    option_widget = widgets.CheckboxInput()
    several = True
    data: list[Any]

    def __init__(self, label: Text, validators: Sequence[Check] = (), **kwargs: Any) -> None:
        """As `Choice`."""
        words = {"invalid_value_message": PICK_ONE, "invalid_choice_message": str(PICK_ONE)}
        super().__init__(label, list(validators), **words, **kwargs)

    @property
    def focus_id(self) -> str:
        """Where the error summary leads: the first answer."""
        return f"{self.id}-0"


class Pick(SelectField):
    """One of a long list, as a select; put `SelectChoice("", "…")` first. Empty is ""."""

    data: Any

    def __init__(self, label: Text, validators: Sequence[Check] = (), **kwargs: Any) -> None:
        """As `Choice`."""
        words = {"invalid_value_message": PICK_ONE, "invalid_choice_message": PICK_ONE}
        super().__init__(label, list(validators), **words, **kwargs)

    def pre_validate(self, form: BaseForm) -> None:
        """No answer is `Needed`'s business."""
        if self.data:
            super().pre_validate(form)


class Seen(IntegerField):
    """The number of the last thing that the person had before their eyes: an event, a version."""

    widget = widgets.HiddenInput()
    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        """What is no number of ours is a page that nobody saw: stale."""
        seen = whole_number(valuelist[0] if valuelist else "", WIDEST_SEEN)
        self.data = NOT_SEEN if seen is None else seen

    def _value(self) -> str:
        """What is shown now, whatever was sent: else a page shown again stays stale for ever."""
        return str(self.data)
