"""Publicar un aviso: what was signed goes up at `/avisos`, for who cannot be reached."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.post_notice import FIXED_BODY, PersonalDataError
from pqrs.acts.post_notice import post_notice as put_up
from pqrs.extensions import db
from pqrs.law import Citation, Refusal, board_days, lawful
from pqrs.models import BoardGround, rules_for
from pqrs.office import Permission
from pqrs.office.discretion import is_secret
from pqrs.outside.now import today
from pqrs.queries.board import act_words
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.giveaway_words import GIVEN_AWAY
from pqrs.web.desk.stale import Button
from pqrs.web.filters import weekday_date
from pqrs.web.forms import AtMost, Choice, LongText, Needed, OneLine, SelectChoice
from pqrs.web.identity import may

LONGEST: Final = 20_000
PRIVACY: Final = Citation("Ley 1581 de 2012", "4")


class NoticeForm(CaseForm):
    """Why by the board, and the copy that everybody will read."""

    ground = Choice(
        _l("¿Por qué se avisa así?"),
        [Needed(_l("Elija por qué se avisa así."))],
        choices=[
            SelectChoice(BoardGround.NO_ADDRESS.value, _l("No dejó dónde avisarle")),
            SelectChoice(BoardGround.RETURNED.value, _l("Lo que se le envió no llegó")),
        ],
    )
    returned = OneLine(_l("Guía o constancia de lo que volvió"), [AtMost(200)])
    body = LongText(
        _l("Lo que todos van a leer"), [Needed(_l("Escriba la copia del acto.")), AtMost(LONGEST)]
    )


@dataclass(frozen=True)
class NoticeDays:
    """Until when it would be there, and when it would count as notified.

    `fixed`: the only words that may go up; "" when the official writes them.
    """

    until: date
    effective_on: date
    fixed: str


class NoticePage(ActPage[NoticeForm]):
    button = Button(Permission.RECORD_DELIVERY, "notice_posted", _l("No se publicó el aviso."))
    template = "desk/post_notice.html"

    def form(self) -> NoticeForm:
        return NoticeForm()

    def suit(self, form: NoticeForm, case: CasePage) -> None:
        """Of a secret case nothing is written: whom it names reads the board too."""
        if is_secret(case.facts):
            del form.body

    def begin(self, form: NoticeForm, case: CasePage) -> None:
        """The words of the act, to take out of them what says who the person is."""
        if "body" in form:
            form.body.data = act_words(db.session(), case.number)

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful.post_notice(case.standing)

    def about(self, case: CasePage, _form: NoticeForm) -> NoticeDays:
        rules = rules_for(db.session(), today())
        days = board_days(today(), rules.calendar, rules.readings)
        fixed = FIXED_BODY if is_secret(case.facts) else ""
        return NoticeDays(days.until, days.effective_on, fixed)

    def act(self, _case: CasePage, form: NoticeForm, press: Press) -> object:
        ground = BoardGround(form.ground.data)
        body = form.body.data if "body" in form else ""
        try:
            return put_up(
                db.session(), ground=ground, body=body, returned=form.returned.data, **press
            )
        except PersonalDataError as error:
            said = ", ".join(str(GIVEN_AWAY[one]) for one in error.found)
            raise Refusal("notice_personal_data", PRIVACY, what=said) from error

    def said(self, case: CasePage, form: NoticeForm) -> str:
        until = weekday_date(self.about(case, form).until)
        return str(
            _(
                "Publicó el aviso de la petición %(number)s hasta el %(day)s. Imprímalo también "
                "para la cartelera.",
                number=case.number,
                day=until,
            )
        )


PAGE = NoticePage()


@desk.get("/bandeja/<number>/aviso")
@may(Permission.RECORD_DELIVERY)
def ask_notice(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/aviso")
@may(Permission.RECORD_DELIVERY)
def post_notice(number: str) -> ResponseReturnValue:
    """It goes up today."""
    return PAGE.press(number)
