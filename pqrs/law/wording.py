"""Every Spanish sentence of the room, by key. A door may translate them by the same key.

What is refused, and why: `refusal_wording.py`.
"""

from collections.abc import Mapping
from datetime import date

from pqrs.law.citations import Citation
from pqrs.law.marks import N_
from pqrs.law.refusal_wording import REFUSALS

Param = str | int | date | Citation


WEEKDAYS = (
    N_("lunes"),
    N_("martes"),
    N_("miércoles"),
    N_("jueves"),
    N_("viernes"),
    N_("sábado"),
    N_("domingo"),
)
MONTHS = (
    N_("enero"),
    N_("febrero"),
    N_("marzo"),
    N_("abril"),
    N_("mayo"),
    N_("junio"),
    N_("julio"),
    N_("agosto"),
    N_("septiembre"),
    N_("octubre"),
    N_("noviembre"),
    N_("diciembre"),
)

SENTENCES: dict[str, str] = {
    **REFUSALS,
    # Days
    "day.working": N_("Día hábil"),
    "day.saturday": N_("Sábado: la entidad no trabaja"),
    "day.sunday": N_("Domingo"),
    "day.holiday": N_("Festivo: {name}"),
    "day.closure": N_("La entidad no trabaja, por un acto formal"),
    "day.before_receipt": N_("Todavía no se tiene por recibida"),
    "day.completion": N_("Término detenido: falta que el peticionario complete"),
    "day.clarification": N_("Término detenido: falta que el peticionario aclare"),
    "day.impediment": N_("Término detenido: se decide un impedimento o una recusación"),
    "day.competence_conflict": N_("Término detenido: se decide a quién corresponde"),
    "day.judge_asked": N_("Plazo interrumpido: el juez pidió documentos o información"),
    "day.section_asked": N_(
        "Plazo interrumpido: la entidad le pidió al Consejo de Estado asumir el asunto"
    ),
    "day.withdrawal": N_("La petición estaba retirada"),
    "day.evidence": N_("Plazo detenido: se practican pruebas"),
    # Steps of an explanation
    "step.received": N_("Recibida el {day}."),
    "step.deemed_received": N_("Se tiene por recibida el {day}."),
    "step.posted": N_("Se puso en el correo el {day}; el término corre desde que llegó."),
    "step.elsewhere": N_(
        "Se presentó en otra entidad el {day}; el término corre desde que llegó a la competente."
    ),
    "step.term": N_("Plazo: {amount} días hábiles desde el día siguiente."),
    "step.term_from_receipt": N_("Plazo: {amount} días hábiles desde el mismo día."),
    "step.no_term": N_("No tiene plazo de respuesta."),
    "step.part": N_("La parte que vence primero tiene {amount} días hábiles."),
    "step.reclassified": N_(
        "Cambió de clase el {day}; el plazo se cuenta desde el mismo comienzo."
    ),
    "step.stopped_completion": N_("El {day} se pidió completar y el término se detuvo."),
    "step.stopped_clarification": N_("El {day} se pidió aclarar y el término se detuvo."),
    "step.stopped_impediment": N_("El {day} se detuvo el término por un impedimento o recusación."),
    "step.stopped_competence_conflict": N_(
        "El {day} se detuvo el término mientras se decide a quién corresponde."
    ),
    "step.stopped_judge_asked": N_(
        "El {day} el juez pidió documentos o información y sus días se interrumpieron."
    ),
    "step.stopped_section_asked": N_(
        "El {day} la entidad le pidió al Consejo de Estado asumir el asunto y los días del juez se "
        "interrumpieron."
    ),
    "step.stopped_evidence": N_("El {day} se decretaron pruebas y el plazo se detuvo."),
    "step.resumed": N_("El término siguió después del {day}."),
    "step.restarted": N_("El término comenzó de nuevo después del {day}."),
    "step.stopped_withdrawal": N_("El {day} la persona la retiró."),
    "step.continued": N_("El {day} la entidad decidió seguir de oficio."),
    "step.continued_goes_on": N_("Los días cuentan como si no se hubiera retirado."),
    "step.continued_suspended": N_("Los días desde el retiro hasta esa fecha no cuentan."),
    "step.continued_lapsed": N_(
        "El plazo terminó mientras estaba retirada, cuando nadie debía responder: se responde el "
        "primer día hábil después de decidir seguir."
    ),
    "step.no_effect": N_("Lo que pasó el {day} no cambió el plazo."),
    "step.extended": N_("El {day} se avisó una prórroga: {amount} días hábiles en total."),
    "step.breached": N_("El término venció el {day} sin que llegara la respuesta."),
    "step.reckoned": N_("El {day} la fecha pasó del {before} al {after}: {cause}."),
    "step.not_counted": N_("No cuentan: {days}."),
    "step.due": N_("Vence el {day}."),
    "step.stopped": N_("El término está detenido: no vence mientras tanto."),
    "step.closed": N_("Terminó el {day}."),
    # Each date that it had
    "chain.filed": N_("Plazo inicial"),
    "chain.completion_requested": N_("Se detuvo: se pidió completar"),
    "chain.completed": N_("Siguió: llegó lo que faltaba"),
    "chain.returned": N_("Se detuvo: se pidió aclarar"),
    "chain.paused": N_("Se suspendió"),
    "chain.resumed": N_("Se reanudó"),
    "chain.extended": N_("Se prorrogó"),
    "chain.reclassified": N_("Cambió de clase"),
    "chain.reckoned": N_("Se recalculó: {cause}"),
    "chain.withdrawn": N_("La persona la retiró"),
    "chain.continued": N_("La entidad siguió de oficio"),
    "chain.other": N_("Cambió la fecha"),
    # Other clocks
    "step.clock_starts": N_("Comienza el {day}: {start}."),
    "step.due_at": N_("Vence el {day} a las {hour}."),
    "clock.working_day": N_("{label}: {amount} días hábiles."),
    "clock.one_month": N_("{label}: un mes; si termina en día no hábil, el hábil siguiente."),
    "clock.month": N_("{label}: {amount} meses; si terminan en día no hábil, el hábil siguiente."),
    "clock.hour": N_("{label}: {amount} horas."),
    "clock.same_time": N_("{label}: hasta la misma hora del día hábil."),
    "clock.working_day_before": N_("{label}: {amount} días hábiles antes."),
    "clock.undated": N_("{label}: la ley no dice en cuántos días; lo fija la entidad."),
    "clock.to_confirm": N_("La cifra está por confirmar con la oficina jurídica."),
    "clock.month_after_semester": N_("{label}: hasta el último día del mes siguiente."),
    "contest.presented": N_("Se presentó el {day}."),
    "contest.days": N_("La entidad lo decide en {amount} días hábiles."),
    "contest.evidence": N_("Del {first} al {last} se practican pruebas: el plazo no corre."),
    "contest.evidence_closed": N_(
        "El {day} se terminaron de reunir las pruebas: el plazo corre otra vez desde ese día."
    ),
    "contest.evidence_shared": N_(
        "El {day} se dio traslado de las pruebas a las otras partes: tienen hasta el {last} para "
        "pronunciarse. El plazo para decidir sigue corriendo."
    ),
    "contest.heard": N_(
        "El {day} se decidió que la apelación rechazada se estudia: el plazo cuenta desde ese día."
    ),
    "contest.sent": N_("El {day} se envió al juez."),
    "contest.arrived": N_("El {day} llegó al juzgado: desde ese día cuentan los días del juez."),
    "contest.judge_asked": N_(
        "El {day} el juez pidió documentos o información: mientras los recibe, sus días no corren."
    ),
    "contest.section_asked": N_(
        "El {day} la entidad le pidió a la sección del Consejo de Estado asumir el asunto: tiene "
        "hasta el {last} para decidirlo; si calla, sigue el juez."
    ),
    "contest.anew": N_("Después del {day} los diez días del juez se cuentan de nuevo."),
    "contest.goes_on": N_("Después del {day} los días del juez siguen donde iban."),
    "contest.taken_over": N_(
        "El {day} el Consejo de Estado asumió el asunto: ya no lo decide el juez, y la ley no dice "
        "en cuántos días."
    ),
    "unnamed_act": N_("Acto que dispone que la entidad no trabaja ese día"),
}


def spell_day(day: date) -> str:
    """`lunes 2 de febrero de 2026`: the same in letters, pages and failing tests."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} de {MONTHS[day.month - 1]} de {day.year}"


def say(key: str, params: Mapping[str, Param]) -> str:
    """The Spanish sentence of a key, its days and norms written out."""
    return SENTENCES[key].format_map({name: _written(value) for name, value in params.items()})


def _written(value: Param) -> str:
    return spell_day(value) if isinstance(value, date) else str(value)
