"""A page with a form that does one act on one case: shown, pressed, and kept when it was refused.

An act's own module says what its button needs, its form, its template, how to call the act, what
to say afterwards and where to go. The order of a press is here, once.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar, Generic, TypeVar

from flask import Response, flash, redirect, request, url_for

from pqrs.acts.act_on_case import Press
from pqrs.acts.open_case import StaleError
from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Event, LawError, Refusal, Standing
from pqrs.outside.now import today
from pqrs.queries.consequence import consequences
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk.case import CaseForm, ShownCase, read_case, show
from pqrs.web.desk.stale import Button, answer_stale
from pqrs.web.identity import the_viewer
from pqrs.web.pages import page, the_app

CONFLICT = 409
SEE_OTHER = 303

F = TypeVar("F", bound=CaseForm)


@dataclass(frozen=True)
class ActShown:
    """What the template gets. `refusal`: why the law does not let it happen now, with its norm.

    `about` is what only this act's page shows. `changed`: somebody acted on the case meanwhile.
    """

    shown: ShownCase
    about: Any
    refusal: str
    refused: str
    back_url: str
    pressed: bool
    changed: bool


class ActPage(Generic[F]):
    """One act. A subclass says what is not the same for all."""

    button: ClassVar[Button]
    template: ClassVar[str]

    def form(self) -> F:
        """The form as it was sent, or empty."""
        raise NotImplementedError

    def suit(self, form: F, case: CasePage, /) -> None:
        """Give the form the choices that depend on the case."""

    def begin(self, form: F, case: CasePage, /) -> None:
        """What the form says before anybody wrote in it."""

    def law(self, case: CasePage, on: date, /) -> Refusal | None:
        """Whether it may be done at all, as it is asked before anything is written."""
        raise NotImplementedError

    def about(self, _case: CasePage, _form: F, /) -> object:
        """What only this act's page shows."""
        return None

    def act(self, case: CasePage, form: F, press: Press, /) -> object:
        """Do it, with what was written."""
        raise NotImplementedError

    def said(self, case: CasePage, form: F, /) -> str:
        """What the next page tells whoever pressed."""
        raise NotImplementedError

    def goes(self, case: CasePage, /) -> str:
        """Where the press leads."""
        return case_url(case)

    def ask(self, number: str) -> Response:
        """The form, before it is filled in."""
        case = read_case(number, self.button.permission)
        form = self.form()
        self.suit(form, case)
        self.begin(form, case)
        return self.show(case, form)

    def press(self, number: str) -> Response:
        """Do the act; whatever goes wrong, what was written stays in the page."""
        form = self.form()
        stale = answer_stale(number, form, self.button)
        if stale is not None:
            return stale
        case = read_case(number, self.button.permission)
        self.suit(form, case)
        if not form.validate_on_submit():
            return self.show(case, form)
        press = Press(
            number=case.number,
            viewer=the_viewer().viewer,
            seen=form.seen.data,
            office=the_app().office,
        )
        try:
            self.act(case, form, press)
        except StaleError:
            return answer_stale(number, form, self.button) or self.show_changed(number)
        except (Refusal, LawError) as refusal:
            form.refuse("", str(refusal))
            return self.show(case, form, CONFLICT)
        flash(self.said(case, form))
        return redirect(self.goes(case), SEE_OTHER)  # type: ignore[return-value]

    def show_changed(self, number: str) -> Response:
        """409: the case as it is now, with what was written."""
        case = read_case(number, self.button.permission)
        form = self.form()
        self.suit(form, case)
        return self.show(case, form, CONFLICT, changed=True)

    def show(
        self, case: CasePage, form: F, status: int | None = None, *, changed: bool = False
    ) -> Response:
        """The page; what was seen is renewed."""
        form.show(case)
        data = ActShown(
            shown=show(case),
            about=self.about(case, form),
            refusal=str(self.law(case, today()) or ""),
            refused=str(self.button.refused),
            back_url=case_url(case),
            pressed=request.method == "POST",
            changed=changed,
        )
        return page(self.template, data, form, status)


def case_url(case: CasePage) -> str:
    """The case, where whoever acts on it now reads it."""
    is_intake = case.facts.waits_for_routing
    return url_for("desk.intake_case" if is_intake else "desk.petition", number=case.number)


def list_url(case: CasePage) -> str:
    """The list this case was taken from."""
    return url_for("desk.intake" if case.facts.waits_for_routing else "desk.queue")


def after(case: CasePage, *events: Event) -> tuple[Standing, ...]:
    """Where the case would stand after each of these events, for who has to decide."""
    with reading():
        return consequences(db.session(), case.number, events)
