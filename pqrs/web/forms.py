"""What every form shares, and the fields it is made of.

A page module writes `class AskName(PageForm)` with the fields named here, and
`form.validate_on_submit()` then means that the content is good and the token is ours. No HTML5
validation: forms carry `novalidate`, and the server says what to correct.
"""

from flask import request
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.csrf import _FlaskFormCSRF
from wtforms import Field, ValidationError
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than stubs
from wtforms.form import BaseForm

from pqrs.web.date_parts import DateParts
from pqrs.web.fields import (
    AtMost,
    Choice,
    Choices,
    EitherWillDo,
    Email,
    LongText,
    Needed,
    OneLine,
    Pick,
    Seen,
    Text,
    scale_of,
)

__all__ = [
    "AtMost",
    "Choice",
    "Choices",
    "DateParts",
    "EitherWillDo",
    "Email",
    "GetForm",
    "LongText",
    "Needed",
    "OneLine",
    "PageForm",
    "Pick",
    "Seen",
    "SelectChoice",
    "scale_of",
]


class SpanishToken(_FlaskFormCSRF):  # type: ignore[misc]  # Flask-WTF carries no types
    """The token against forged requests, with words for a person whose session ended."""

    def validate_csrf_token(self, form: BaseForm, field: Field) -> None:
        """Refuse a lost or foreign token; the form is shown again with its text."""
        try:
            super().validate_csrf_token(form, field)
        except ValidationError as lost:
            raise ValidationError(
                _(
                    "Su sesión venció por tiempo. Lo que escribió sigue aquí. "
                    "Revíselo y envíe otra vez."
                )
            ) from lost


class PageForm(FlaskForm):  # type: ignore[misc]  # Flask-WTF carries no types
    """The form of one page."""

    class Meta(FlaskForm.Meta):  # type: ignore[misc]
        csrf_class = SpanishToken

    def refuse(self, name: str, message: Text) -> None:
        """Put an act's refusal onto its field, or on the whole form when `name` is empty."""
        if name:
            self[name].errors = [*self[name].errors, str(message)]
        else:
            self.form_errors.append(str(message))


class GetForm(PageForm):
    """A form in the address bar: it changes nothing, so it carries no token."""

    class Meta(PageForm.Meta):
        csrf = False

    def __init__(self) -> None:
        super().__init__(request.args)
