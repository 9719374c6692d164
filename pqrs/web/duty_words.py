"""The clocks of a case in plain words: what, who, until when, and how it stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from pqrs.law import Duty
from pqrs.queries.case_duties import CaseDuties, RunningDuty
from pqrs.web.filters import short_date
from pqrs.web.law_words import norm_words
from pqrs.web.words import words

DUTIES: Final = {
    "acknowledge": _l("Dar el número de radicado"),
    "answer": _l("Responder"),
    "transfer": _l("Trasladarla, si le corresponde a otra entidad"),
    "transfer_data_claim": _l("Trasladar el reclamo, si los datos son de otra entidad"),
    "ask_completion": _l("Pedir lo que falte, si falta algo"),
    "ask_data_completion": _l("Pedir lo que falte, si falta algo"),
    "mark_data_claim": _l("Anotar «reclamo en trámite» junto a los datos"),
    "complete": _l("Completar la petición"),
    "clarify": _l("Aclarar la petición"),
    "data_withdrawn": _l("Completar el reclamo de datos"),
    "negative_silence": _l("Sin respuesta hasta ese día, se entiende negada"),
    "hand_copies": _l("Entregar las copias, si no hubo respuesta a tiempo"),
    "grant_utility": _l("Reconocer lo pedido, si no hubo respuesta a tiempo"),
    "summon": _l("Citar para notificar la respuesta"),
    "file_appeal": _l("Presentar un recurso, si la respuesta lo admite"),
    "appeal_silence": _l("Decidir el recurso"),
    "send_notice": _l("Notificar por aviso, si no se pudo en persona"),
    "publish_answer": _l("Publicar la respuesta, sin datos personales"),
    "send_impediment": _l("Enviar el impedimento a quien lo decide"),
    "insist": _l("Insistir, si le negaron información"),
    "send_insistence": _l("Enviar la insistencia al juez administrativo"),
    "decide_insistence": _l("Decidir la insistencia"),
    "hand_to_judge": _l("Enviar al juez lo que pidió"),
    "take_over_insistence": _l("Decir si el Consejo de Estado asume la insistencia"),
    "obey_insistence": _l("Entregar lo que ordenó el juez"),
    "take_evidence": _l("Practicar las pruebas del recurso"),
    "answer_evidence": _l("Pronunciarse sobre las pruebas del recurso, si quieren"),
    "file_refused_appeal": _l("Presentar recurso de queja, porque se rechazó la apelación"),
    "decide_refused_appeal": _l("Decidir el recurso de queja"),
    "contribute": _l("Escribir lo que responde de su parte"),
    "transfer_part": _l("Trasladar el asunto que es de otra entidad"),
    "review_answer": _l("Decir si la respuesta fue completa"),
}
ON_CONDITION: Final = frozenset(
    {
        "transfer",
        "transfer_data_claim",
        "ask_completion",
        "ask_data_completion",
        "file_appeal",
        "insist",
        "answer_evidence",
        "take_over_insistence",
        "file_refused_appeal",
        "negative_silence",
        "send_notice",
    }
)
"""Whoever let these pass may have had nothing to do: they are not said to be late."""
UNTOLD: Final = frozenset({"mark_data_claim", "send_impediment"})
"""Done elsewhere, in the data themselves or by letter: perhaps done and not noted yet."""


@dataclass(frozen=True)
class DutyRow:
    """One clock. `state` says how it stands; the tone only repeats it."""

    what: str
    who: str
    until: date | None
    state: str
    tone: str
    norm: str


def duty_rows(found: CaseDuties, owners: Mapping[str, str]) -> tuple[DutyRow, ...]:
    """One row a duty; `owners` names the entity and the petitioner as the reader calls them."""
    return tuple(duty_row(one, found, owners) for one in found.running)


def duty_row(one: RunningDuty, found: CaseDuties, owners: Mapping[str, str]) -> DutyRow:
    """A duty in words."""
    duty = one.duty
    state, tone = state_of(one, found)
    return DutyRow(
        what=what_of(duty),
        who=owners.get(duty.owner, _("Otra autoridad")),
        until=duty.due_on,
        state=state,
        tone=tone,
        norm=norm_of(duty),
    )


def what_of(duty: Duty) -> str:
    """What is owed; of a mixed petition, for which part."""
    if duty.kind is None:
        return str(DUTIES[duty.name])
    return f"{DUTIES[duty.name]}: {words.kind(duty.kind)}"


def norm_of(duty: Duty) -> str:
    """The norm, and whether its figure has yet to be confirmed."""
    if duty.is_confirmed:
        return norm_words(duty.citation)
    return str(_("%(norm)s. Cifra por confirmar", norm=norm_words(duty.citation)))


def state_of(one: RunningDuty, found: CaseDuties) -> tuple[str, str]:
    """Done, without object, still without a date, past or to come."""
    duty = one.duty
    if duty.done_on is not None:
        late = duty.due_on is not None and duty.done_on > duty.due_on
        day = short_date(duty.done_on)
        if late:
            return _("Hecho tarde, el %(day)s", day=day), "bad"
        return _("Hecho el %(day)s", day=day), "good"
    if found.is_over and duty.name == "answer":
        return _("Ya no corre"), "quiet"
    if duty.due_on is None or one.days_left is None:
        return _("La ley no fija días") if duty.is_undated else _("Sin fecha por ahora"), "quiet"
    if duty.due_on < found.today:
        return gone_by(duty)
    return days_to_come(one.days_left, is_today=duty.due_on == found.today)


def gone_by(duty: Duty) -> tuple[str, str]:
    """Late, unless there may have been nothing to do or nobody has noted that it was done."""
    if duty.name in UNTOLD:
        return _("Ya pasó; nadie ha anotado que se hizo"), "warn"
    return (_("Ya pasó"), "quiet") if duty.name in ON_CONDITION else (_("Vencido"), "bad")


def days_to_come(days: int, *, is_today: bool) -> tuple[str, str]:
    """How many working days there still are."""
    if is_today:
        return _("Vence hoy"), "warn"
    return ngettext("Falta %(num)d día hábil", "Faltan %(num)d días hábiles", days), ""
