"""`/bandeja/<number>/asuntos`: whether a petition that seems to hold several matters does."""

from datetime import date

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, ValidationError

from pqrs.acts.act_on_case import Press
from pqrs.acts.settle_parts import settle_parts as settle
from pqrs.extensions import db
from pqrs.law import Refusal, lawful_matters
from pqrs.office import Permission
from pqrs.office.portions import Portion, kinds_apart
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.offers import is_allowed
from pqrs.web.desk.parts import ShownParts, codes_of, portions_of, shown_parts
from pqrs.web.desk.stale import Button
from pqrs.web.forms import Choice, Needed, SelectChoice
from pqrs.web.identity import may, the_viewer

SEVERAL, ONE = "several", "one"


class PartsForm(CaseForm):
    """Two buttons. `bodies`: the proposal that was on the page; `found`: the one of now."""

    bodies = HiddenField()
    matters = Choice(
        _l("¿Trata un solo asunto o varios?"),
        [Needed(_l("Diga si trata varios asuntos o uno solo."))],
        choices=[SelectChoice(SEVERAL, _l("Varios")), SelectChoice(ONE, _l("Uno solo"))],
    )
    found: tuple[Portion, ...] = ()

    def show(self, case: CasePage) -> None:
        """Carry what the page proposes now."""
        super().show(case)
        self.bodies.data = codes_of(self.found)

    def validate_matters(self, field: Choice) -> None:
        """Nobody accepts what was not on the page: the router may have learnt meanwhile."""
        if field.data == SEVERAL and self.bodies.data != codes_of(self.found):
            raise ValidationError(_("Lo que se propone cambió. Mírelo otra vez y decida."))

    def accepted(self) -> tuple[Portion, ...]:
        """The matters, none when it is one."""
        return self.found if self.matters.data == SEVERAL else ()


class PartsPage(ActPage[PartsForm]):
    button = Button(Permission.SETTLE_PARTS, "parts_settled", _l("No se guardó."))
    template = "desk/settle_parts.html"

    def form(self) -> PartsForm:
        return PartsForm()

    def suit(self, form: PartsForm, case: CasePage) -> None:
        form.found = portions_of(case)

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_matters.settle(case.standing)

    def about(self, case: CasePage, _form: PartsForm) -> ShownParts | None:
        return shown_parts(case)

    def act(self, _case: CasePage, form: PartsForm, press: Press) -> object:
        return settle(db.session(), portions=form.accepted(), **press)

    def said(self, case: CasePage, form: PartsForm) -> str:
        portions = form.accepted()
        if not portions:
            return str(_("Quedó escrito que %(number)s trata un solo asunto.", number=case.number))
        if not kinds_apart(portions):
            return str(_("Quedó escrito que %(number)s trata varios asuntos.", number=case.number))
        if is_allowed(Permission.CHANGE_KIND, the_viewer().viewer, case.facts):
            done = _(
                "La petición %(number)s es ahora mixta: cada asunto tiene su plazo. Se le avisa a "
                "la persona.",
                number=case.number,
            )
            return str(done)
        return str(
            _(
                "Quedó escrito que %(number)s trata varios asuntos. Que cada uno tenga su plazo lo "
                "decide la supervisión.",
                number=case.number,
            )
        )


PAGE = PartsPage()


@desk.get("/bandeja/<number>/asuntos")
@may(Permission.SETTLE_PARTS)
def ask_parts(number: str) -> ResponseReturnValue:
    """What is proposed, alone on a page."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/asuntos")
@may(Permission.SETTLE_PARTS)
def settle_parts(number: str) -> ResponseReturnValue:
    """One press: several, or one."""
    return PAGE.press(number)
