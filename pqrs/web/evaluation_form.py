"""The questions of an opinion, and the token that makes a second press harmless.

They are the same on the citizen's page, behind the code on a wall, and read out at the counter.
"""

import re
import secrets
from collections.abc import Iterator
from typing import Final

from email_validator import EmailNotValidError, validate_email
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, ValidationError

from pqrs.acts.evaluate import Opinion
from pqrs.law import Outcome
from pqrs.office.evaluation import Purpose, Way
from pqrs.office.evaluation_policy import EvaluationPolicy
from pqrs.web.evaluation_words import PURPOSES
from pqrs.web.fields import Text
from pqrs.web.forms import (
    AtMost,
    Choice,
    Choices,
    LongText,
    Needed,
    OneLine,
    PageForm,
    Pick,
    SelectChoice,
    scale_of,
)
from pqrs.web.pages import of_entity
from pqrs.web.words import words

COMMENT_LENGTH: Final = 2_000
CONTACT_LENGTH: Final = 200
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,64}")
PHONE: Final = re.compile(r"[0-9+() .\-]{7,30}")


def new_token() -> str:
    """At least 128 random bits."""
    return secrets.token_urlsafe(24)


def satisfaction_field(label: Text) -> Choice:
    """1 to 5, needed."""
    needed = Needed(_l("Marque de 1 a 5 qué tan satisfecho quedó."))
    return Choice(label, [needed], choices=scale_of(), coerce=int)


class OpinionForm(PageForm):
    """What every opinion may add to its marks. A page's form puts its own questions before."""

    def __init__(self, policy: EvaluationPolicy) -> None:
        """`policy`: the aspects of treatment that this entity asks about."""
        super().__init__()
        self.aspects.choices = [
            SelectChoice(each.code, of_entity(each.name)) for each in policy.aspects
        ]

    def validate_may_contact(self, field: Field) -> None:
        """A contact is kept only with a yes, and a yes needs a contact."""
        if field.data and not self.contact.data:
            raise ValidationError(_("Escriba un correo o un teléfono, o quite la marca."))

    def validate_contact(self, field: Field) -> None:
        """An e-mail or a telephone, and nobody's without their yes."""
        if not field.data:
            return
        if not self.may_contact.data:
            raise ValidationError(_("Marque que podemos contactarlo, o borre este dato."))
        if "@" in field.data:
            try:
                found = validate_email(
                    field.data, check_deliverability=False, test_environment=True
                )
            except EmailNotValidError as fault:
                raise ValidationError(_("Escriba un correo como nombre@ejemplo.com.")) from fault
            field.data = found.normalized
        elif not PHONE.fullmatch(field.data):
            raise ValidationError(
                _("Escriba un correo, o un teléfono con números, por ejemplo 300 123 4567.")
            )

    def validate_token(self, field: Field) -> None:
        """A form without its token would count twice when sent twice: it gets a new one."""
        if not TOKEN.fullmatch(field.data or ""):
            field.data = new_token()
            raise ValidationError(_("Revise sus respuestas y envíelas otra vez."))

    @property
    def once(self) -> str:
        """What makes the second press of this very form harmless."""
        return self.token.data or ""

    @property
    def says_more(self) -> bool:
        """Whether the part that is folded away has something in it."""
        more = (self.aspects, self.may_contact, self.contact)
        return any(field.data or field.errors for field in more)


def comment_field() -> LongText:
    """Free words."""
    return LongText(_l("¿Quiere contarnos algo más?"), [AtMost(COMMENT_LENGTH)])


def aspects_field() -> Choices:
    """What was missing in the treatment; the entity's own list."""
    return Choices(_l("¿Qué faltó en la atención?"), choices=[])


def may_contact_field() -> Choices:
    """Only with this is a contact kept."""
    return Choices(
        _l("¿Podemos contactarlo?"),
        choices=[SelectChoice("yes", _l("Sí, contáctenme por esta opinión"))],
    )


def contact_field() -> OneLine:
    """Where to."""
    return OneLine(_l("Su correo o teléfono"), [AtMost(CONTACT_LENGTH)])


def outcome_field(*needed: Needed) -> Choice:
    """Yes, partly, no."""
    return Choice(
        _l("¿Respondimos lo que pidió?"),
        needed,
        choices=[SelectChoice(outcome.value, words.of(outcome)) for outcome in Outcome],
    )


def ease_field(*needed: Needed) -> Choice:
    """1 to 5."""
    return Choice(_l("¿Qué tan fácil fue?"), needed, choices=scale_of(), coerce=int)


class AnswerForm(OpinionForm):
    """Of an answered petition: did we answer, how easy, how satisfied."""

    outcome = outcome_field(Needed(_l("Diga si respondimos lo que pidió.")))
    ease = ease_field(Needed(_l("Marque de 1 a 5 qué tan fácil fue.")))
    satisfaction = satisfaction_field(_l("En general, ¿qué tan satisfecho quedó?"))
    comment = comment_field()
    aspects = aspects_field()
    may_contact = may_contact_field()
    contact = contact_field()
    token = HiddenField(default=new_token)

    def opinion(self) -> Opinion:
        """What was answered, once the form is valid."""
        return Opinion(
            outcome=Outcome(self.outcome.data),
            ease=self.ease.data,
            satisfaction=self.satisfaction.data,
            comment=self.comment.data,
            aspects=tuple(self.aspects.data or ()),
            way=Way.LETTER,
        )


def purpose_field() -> Choice:
    """What the person came to say."""
    return Choice(
        _l("¿Qué nos quiere decir?"),
        [Needed(_l("Elija qué nos quiere decir."))],
        choices=[SelectChoice(purpose.value, text) for purpose, text in PURPOSES.items()],
    )


class PointForm(OpinionForm):
    """Of an office or window without a case: the same, and only two of them needed.

    Who came to praise or to complain asked for nothing, and has no answer to those two.
    """

    purpose = purpose_field()
    outcome = outcome_field()
    ease = ease_field()
    satisfaction = satisfaction_field(_l("¿Qué tan satisfecho quedó con la atención?"))
    comment = comment_field()
    aspects = aspects_field()
    may_contact = may_contact_field()
    contact = contact_field()
    token = HiddenField(default=new_token)

    def opinion(self, way: Way) -> Opinion:
        """What was answered, once the form is valid."""
        return Opinion(
            outcome=Outcome(self.outcome.data) if self.outcome.data else None,
            ease=self.ease.data,
            satisfaction=self.satisfaction.data,
            comment=self.comment.data,
            purpose=Purpose(self.purpose.data),
            aspects=tuple(self.aspects.data or ()),
            way=way,
        )


class OfficeForm(PointForm):
    """The same, after saying which office or window it is about."""

    point = Pick(_l("¿Dónde lo atendieron?"), [Needed(_l("Elija dónde lo atendieron."))])

    def __iter__(self) -> Iterator[Field]:
        """As the page has them, so that its errors are told in that order: the place first."""
        return iter(sorted(super().__iter__(), key=lambda field: field.name != "point"))
