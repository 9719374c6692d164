"""`/seguimiento/agregar`: more words or documents, which have to be answered too."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_wtf.file import FileField

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.add_text import add_text as add
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.file_steps import TEXT_LENGTH
from pqrs.web.citizen.own_page import OwnForm, OwnPage
from pqrs.web.forms import AtMost, EitherWillDo, LongText


class AddTextForm(OwnForm):
    """Either will do: words, a file, or both."""

    text = LongText(_l("Lo que quiere agregar"), [AtMost(TEXT_LENGTH), EitherWillDo()])
    file = FileField(_l("Elija una foto o un documento"), [EitherWillDo()])


class AddTextPage(OwnPage[AddTextForm]):
    template = "citizen/add_text.html"
    done = _l("Lo recibimos. También se lo debemos responder.")

    def form(self) -> AddTextForm:
        return AddTextForm()

    def law(self, case: OwnCase) -> Refusal | None:
        return case.add_text

    def act(self, form: AddTextForm, files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        return add(db.session(), body=form.text.data, documents=files, **press)


@citizen.get("/seguimiento/agregar")
def add_text() -> ResponseReturnValue:
    """What to add."""
    return AddTextPage().ask()


@citizen.post("/seguimiento/agregar")
def send_text() -> ResponseReturnValue:
    """Add it, or one more file."""
    return AddTextPage().press()
