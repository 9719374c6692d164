"""`/bandeja/<number>/mensaje`: a question to whoever reports, answered with number and code."""

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.write_to_person import write_to_person as write
from pqrs.extensions import db
from pqrs.law import Refusal, lawful
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.identity import may


class MessageForm(CaseForm):
    """As the person will read it."""

    body = reason_field(_l("Su mensaje"), _l("Escriba qué le quiere preguntar o contar."))


class MessagePage(ActPage[MessageForm]):
    button = Button(Permission.WRITE_TO_PERSON, "office_wrote", _l("No se envió."))
    template = "desk/write_to_person.html"

    def form(self) -> MessageForm:
        return MessageForm()

    def law(self, case: CasePage, _on: object) -> Refusal | None:
        return lawful.converse(case.standing)

    def act(self, _case: CasePage, form: MessageForm, press: Press) -> object:
        return write(db.session(), body=form.body.data, **press)

    def said(self, _case: CasePage, _form: MessageForm) -> str:
        return str(_("Envió el mensaje. La persona lo lee con su número y su código."))


PAGE = MessagePage()


@desk.get("/bandeja/<number>/mensaje")
@may(Permission.WRITE_TO_PERSON)
def ask_person(number: str) -> ResponseReturnValue:
    """What was said so far, and the form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/mensaje")
@may(Permission.WRITE_TO_PERSON)
def write_to_person(number: str) -> ResponseReturnValue:
    """Send it."""
    return PAGE.press(number)
