"""What only a report of wrongdoing is asked: who took part, from which office, how it is known.

The rest of its path is the filing form's own. Which path a draft is on stands in the draft, so that
both have the same addresses: the address bar and the history do not tell a report from a request.
"""

from collections.abc import Mapping
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.acts.save_draft import REPORT, WAY
from pqrs.law import IdentityLevel, Kind
from pqrs.office.admission import Told, lacking
from pqrs.office.conflict import mentioned_departments
from pqrs.web.citizen.file_form import StepForm
from pqrs.web.forms import AtMost, Choice, LongText, Needed, Pick, SelectChoice
from pqrs.web.pages import the_app

DETAIL_LENGTH: Final = 3_000
BEGUN: Final = {WAY: REPORT, "kind": Kind.REPORT.value}
"""The answers of a report before its first question."""


def is_report(answers: Mapping[str, Any]) -> bool:
    """Whether this draft was begun at `/denunciar`."""
    return answers.get(WAY) == REPORT


class CareForm(StepForm):
    """Who said "denuncia" at `/radicar` may go on by the path made for it; nobody has to."""

    care = Choice(
        _l("¿Por dónde quiere contarlo?"),
        [Needed(_l("Elija por dónde seguir."))],
        choices=[
            SelectChoice(REPORT, _l("Por el camino con más cuidado")),
            SelectChoice("ordinary", _l("Por este mismo formulario")),
        ],
    )

    def hints(self) -> dict[str, str]:
        """What differs."""
        return {
            REPORT: _(
                "Hay un botón para salir rápido. Si no la envía, se borra en dos horas. "
                "Le preguntamos lo que hace falta para investigar."
            ),
            "ordinary": _("La guardamos tres días, para que la termine después."),
        }


class InvolvedForm(StepForm):
    """People, their office, and the source: what makes a report concrete (Ley 962, art. 81)."""

    involved = LongText(_l("¿Quiénes participaron?"), [AtMost(DETAIL_LENGTH)])
    office = Pick(_l("¿En qué oficina trabajan?"), validate_choice=False)
    known_by = LongText(_l("¿Cómo lo sabe?"), [AtMost(DETAIL_LENGTH)])

    def prepare(self, answers: Mapping[str, Any]) -> None:
        """Our own offices, by name."""
        del answers
        ours = sorted(the_app().office.pack.internal_departments(), key=lambda one: one.name)
        self.office.choices = [
            SelectChoice("", _("No sé, o de fuera de la Alcaldía")),
            *(SelectChoice(body.code, body.name) for body in ours),
        ]


def office_name(code: str | None) -> str:
    """The office chosen; "" for none, and for a code that is no office of ours."""
    body = the_app().office.pack.departments_by_code.get(code or "")
    return body.name if body and body.internal else ""


def whole_text(values: Mapping[str, Any]) -> str:
    """What is filed: the account, then each further answer under its question."""
    parts = [values["text"]]
    answers = (
        (_("¿Quiénes participaron?"), values.get("involved")),
        (_("¿En qué oficina trabajan?"), office_name(values.get("office"))),
        (_("¿Cómo lo sabe?"), values.get("known_by")),
    )
    parts += [f"{question}\n{answer}" for question, answer in answers if answer]
    return "\n\n".join(parts)


def accused_offices(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Codes of the offices that the person chose or wrote where people are named."""
    bodies = the_app().office.pack.internal_departments()
    chosen = (values["office"],) if office_name(values.get("office")) else ()
    named = mentioned_departments(values.get("involved") or "", bodies)
    return tuple(dict.fromkeys((*chosen, *named)))


def lacking_in(values: Mapping[str, Any], *, has_files: bool) -> tuple[str, ...]:
    """What an anonymous report has to tell yet to be concrete."""
    if values.get("identity") != IdentityLevel.ANONYMOUS:
        return ()
    return lacking(
        Told(
            people=bool(values.get("involved") or values.get("office")),
            day=values.get("happened_on") is not None,
            place=bool(values.get("place") or values.get("location")),
            proof=has_files or bool(values.get("known_by")),
        )
    )
