"""`/bandeja/<number>/asuntos/<matter>/…`: what is done with one matter of a petition of several.

Its department writes it or says that it is not its; whoever has the case passes it on.
"""

from dataclasses import dataclass
from datetime import date

from flask import abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.contribute_part import contribute_part
from pqrs.acts.move_part import move_part, return_part, send_part
from pqrs.extensions import db
from pqrs.law import Matter, Refusal, lawful_matters
from pqrs.office import Permission
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, F
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.parts import MatterRow, is_outside, row_at, text_of_matter
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.desk.transfer import TransferForm
from pqrs.web.filters import unstopped
from pqrs.web.forms import AtMost, LongText, Needed, Pick, SelectChoice
from pqrs.web.identity import may, the_viewer
from pqrs.web.pages import the_app

LONGEST = 20_000


class WriteForm(CaseForm):
    """As whoever answers may copy it."""

    body = LongText(
        _l("Lo que responde su dependencia"),
        [Needed(_l("Escriba lo que responde su dependencia.")), AtMost(LONGEST)],
    )


class NotOursForm(CaseForm):
    """The reason helps whoever has the case to find the right department."""

    reason = reason_field(
        _l("¿Por qué no es de su dependencia?"),
        _l("Escriba por qué no le corresponde y, si lo sabe, a quién sí."),
    )


class MoveForm(CaseForm):
    """To which of our offices, and why."""

    department = Pick(
        _l("Dependencia que lo atiende"), [Needed(_l("Elija la dependencia que lo atiende."))]
    )
    reason = LongText(
        _l("¿Por qué a esa dependencia?"), [Needed(_l("Escriba por qué.")), AtMost(1000)]
    )


@dataclass(frozen=True)
class AboutPart:
    """What the act is on: `matter` is its place, from 1, and `row` that matter in words.

    `transfer_url`: where it goes to another entity; "" for who may not send it there.
    """

    row: MatterRow
    matter: int
    transfer_url: str


class PartPage(ActPage[F]):
    """One act on the matter that the address names."""

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_matters.move(case.standing, place_asked())

    def about(self, case: CasePage, _form: F) -> AboutPart:
        place = place_asked()
        may_send = is_allowed(Permission.SEND_PART, the_viewer().viewer, case.facts)
        url = url_for("desk.ask_part_transfer", number=case.number, matter=place)
        return AboutPart(row_at(case, place), place, url if may_send else "")


def place_asked() -> int:
    """The matter of the address."""
    return int((request.view_args or {})["matter"])


def matter_asked(case: CasePage) -> Matter:
    """404 for one that is not there."""
    place, matters = place_asked(), case.standing.matters
    if not 1 <= place <= len(matters):
        abort(404)
    return matters[place - 1]


class WritePage(PartPage[WriteForm]):
    button = Button(Permission.CONTRIBUTE_PART, "part_contributed", _l("No se guardó."))
    template = "desk/contribute_part.html"

    def form(self) -> WriteForm:
        return WriteForm()

    def suit(self, _form: WriteForm, case: CasePage) -> None:
        must_be_theirs(case)

    def begin(self, form: WriteForm, case: CasePage) -> None:
        """What its department wrote before is there to be changed."""
        form.body.data = text_of_matter(case, matter_asked(case))

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_matters.contribute(case.standing, place_asked())

    def act(self, _case: CasePage, form: WriteForm, press: Press) -> object:
        return contribute_part(db.session(), matter=place_asked(), body=form.body.data, **press)

    def said(self, _case: CasePage, _form: WriteForm) -> str:
        return str(_("Quedó guardado. Lo ve la dependencia que responde, junto al borrador."))


class NotOursPage(PartPage[NotOursForm]):
    button = Button(Permission.CONTRIBUTE_PART, "part_moved", _l("No se devolvió."))
    template = "desk/return_part.html"

    def form(self) -> NotOursForm:
        return NotOursForm()

    def suit(self, _form: NotOursForm, case: CasePage) -> None:
        must_be_theirs(case)

    def act(self, _case: CasePage, form: NotOursForm, press: Press) -> object:
        return return_part(db.session(), matter=place_asked(), reason=form.reason.data, **press)

    def said(self, case: CasePage, _form: NotOursForm) -> str:
        return str(
            _(
                "Devolvió su parte de %(number)s. La dependencia que tiene el caso decide.",
                number=case.number,
            )
        )

    def goes(self, _case: CasePage) -> str:
        """It is not this person's to read any more."""
        return url_for("desk.queue")


