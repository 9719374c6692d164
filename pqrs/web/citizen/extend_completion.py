"""`/seguimiento/mas-tiempo`: as much time again to complete, once, before the month ends."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.extend_completion import extend_completion as ask_longer
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.own_page import OwnForm, OwnPage


class ExtendCompletionPage(OwnPage[OwnForm]):
    template = "citizen/extend_completion.html"
    done = _l("Tiene más tiempo. La nueva fecha está en esta página.")

    def form(self) -> OwnForm:
        return OwnForm()

    def law(self, case: OwnCase) -> Refusal | None:
        return case.extend_completion

    def act(self, _form: OwnForm, _files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        return ask_longer(db.session(), **press)


@citizen.get("/seguimiento/mas-tiempo")
def extend_completion() -> ResponseReturnValue:
    """Until when it is now, and until when it would be."""
    return ExtendCompletionPage().ask()


@citizen.post("/seguimiento/mas-tiempo")
def send_extension() -> ResponseReturnValue:
    """Have it."""
    return ExtendCompletionPage().press()
