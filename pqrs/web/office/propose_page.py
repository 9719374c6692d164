"""A form that proposes a change of the rules: filled in, looked at before it is kept, then kept.

Each kind of change says its form, its template and the record that its form makes. The order of
a press is here, once: what was written, what the law says, what would move, and only then the act.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Final, Generic, TypeVar

from flask import Response, flash, redirect, request, url_for
from flask_babel import gettext as _

from pqrs.acts.propose_rule import FormalAct, propose_rule
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import (
    Change,
    ChangeKind,
    LawError,
    Refusal,
    read_change,
    require_act,
    require_past,
)
from pqrs.outside.now import today
from pqrs.queries.rule_preview import rule_preview
from pqrs.web.identity import the_viewer
from pqrs.web.office.moves import MovesShown, show_moves
from pqrs.web.office.rule_fields import RuleForm
from pqrs.web.office.rule_words import Fact, act_facts, facts_of, title_of
from pqrs.web.pages import page, the_app
from pqrs.web.sent import TOKEN, Pairs

PRESS: Final = "press"
PROPOSE, CORRECT = "propose", "correct"
CONFLICT, SEE_OTHER = 409, 303


F = TypeVar("F", bound=RuleForm)


@dataclass(frozen=True)
class ProposeAsked:
    """The form's page; `about` is what only this kind of change shows."""

    about: Any


@dataclass(frozen=True)
class ProposePreview:
    """Before anything is kept. `typed`: what was written, to be sent again as it is."""

    title: str
    facts: tuple[Fact, ...]
    moves: MovesShown
    typed: Pairs


class ProposePage(Generic[F]):
    """One kind of change. A subclass says what is not the same for all."""

    kind: ClassVar[ChangeKind]
    template: ClassVar[str]
    fields: ClassVar[Mapping[str, str]] = {}
    """The field of the form for each of the law's, where their names differ."""

    def form(self) -> F:
        """The form as it was sent, or empty."""
        raise NotImplementedError

    def record(self, form: F, /) -> dict[str, Any]:
        """What the law's reader of this kind of change wants."""
        raise NotImplementedError

    def about(self, _form: F, /) -> object:
        """What only this page shows."""
        return None

    def ask(self) -> Response:
        """The form, before it is filled in."""
        return self.show(self.form())

    def press(self) -> Response:
        """See what it would move, go back and correct, or propose; what was typed stays."""
        form = self.form()
        if not form.validate_on_submit():
            return self.show(form)
        pressed = request.form.get(PRESS, "")
        if pressed == CORRECT:
            return self.show(form)
        try:
            return self.propose(form) if pressed == PROPOSE else self.preview(form)
        except LawError as error:
            form.refuse(self.place(form, error), str(error))
            return self.show(form)
        except Refusal as refusal:
            form.refuse("", str(refusal))
            return self.show(form, CONFLICT)

    def preview(self, form: F) -> Response:
        """What would move. It may take long with many cases, so it holds no lock."""
        change = self.candidate(form)
        with reading():
            found = rule_preview(db.session(), change, today=today())
        typed = tuple(
            pair for pair in request.form.items(multi=True) if pair[0] not in {TOKEN, PRESS}
        )
        act = act_facts(change.act, form.act_on.data, form.officer.data)
        data = ProposePreview(
            title=title_of(found.change),
            facts=(*facts_of(found.change), *act),
            moves=show_moves(found, today()),
            typed=typed,
        )
        return page("office/preview.html", data)

    def propose(self, form: F) -> Response:
        """Keep it; the same proposal again is the first."""
        done = propose_rule(
            db.session(),
            kind=self.kind,
            record=self.record(form),
            act=FormalAct(form.act.data, form.act_on.data, form.officer.data),
            viewer=the_viewer().viewer,
            office=the_app().office,
        )
        flash(_("Propuesto. No cambia nada hasta que otra persona, de Supervisión, lo apruebe."))
        return redirect(url_for("office.rule", change_id=done.change_id), SEE_OTHER)  # type: ignore[return-value]

    def candidate(self, form: F) -> Change:
        """The change that the form describes, checked as the act will check it."""
        require_act(self.kind, form.act.data, form.act_on.data, form.officer.data)
        require_past(form.act_on.data or date.min, today())
        return read_change(self.kind, self.record(form), form.act.data)

    def place(self, form: F, error: LawError) -> str:
        """The field that the law complains of; the whole form when it names none."""
        name = str(error.params.get("name", ""))
        name = self.fields.get(name, name)
        return name if name in form else ""

    def show(self, form: F, status: int | None = None) -> Response:
        """The form's page."""
        return page(self.template, ProposeAsked(self.about(form)), form, status)
