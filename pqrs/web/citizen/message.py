"""`/seguimiento/mensajes`: the dialogue of who gave no name, or reports, with the office."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.write_to_office import write_to_office
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_steps import TEXT_LENGTH
from pqrs.web.citizen.own_page import OwnForm, OwnPage
from pqrs.web.forms import AtMost, EitherWillDo, LongText


class MessageForm(OwnForm):
    """Words, a file, or both."""

    text = LongText(_l("Su mensaje"), [AtMost(TEXT_LENGTH), EitherWillDo()])
    file = FileField(_l("Elija una foto o un documento"), [EitherWillDo()])


class MessagePage(OwnPage[MessageForm]):
    template = "citizen/message.html"
    done = _l("Enviamos su mensaje. Si le contestan, lo verá aquí.")

    def form(self) -> MessageForm:
        return MessageForm()

    def law(self, case: OwnCase) -> Refusal | None:
        return case.converse

    def act(self, form: MessageForm, files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        return write_to_office(db.session(), body=form.text.data, documents=files, **press)


@citizen.get("/seguimiento/mensajes")
def message() -> ResponseReturnValue:
    """What was said, and the form."""
    return MessagePage().ask()


@citizen.post("/seguimiento/mensajes")
def send_message() -> ResponseReturnValue:
    """Send it, or one more file."""
    return MessagePage().press()
