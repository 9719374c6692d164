"""Another term for some kinds of petition, for what is received from a day on."""

from types import MappingProxyType
from typing import Any

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import ValidationError

from pqrs.law import ChangeKind, Extension, Kind, Unit
from pqrs.office import Permission
from pqrs.web.forms import Choice, Choices, Needed, SelectChoice
from pqrs.web.identity import may
from pqrs.web.office import office
from pqrs.web.office.propose_page import ProposePage
from pqrs.web.office.rule_fields import (
    RuleForm,
    WholeNumber,
    act_day_field,
    act_field,
    article_field,
    begins_field,
    norm_field,
    officer_field,
    until_field,
)
from pqrs.web.office.rule_words import EXTENSIONS
from pqrs.web.words import words


class TermForm(RuleForm):
    """For which kinds, how many working days, how far it may be extended, by which norm."""

    kinds = Choices(
        _l("¿Para qué tipos de petición?"), [Needed(_l("Elija al menos un tipo de petición."))]
    )
    unit = Choice(
        _l("¿Cuánto tiempo hay para responder?"),
        [Needed(_l("Elija si hay término."))],
        choices=[
            SelectChoice(Unit.WORKING_DAY.value, _l("Unos días hábiles")),
            SelectChoice(Unit.NONE.value, _l("No hay término")),
        ],
    )
    amount = WholeNumber(_l("Cuántos días hábiles"), least=1, most=365)
    extension = Choice(
        _l("¿Puede prorrogarse?"),
        [Needed(_l("Elija si puede prorrogarse."))],
        choices=[SelectChoice(code, text) for code, text in EXTENSIONS.items()],
    )
    extra = WholeNumber(_l("Cuántos días hábiles más"), least=1, most=365)
    silence = Choices(
        _l("¿Qué pasa si nadie responde a tiempo?"),
        choices=[SelectChoice("positive", _l("Se entiende concedida (silencio positivo)"))],
    )
    norm = norm_field()
    article = article_field()
    begins = begins_field()
    until = until_field()
    act, act_on, officer = act_field(), act_day_field(), officer_field()

    def validate_amount(self, field: WholeNumber) -> None:
        """Where there is a term."""
        if self.unit.data == Unit.WORKING_DAY and field.number is None:
            raise ValidationError(_("Escriba cuántos días hábiles son, por ejemplo 15."))

    def validate_extra(self, field: WholeNumber) -> None:
        """Where that is how it is extended."""
        if self.extension.data == Extension.PLUS and field.number is None:
            raise ValidationError(_("Escriba cuántos días hábiles más, por ejemplo 8."))


class TermPage(ProposePage[TermForm]):
    kind = ChangeKind.TERM
    template = "office/propose_term.html"
    fields = MappingProxyType({"from": "begins"})

    def form(self) -> TermForm:
        """With every kind that has a term of its own."""
        form = TermForm()
        form.kinds.choices = [
            SelectChoice(kind.code, words.kind(kind)) for kind in Kind if kind is not Kind.MIXED
        ]
        for field in (form.amount, form.extra):
            field.flags.required = True
        return form

    def record(self, form: TermForm) -> dict[str, Any]:
        has_days = form.unit.data == Unit.WORKING_DAY
        has_extra = form.extension.data == Extension.PLUS
        return {
            "kinds": form.kinds.data,
            "amount": form.amount.number if has_days else 0,
            "unit": form.unit.data,
            "extension": form.extension.data,
            "extra": form.extra.number if has_extra else None,
            "silence": "positive" if form.silence.data else None,
            "norm": form.norm.data,
            "article": form.article.data,
            "from": form.begins.data,
            "until": form.until.data,
        }


PAGE = TermPage()


@office.get("/reglas/termino")
@may(Permission.EDIT_OFFICE)
def ask_term() -> ResponseReturnValue:
    """The form."""
    return PAGE.ask()


@office.post("/reglas/termino")
@may(Permission.EDIT_OFFICE)
def propose_term() -> ResponseReturnValue:
    """What it would move, or the proposal."""
    return PAGE.press()
