"""Comunicar a terceros: by mail, at their address or published; or noted, to be told later."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.act_on_case import Press
from pqrs.acts.note_third_party import note_third_party
from pqrs.acts.post_notice import PersonalDataError
from pqrs.acts.tell_third_party import Telling, name_told
from pqrs.acts.tell_third_party import tell_third_party as tell
from pqrs.extensions import db
from pqrs.law import Citation, Refusal, ThirdMeans, lawful_third_parties
from pqrs.models import by_number
from pqrs.office import Permission
from pqrs.office.discretion import may_be_public
from pqrs.outside.now import today
from pqrs.queries.petition_page import CasePage
from pqrs.web.date_parts import DateParts
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.giveaway_words import GIVEN_AWAY
from pqrs.web.desk.stale import Button
from pqrs.web.forms import (
    AtMost,
    Choice,
    EitherWillDo,
    Email,
    LongText,
    Needed,
    OneLine,
    SelectChoice,
)
from pqrs.web.identity import may

LONGEST: Final = 2000
LATER: Final = "later"
"""It is noted that there are such people; nobody is told yet."""
PRIVACY: Final = Citation("Ley 1581 de 2012", "4")
WAYS: Final = {
    ThirdMeans.EMAIL.value: _l("Por correo: se le envía ahora"),
    ThirdMeans.ADDRESS.value: _l("En su dirección, o por un medio más eficaz: ya se hizo"),
    ThirdMeans.PUBLISHED.value: _l("Publicado: no se sabe quiénes son o no se les halló"),
    LATER: _l("Todavía no: solo dejar anotado que los hay"),
}
PLACES: Final = {
    ThirdMeans.EMAIL.value: ("email", _l("Escriba el correo de la persona.")),
    ThirdMeans.ADDRESS.value: ("address", _l("Escriba dónde o cómo se le comunicó.")),
    ThirdMeans.PUBLISHED.value: ("medium", _l("Escriba en qué medio se publicó.")),
}
"""Of each way: the field that says where, and what is said when it is empty."""


class TellingForm(CaseForm):
    """Whom, how, of what and when. What each way asks for is not called optional."""

    who = OneLine(
        _l("¿A quién o a quiénes?"), [Needed(_l("Escriba a quién o a quiénes.")), AtMost(300)]
    )
    means = Choice(
        _l("¿Cómo se les comunica?"),
        [Needed(_l("Elija cómo se les comunica."))],
        choices=[],
    )
    email = Email(_l("Correo electrónico"), [AtMost(254), EitherWillDo()])
    address = OneLine(_l("Dirección o medio, y la constancia"), [AtMost(300), EitherWillDo()])
    medium = OneLine(_l("Periódico, emisora u otro medio"), [AtMost(300), EitherWillDo()])
    about = LongText(_l("¿De qué trata el trámite?"), [AtMost(LONGEST), EitherWillDo()])
    told_on = DateParts(_l("¿Qué día se les comunicó?"), [EitherWillDo()])

    def validate(self, extra_validators: object = None) -> bool:
        """Each way asks for its own fields; what was only noted, for none."""
        is_good = bool(super().validate(extra_validators))
        way = self.means.data
        if way not in PLACES:
            return is_good
        name, message = PLACES[way]
        asked = {name: message, "about": _l("Escriba de qué trata el trámite.")}
        if way != ThirdMeans.EMAIL.value:
            asked["told_on"] = _l("Escriba el día en que se les comunicó.")
        for each, said in asked.items():
            if not self[each].data and not self[each].errors:
                self[each].errors = [str(said)]
                is_good = False
        return is_good

    def telling(self) -> Telling:
        """What was written, as the act takes it."""
        name, _message = PLACES[self.means.data]
        return Telling(
            means=ThirdMeans(self.means.data),
            who=self.who.data,
            place=self[name].data,
            about=self.about.data,
            on=self.told_on.data or today(),
        )


@dataclass(frozen=True)
class Said:
    """`petitioner`: who asks, as they will be told; "" when the name is kept back."""

    petitioner: str
    may_publish: bool


class TellingPage(ActPage[TellingForm]):
    button = Button(
        Permission.TELL_THIRD_PARTIES, "third_party_told", _l("No se comunicó ni se anotó nada.")
    )
    template = "desk/tell_third_party.html"

    def form(self) -> TellingForm:
        return TellingForm()

    def suit(self, form: TellingForm, case: CasePage) -> None:
        """What complains about somebody, or did, is not published: they read the board too."""
        hidden = "" if may_publish(case) else ThirdMeans.PUBLISHED.value
        form.means.choices = [
            SelectChoice(value, said) for value, said in WAYS.items() if value != hidden
        ]

    def begin(self, form: TellingForm, _case: CasePage) -> None:
        form.told_on.process(None, today())

    def law(self, case: CasePage, _on: date) -> Refusal | None:
        return lawful_third_parties.tell(case.standing)

    def about(self, case: CasePage, _form: TellingForm) -> Said:
        petition = by_number(db.session(), case.number)
        return Said(name_told(petition) if petition else "", may_publish(case))

    def act(self, _case: CasePage, form: TellingForm, press: Press) -> object:
        if form.means.data == LATER:
            return note_third_party(db.session(), who=form.who.data, **press)
        try:
            return tell(db.session(), form.telling(), **press)
        except PersonalDataError as error:
            said = ", ".join(str(GIVEN_AWAY[one]) for one in error.found)
            is_public = form.means.data == ThirdMeans.PUBLISHED.value
            rule = "notice_personal_data" if is_public else "third_secret"
            raise Refusal(rule, PRIVACY, what=said) from error

    def said(self, case: CasePage, form: TellingForm) -> str:
        if form.means.data == LATER:
            return str(
                _("Dejó anotado en la petición %(number)s a quién comunicarle.", number=case.number)
            )
        return str(
            _("Quedó constancia en la petición %(number)s de la comunicación.", number=case.number)
        )


def may_publish(case: CasePage) -> bool:
    """Whether anybody may read what it is about."""
    return may_be_public(case.facts, case.steps[0].event)


PAGE = TellingPage()


@desk.get("/bandeja/<number>/terceros")
@may(Permission.TELL_THIRD_PARTIES)
def ask_telling(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/terceros")
@may(Permission.TELL_THIRD_PARTIES)
def tell_third_party(number: str) -> ResponseReturnValue:
    """They are told, or it is noted that they have to be."""
    return PAGE.press(number)
