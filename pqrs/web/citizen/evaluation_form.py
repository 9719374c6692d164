"""The three questions, the same everywhere, and the token that makes a second press harmless."""

import re
import secrets
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import Field, HiddenField, ValidationError

from pqrs.acts.evaluate import Opinion
from pqrs.law import Outcome
from pqrs.web.forms import (
    AtMost,
    Choice,
    LongText,
    Needed,
    PageForm,
    Pick,
    SelectChoice,
    scale_of,
)
from pqrs.web.words import words

COMMENT_LENGTH: Final = 2_000
TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,64}")


def new_token() -> str:
    """At least 128 random bits."""
    return secrets.token_urlsafe(24)


class EvaluationForm(PageForm):
    """Did we answer, how easy, how satisfied; and free words for who wants to write them."""

    outcome = Choice(
        _l("¿Respondimos lo que pidió?"),
        [Needed(_l("Diga si respondimos lo que pidió."))],
        choices=[SelectChoice(outcome.value, words.of(outcome)) for outcome in Outcome],
    )
    ease = Choice(
        _l("¿Qué tan fácil fue?"),
        [Needed(_l("Marque de 1 a 5 qué tan fácil fue."))],
        choices=scale_of(),
        coerce=int,
    )
    satisfaction = Choice(
        _l("En general, ¿qué tan satisfecho quedó?"),
        [Needed(_l("Marque de 1 a 5 qué tan satisfecho quedó."))],
        choices=scale_of(),
        coerce=int,
    )
    comment = LongText(_l("¿Quiere contarnos algo más?"), [AtMost(COMMENT_LENGTH)])
    token = HiddenField(default=new_token)

    def validate_token(self, field: Field) -> None:
        """A form without its token would count twice when sent twice: it gets a new one."""
        if not TOKEN.fullmatch(field.data or ""):
            field.data = new_token()
            raise ValidationError(_("Revise sus respuestas y envíelas otra vez."))

    @property
    def once(self) -> str:
        """What makes the second press of this very form harmless."""
        return self.token.data or ""

    def opinion(self) -> Opinion:
        """What was answered, once the form is valid."""
        return Opinion(
            outcome=Outcome(self.outcome.data),
            ease=self.ease.data,
            satisfaction=self.satisfaction.data,
            comment=self.comment.data,
        )


class OfficeEvaluationForm(EvaluationForm):
    """The same, after saying which office or window it is about."""

    point = Pick(_l("¿Dónde lo atendieron?"), [Needed(_l("Elija dónde lo atendieron."))])
