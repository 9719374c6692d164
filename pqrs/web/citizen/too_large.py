"""A request too large to be read to its end: the same page with the reason, and what was typed.

Nothing of the file is read. What stands before it in the request is (`words_first.py`).
"""

from typing import Final

from flask import Response, request, session
from flask_babel import gettext as _
from werkzeug.exceptions import RequestEntityTooLarge

from pqrs.office.attachments import FileFault
from pqrs.web.citizen import citizen
from pqrs.web.citizen.add_text import AddTextForm, AddTextPage
from pqrs.web.citizen.attach import ENDPOINT, LARGEST_REQUEST, show
from pqrs.web.citizen.complete import CompleteForm, CompletePage
from pqrs.web.citizen.file_draft import DRAFT_KEY, TypedDraft, draft_under
from pqrs.web.citizen.file_steps import AttachForm
from pqrs.web.citizen.message import MessageForm, MessagePage
from pqrs.web.citizen.opened import opened_number
from pqrs.web.citizen.own_files import own_draft
from pqrs.web.citizen.own_page import OwnForm, OwnPage
from pqrs.web.citizen.words_first import fields_before_file
from pqrs.web.file_words import FAULTS
from pqrs.web.pages import error_page, the_app

TOO_LARGE: Final = 413
PIECE: Final = 65_536
MOST_DRAINED: Final = 300_000_000
"""Bytes of a request that are received and thrown away: a browser that is still sending its video
when the connection closes shows an error of its own, and never our page."""
OWN: Final[dict[str, tuple[type[OwnPage[OwnForm]], type[OwnForm]]]] = {
    "citizen.send_text": (AddTextPage, AddTextForm),
    "citizen.send_completion": (CompletePage, CompleteForm),
    "citizen.send_message": (MessagePage, MessageForm),
}
"""The pages of an open case that take files."""


@citizen.errorhandler(RequestEntityTooLarge)
def too_large(_error: RequestEntityTooLarge) -> Response:
    """The page that was being sent where it takes files, else the general one."""
    number = opened_number() if request.endpoint in OWN else None
    if request.endpoint == ENDPOINT:
        answer = step_again()
    elif number is not None:
        answer = case_again(number, *OWN[request.endpoint or ""])
    else:
        return error_page(TOO_LARGE)
    drain()
    return answer


def step_again() -> Response:
    """The step of the form; what was typed before it is in the draft."""
    token = session.get(DRAFT_KEY, "")
    form = AttachForm(formdata=None)
    form.refuse("file", reason())
    return show(form, draft_under(token) if token else TypedDraft(), TOO_LARGE)


def case_again(number: str, page: type[OwnPage[OwnForm]], form: type[OwnForm]) -> Response:
    """The page of an open case, with the words that came before the file."""
    fields = fields_before_file()
    again = form(formdata=fields or None)
    again["file"].errors = [reason()]
    return page().show(number, again, own_draft(number, fields.get("token", "")), TOO_LARGE)


def reason() -> str:
    """The size, or that no browser makes such a request."""
    has_too_many_parts = 0 < (request.content_length or 0) <= LARGEST_REQUEST
    return trouble() if has_too_many_parts else str(FAULTS[FileFault.TOO_LARGE])


def trouble() -> str:
    """For a request that no browser makes: nothing to correct, and no incident of ours."""
    phone = the_app().office.pack.entity.phone
    if not phone:
        return str(_("Tuvimos un problema. No perdimos lo que escribió. Intente en unos minutos."))
    return str(
        _(
            "Tuvimos un problema. No perdimos lo que escribió. Intente en unos minutos o llame al "
            "%(phone)s.",
            phone=phone,
        )
    )


def drain() -> None:
    """Receive the rest of what a browser announced, so that it comes to read the answer."""
    left = request.content_length or 0
    if left <= MOST_DRAINED:
        source = request.environ["wsgi.input"]
        while left > 0 and (piece := source.read(PIECE)):
            left -= len(piece)