class MovePage(PartPage[MoveForm]):
    button = Button(Permission.MOVE_PART, "part_moved", _l("No se pasó."))
    template = "desk/move_part.html"

    def form(self) -> MoveForm:
        return MoveForm()

    def suit(self, form: MoveForm, case: CasePage) -> None:
        """Not who sees to it, nor an accused office; whoever has the case answers it itself."""
        not_to = {matter_asked(case).department or case.department, *case.facts.named_departments}
        ours = sorted(the_app().office.pack.internal_departments(), key=lambda one: one.name)
        form.department.choices = [
            SelectChoice("", _("Elija una dependencia")),
            *(SelectChoice(body.code, body.name) for body in ours if body.code not in not_to),
        ]

    def act(self, _case: CasePage, form: MoveForm, press: Press) -> object:
        to, why = form.department.data, form.reason.data
        return move_part(db.session(), matter=place_asked(), department=to, reason=why, **press)

    def said(self, _case: CasePage, form: MoveForm) -> str:
        body = the_app().office.pack.department(form.department.data).name
        return str(_("Ese asunto lo atiende ahora %(body)s.", body=unstopped(body)))


class SendPage(PartPage[TransferForm]):
    button = Button(Permission.SEND_PART, "part_moved", _l("No se trasladó."))
    template = "desk/send_part.html"

    def form(self) -> TransferForm:
        return TransferForm()

    def suit(self, form: TransferForm, case: CasePage) -> None:
        """The bodies outside the entity, by name; the one that was found is chosen."""
        matter_asked(case)
        outside = [body for body in the_app().office.pack.departments if not body.internal]
        form.authority.choices = [
            SelectChoice("", _("Elija una entidad")),
            *(
                SelectChoice(body.code, body.name)
                for body in sorted(outside, key=lambda body: body.name)
            ),
        ]

    def begin(self, form: TransferForm, case: CasePage) -> None:
        matter = matter_asked(case)
        form.authority.data = matter.department if is_outside(matter) else ""

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful_matters.send(case.standing, place_asked(), on)

    def act(self, _case: CasePage, form: TransferForm, press: Press) -> object:
        to, why = form.authority.data, form.reason.data
        return send_part(db.session(), matter=place_asked(), authority=to, reason=why, **press)

    def said(self, _case: CasePage, _form: TransferForm) -> str:
        return str(_("Trasladó ese asunto. Se le avisa a la persona; lo demás sigue aquí."))


def must_be_theirs(case: CasePage) -> None:
    """403 for the matter of another department."""
    if matter_asked(case).department != the_viewer().viewer.department:
        abort(403)


WRITE, NOT_OURS, MOVE, SEND = WritePage(), NotOursPage(), MovePage(), SendPage()


@desk.get("/bandeja/<number>/asuntos/<int:matter>/escribir")
@may(Permission.CONTRIBUTE_PART)
def ask_part(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001  read from the address
    """The form, with what was written before."""
    return WRITE.ask(number)


@desk.post("/bandeja/<number>/asuntos/<int:matter>/escribir")
@may(Permission.CONTRIBUTE_PART)
def write_part(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """Keep it for whoever answers."""
    return WRITE.press(number)


@desk.get("/bandeja/<number>/asuntos/<int:matter>/devolver")
@may(Permission.CONTRIBUTE_PART)
def ask_part_return(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """Why it is not theirs."""
    return NOT_OURS.ask(number)


@desk.post("/bandeja/<number>/asuntos/<int:matter>/devolver")
@may(Permission.CONTRIBUTE_PART)
def return_one_part(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """Back to whoever has the case."""
    return NOT_OURS.press(number)


@desk.get("/bandeja/<number>/asuntos/<int:matter>/pasar")
@may(Permission.MOVE_PART)
def ask_part_move(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """To which department."""
    return MOVE.ask(number)


@desk.post("/bandeja/<number>/asuntos/<int:matter>/pasar")
@may(Permission.MOVE_PART)
def move_one_part(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """It is told, and finds it in its queue."""
    return MOVE.press(number)


@desk.get("/bandeja/<number>/asuntos/<int:matter>/trasladar")
@may(Permission.SEND_PART)
def ask_part_transfer(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """To which authority."""
    return SEND.ask(number)


@desk.post("/bandeja/<number>/asuntos/<int:matter>/trasladar")
@may(Permission.SEND_PART)
def send_one_part(number: str, matter: int) -> ResponseReturnValue:  # noqa: ARG001
    """The person is told; the rest is answered here."""
    return SEND.press(number)
