"""`/seguimiento/completar`: what the entity asked for, and what it has to send back to."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.complete import complete as send_missing
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_steps import TEXT_LENGTH
from pqrs.web.citizen.own_page import OwnForm, OwnPage
from pqrs.web.forms import AtMost, EitherWillDo, LongText


class CompleteForm(OwnForm):
    """Either will do: words, a file, or both."""

    text = LongText(_l("Su respuesta"), [AtMost(TEXT_LENGTH), EitherWillDo()])
    file = FileField(_l("Elija una foto o un documento"), [EitherWillDo()])


class CompletePage(OwnPage[CompleteForm]):
    template = "citizen/complete.html"
    done = _l("Recibimos lo que faltaba. El plazo para responderle corre otra vez.")

    def form(self) -> CompleteForm:
        return CompleteForm()

    def law(self, case: OwnCase) -> Refusal | None:
        return case.complete

    def act(self, form: CompleteForm, files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        return send_missing(db.session(), body=form.text.data, documents=files, **press)


@citizen.get("/seguimiento/completar")
def complete() -> ResponseReturnValue:
    """What is missing, until when, and where to write it."""
    return CompletePage().ask()


@citizen.post("/seguimiento/completar")
def send_completion() -> ResponseReturnValue:
    """Send it, or one more file."""
    return CompletePage().press()
