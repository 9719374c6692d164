"""What the forms of all filing steps share: the token of the draft, and which refusals stop.

Filing is never refused: a fault in a name, a contact, a channel or a date is said once, and the
person may go on without correcting it. What cannot be kept at all stops.
"""

import re
import secrets
from collections.abc import Mapping
from typing import Any, ClassVar, Final

from werkzeug.datastructures import MultiDict
from wtforms import Field, HiddenField

from pqrs.office.draft_code import fresh_draft_token
from pqrs.web.forms import Choices, DateParts, LongText, OneLine, PageForm
from pqrs.web.typed_text import has_control, without_control

TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22,64}")
NOT_ANSWERS: Final = {"csrf_token", "token", "file"}
LONGEST_KEPT: Final = 100_000
"""Characters of one answer that a draft keeps; far more than may be filed."""
LONGEST_FAULTY: Final = 200
"""Characters of a faulty answer that are filed when the person goes on without correcting it."""


def new_token() -> str:
    """At least 128 random bits: whoever holds it may see the draft and its access code."""
    return secrets.token_urlsafe(32)


def new_draft_token(key: bytes) -> str:
    """A token that a code leads back to (`office/draft_code.py`); `key` is the entity's."""
    return fresh_draft_token(key, new_token())


class StepForm(PageForm):
    """One question. `missing` maps a field to what the receipt says is missing."""

    missing: ClassVar[Mapping[str, str]] = {}
    token = HiddenField()

    def fit(self, answers: Mapping[str, Any]) -> None:
        """Take out what earlier `answers` do not call for, before anything is checked."""

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """Set what is only shown, such as the choices that depend on earlier `answers`."""

    @property
    def is_soft(self) -> bool:
        """Whether the person may go on without correcting what was refused."""
        return bool(self.errors) and not any(
            self[name].errors and is_hard(self, self[name]) for name in self.data
        )

    def typed(self) -> dict[str, Any]:
        """The answers as typed, faulty or not, by the name each has in the form."""
        found: dict[str, Any] = {}
        for field in self:
            if isinstance(field, DateParts):
                found |= {part.name: part.value for part in field.parts}
            elif isinstance(field, Choices):
                found[field.name] = [without_control(str(one)) for one in field.data or ()]
            elif field.name not in NOT_ANSWERS:
                found[field.name] = without_control(str(field.data or ""))[:LONGEST_KEPT]
        return found

    def values(self) -> dict[str, Any]:
        """What may be filed: good answers, and of faulty ones what can be kept of them."""
        return {
            field.name: kept(field) if field.errors else field.data
            for field in self
            if field.name not in NOT_ANSWERS
        }

    def faults(self) -> tuple[str, ...]:
        """What is missing, in the words' keys, when it is filed without correcting."""
        return tuple(
            what for name, what in self.missing.items() if name in self and self[name].errors
        )

    @classmethod
    def filled(cls, answers: Mapping[str, Any]) -> "StepForm":
        """The form as it was last typed, to be shown again."""
        form = cls(formdata=as_formdata(answers))
        form.fit(answers)
        return form

    @classmethod
    def from_draft(cls, answers: Mapping[str, Any]) -> "StepForm":
        """The same, to be checked again: where it came from was checked when it was kept."""
        form = cls(formdata=as_formdata(answers), meta={"csrf": False})
        form.fit(answers)
        return form


def as_formdata(answers: Mapping[str, Any]) -> MultiDict[str, str]:
    """A draft as a browser would send it; several answers to one question stay several."""
    return MultiDict({name: kept for name, kept in answers.items() if isinstance(kept, str | list)})


def is_hard(form: StepForm, field: Field) -> bool:
    """A lost token, an answer nothing can be filed without, or what cannot be kept."""
    return field.name not in form.missing or cannot_be_kept(field)


def cannot_be_kept(field: Field) -> bool:
    """What no text of ours may hold."""
    text = field.data if isinstance(field, LongText) else ""
    return has_control(text or "") or (isinstance(field, OneLine) and "\n" in (text or ""))


def kept(field: Field) -> str | None:
    """A faulty line is filed as typed, cut short; of anything else nothing can be kept."""
    return (field.data or "")[:LONGEST_FAULTY] if isinstance(field, OneLine) else None
