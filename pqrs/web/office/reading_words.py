"""What each value of a disputed reading means, in words; the questions are the law's data."""

from typing import Final

from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import Point

YES: Final = _l("Sí")
NO: Final = _l("No")
VALUES: Final[dict[tuple[str, str], LazyString]] = {
    ("reception_rule", "instant"): _l("En el instante en que llega"),
    ("reception_rule", "next_business_day_if_nonbusiness"): _l(
        "El día hábil siguiente, si llega en día no hábil"
    ),
    ("reception_rule", "next_business_day_if_nonbusiness_or_after_hours"): _l(
        "El día hábil siguiente, si llega en día no hábil o después de cerrar"
    ),
    ("completion_effect", "resume"): _l("Sigue donde iba"),
    ("completion_effect", "restart"): _l("Comienza de nuevo"),
    ("completion_month_from", "communicated"): _l("Desde que la persona recibe el requerimiento"),
    ("completion_month_from", "sent"): _l("Desde que se envía el requerimiento"),
    ("extension_cap", "double"): _l("El doble del término inicial, en total"),
    ("extension_cap", "additional_double"): _l("El término inicial y, además, su doble"),
    ("data_query_count", "next_day"): _l("Desde el día hábil siguiente a la llegada"),
    ("data_query_count", "receipt_day_is_day_one"): _l("El día de la llegada es el primero"),
    ("hours_run", "running"): _l("Sí, corren sin parar"),
    ("hours_run", "business"): _l("No, solo en días hábiles"),
    ("acknowledgement_hours", "same_clock_time"): _l("Hasta la misma hora del día hábil siguiente"),
    ("acknowledgement_hours", "three_days"): _l("Tres jornadas de ocho horas"),
    ("close_on", "delivered"): _l("Cuando la respuesta se entrega"),
    ("close_on", "access"): _l("Cuando la persona abre la respuesta"),
    ("close_on", "dispatch"): _l("Cuando la respuesta se envía"),
    ("appeal_decision_target", "two_months"): _l("En dos meses"),
    ("appeal_decision_target", "15_bd"): _l("En 15 días hábiles"),
    ("praise_days", "none"): _l("No hay término"),
    ("emergency_terms_until", "2022-05-18"): _l("Desde el 18 de mayo de 2022"),
    ("emergency_terms_until", "2022-05-17"): _l("Desde el 17 de mayo de 2022"),
    ("silence_copies_from", "after_term"): _l("Como manda el artículo 14, numeral 1"),
    ("silence_copies_from", "art_84"): _l("Como manda el artículo 84"),
    ("insistence_interruption", "restart"): _l("Se cuentan de nuevo"),
    ("insistence_interruption", "resume"): _l("Siguen donde iban"),
    ("continuation_term", "goes_on"): _l("Sí, como si no se hubiera retirado"),
    ("continuation_term", "suspended"): _l("No, el término estuvo suspendido"),
}


def value_words(point: Point, value: str) -> str:
    """A value as a person reads it: yes, no, a number of days, an hour, or its own sentence."""
    if (point.name, value) in VALUES:
        return str(VALUES[point.name, value])
    if value in {"true", "false"}:
        return str(YES if value == "true" else NO)
    if point.name.endswith("_days"):
        return str(_("%(count)s días hábiles", count=value))
    return value
