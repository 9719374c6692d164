"""`/seguimiento/retirar`: what taking it back means, before it is taken back."""

from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.withdraw import withdraw as take_back
from pqrs.extensions import db
from pqrs.law import Refusal
from pqrs.office.attachments import AttachedFile
from pqrs.queries.own_case import OwnCase
from pqrs.web.citizen import citizen
from pqrs.web.citizen.own_page import OwnForm, OwnPage


class WithdrawPage(OwnPage[OwnForm]):
    template = "citizen/withdraw.html"
    done = _l("Retiró su petición. Nada se borró.")

    def form(self) -> OwnForm:
        return OwnForm()

    def law(self, case: OwnCase) -> Refusal | None:
        return case.withdraw

    def act(self, _form: OwnForm, _files: tuple[AttachedFile, ...], press: OwnPress) -> bool:
        return take_back(db.session(), **press)


@citizen.get("/seguimiento/retirar")
def withdraw() -> ResponseReturnValue:
    """What it means."""
    return WithdrawPage().ask()


@citizen.post("/seguimiento/retirar")
def send_withdrawal() -> ResponseReturnValue:
    """Take it back."""
    return WithdrawPage().press()
