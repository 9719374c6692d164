"""Prórroga: each day that the law allows, with its date, before anybody chooses."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from pqrs.acts.act_on_case import Press
from pqrs.acts.extend import extend as lengthen
from pqrs.extensions import db
from pqrs.law import EXTENSION_RULE, Extended, Part, Refusal, lawful
from pqrs.office import Permission
from pqrs.outside.now import now, today
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk import desk
from pqrs.web.desk.act_page import ActPage, after
from pqrs.web.desk.case import CaseForm
from pqrs.web.desk.reasoned import reason_field
from pqrs.web.desk.stale import Button
from pqrs.web.filters import short_weekday
from pqrs.web.forms import Pick, SelectChoice
from pqrs.web.identity import may
from pqrs.web.typed_text import whole_number
from pqrs.web.words import words

MOST_PARTS: Final = 6
"""A mixed petition of more is extended part by part by the act itself, not from this page."""
DIGITS: Final = 3
LONGEST: Final = 1000
"""More than any term: the law cuts it down to the most that each part may take."""


class ExtendForm(CaseForm):
    """How long each part may take in all, and why the first term is not enough."""

    reason = reason_field(
        _l("¿Por qué no alcanza el tiempo?"),
        _l("Escriba los motivos: la ley pide decírselos a la persona."),
    )


for place in range(MOST_PARTS):
    setattr(ExtendForm, f"days_{place}", Pick("", validate_choice=False))


@dataclass(frozen=True)
class Terms:
    """When each part that is answered here is due now and when at the latest, and by what norm."""

    fields: tuple[Pick, ...]
    parts: tuple[tuple[str, date | None, date | None], ...]
    norm: str
    is_stopped: bool


class ExtendPage(ActPage[ExtendForm]):
    button = Button(Permission.EXTEND_TERM, "extended", _l("No se prorrogó."))
    template = "desk/extend.html"

    def form(self) -> ExtendForm:
        return ExtendForm()

    def suit(self, form: ExtendForm, case: CasePage) -> None:
        """A list of days for each part that may still be longer; no list for the others."""
        parts = case.standing.parts
        for place in range(MOST_PARTS):
            field = form[f"days_{place}"]
            if place >= len(parts) or refusal_of(case, place):
                del form[f"days_{place}"]
                continue
            field.label.text = label_of(case, parts[place])
            field.flags.required = True
            field.choices = choices_for(case, place)

    def begin(self, form: ExtendForm, _case: CasePage) -> None:
        """The most that is allowed; a person may choose less."""
        for field in day_fields(form):
            offered = [one for one in field.choices or () if isinstance(one, SelectChoice)]
            field.data = offered[-1].value

    def law(self, case: CasePage, on: date) -> Refusal | None:
        return lawful.extend(case.standing, on, None, case.rules.readings)

    def about(self, case: CasePage, form: ExtendForm) -> Terms:
        now_due = case.standing.own_parts
        (longest,) = after(case, Extended(at=now(), total_days=LONGEST))
        return Terms(
            fields=tuple(day_fields(form)),
            parts=tuple(
                (str(words.kind(part.kind)), part.due_on, then.due_on)
                for part, then in zip(now_due, longest.own_parts, strict=True)
            ),
            norm=str(EXTENSION_RULE),
            is_stopped=case.standing.stop is not None,
        )

    def act(self, case: CasePage, form: ExtendForm, press: Press) -> object:
        days = tuple(days_of(form, place) for place in range(len(case.standing.parts)))
        return lengthen(db.session(), days=days, reason=form.reason.data, **press)

    def said(self, case: CasePage, _form: ExtendForm) -> str:
        return str(
            _(
                "Prorrogó el término de la petición %(number)s. Se le avisa a la persona.",
                number=case.number,
            )
        )


def refusal_of(case: CasePage, place: int) -> Refusal | None:
    """Why this part cannot be longer."""
    return lawful.extend(case.standing, today(), None, case.rules.readings, place)


def label_of(case: CasePage, part: Part) -> str:
    """Of a mixed petition, which part."""
    if len(case.standing.parts) == 1:
        return str(_("¿Hasta cuándo?"))
    return str(_("¿Hasta cuándo la parte «%(kind)s»?", kind=words.kind(part.kind)))


def choices_for(case: CasePage, place: int) -> list[SelectChoice]:
    """Each number of days that is allowed, with the day on which the part would be due."""
    parts = case.standing.parts
    part = parts[place]
    totals = range(part.total_days + 1, part.term.longest(case.rules.readings) + 1)
    alone = tuple(0 for _part in parts)
    asked = [
        Extended(
            at=now(),
            total_days=total,
            parts=(*alone[:place], total, *alone[place + 1 :]) if len(parts) > 1 else (),
        )
        for total in totals
    ]
    found = after(case, *asked)
    several = [SelectChoice("", _("Esta parte no se prorroga"))] if len(parts) > 1 else []
    return several + [
        SelectChoice(str(total), option(total, standing.parts[place].due_on))
        for total, standing in zip(totals, found, strict=True)
    ]


def option(total: int, due_on: date | None) -> str:
    """«vie 4 dic 2026: 20 días», short for a phone; no date while the clock stands still."""
    days = ngettext("%(num)d día en total", "%(num)d días en total", total)
    if due_on is None:
        return str(days)
    return str(_("%(day)s: %(days)s", days=days, day=short_weekday(due_on)))


def day_fields(form: ExtendForm) -> list[Pick]:
    """Those that the case left in the form."""
    return [field for field in form if field.name.startswith("days_")]


def days_of(form: ExtendForm, place: int) -> int:
    """What was chosen for that part; 0 for nothing, or for what is no number."""
    name = f"days_{place}"
    typed = form[name].data if name in form else ""
    return whole_number(typed or "", DIGITS) or 0


PAGE = ExtendPage()


@desk.get("/bandeja/<number>/prorrogar")
@may(Permission.EXTEND_TERM)
def ask_extension(number: str) -> ResponseReturnValue:
    """The form."""
    return PAGE.ask(number)


@desk.post("/bandeja/<number>/prorrogar")
@may(Permission.EXTEND_TERM)
def extend(number: str) -> ResponseReturnValue:
    """Tell the person the new date, before the old one passes."""
    return PAGE.press(number)
