"""The figures as plain values for machines, and the dictionary of their fields."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import Kind, Outcome
from pqrs.office.evaluation import Form, Purpose, Share
from pqrs.office.tallies import FROM_CASE, FROM_POINT
from pqrs.queries.one_way_tables import Row
from pqrs.queries.statistics import ANSWERED, ENDED, IN_PROGRESS, TRANSFERRED, Statistics
from pqrs.web.filters import local_moment
from pqrs.web.public.figure_words import row_name

TABLES: Final = {
    "department": "secretaria",
    "kind": "tipo",
    "area": "corregimiento",
    "channel": "canal",
}
SITUATIONS: Final = {
    ANSWERED: "respondidas",
    IN_PROGRESS: "en_tramite",
    TRANSFERRED: "trasladadas",
    ENDED: "terminadas_de_otra_forma",
}
SOURCES: Final = {FROM_CASE: "de_una_peticion", FROM_POINT: "de_una_oficina"}
OUTCOMES: Final = {Outcome.YES: "si", Outcome.PARTLY: "en_parte", Outcome.NO: "no"}
SAID: Final = {
    Purpose.COMPLAINT: "queja",
    Purpose.RECOMMENDATION: "recomendacion",
    Purpose.SATISFACTION: "satisfaccion",
    Purpose.PRAISE: "felicitacion",
}
COLUMNS: Final = (
    "periodo",
    "corte",
    "tabla",
    "codigos",
    "nombre",
    "recibidas",
    "a_tiempo_porcentaje",
    "satisfaccion_porcentaje",
    "satisfaccion_desde",
    "satisfaccion_hasta",
    "satisfaccion_respuestas",
)
FIELDS: Final = {
    "periodo": _l("Año (2026) o trimestre (2026-T3) en que se recibieron las peticiones."),
    "corte": _l("Momento en que se leyeron las cifras, con hora de Colombia."),
    "recibidas": _l("Peticiones recibidas. Vacío: menos de 5 (10 por secretaría y por tipo)."),
    "situaciones": _l("Las recibidas, según cómo están hoy. Las pequeñas van juntas."),
    "respondidas": _l("Aquellas cuya respuesta llegó a la persona."),
    "a_tiempo": _l("De las respondidas, las que llegaron a más tardar en su fecha límite."),
    "tarde": _l("Respondidas después de su fecha límite. Vacío: hay muy pocas respondidas."),
    "vencidas_hoy": _l("Sin responder y con la fecha límite pasada, de cualquier periodo."),
    "dias_mediana": _l("Días hábiles en que se respondió la mitad. Desde 10 respuestas."),
    "dias_nueve_de_diez": _l("Días hábiles en que se respondieron nueve de cada diez."),
    "opiniones": _l("Personas que evaluaron, según el mes en que lo hicieron."),
    "opiniones_apartadas": _l(
        "Parecen puestas en masa: no cuentan en nada más. Vacío: menos de 5."
    ),
    "opiniones_de_oficinas": _l("A qué vino quien evaluó una oficina. Las pequeñas van juntas."),
    "sigue_resuelto": _l("Quienes, un mes después, dijeron que sigue resuelto."),
    "evaluadas_porcentaje": _l("Evaluaciones de peticiones por cada 100 respondidas."),
    "satisfaccion": _l("Quienes marcaron 4 o 5 de 5 en satisfacción, de quienes opinaron."),
    "facilidad": _l("Quienes marcaron 4 o 5 de 5 en facilidad, de quienes opinaron."),
    "respondimos_lo_que_pidio": _l("Quienes dijeron que sí, de quienes opinaron."),
    "porcentaje": _l("Porcentaje entero. Vacío con menos de 20 respuestas."),
    "desde": _l("Límite inferior del intervalo de Wilson del 95 %%. Vacío con menos de 10."),
    "hasta": _l("Límite superior del intervalo de Wilson del 95 %%. Vacío con menos de 10."),
    "respuestas": _l("Cuántas personas respondieron. Vacío con menos de 10."),
    "tabla": _l("De qué tabla es la fila: total, mes, secretaria, tipo, corregimiento o canal."),
    "codigos": _l("Códigos de la fila; varios, separados por punto y coma, si van juntos."),
    "nombre": _l("Nombre de la fila. Otras: filas pequeñas sumadas."),
    "a_tiempo_porcentaje": _l("Porcentaje a tiempo. Vacío con menos de 20 respondidas."),
}


def plain_of(figures: Statistics) -> dict[str, Any]:
    """The whole page as JSON values; None is what is not published."""
    opinions = figures.opinions
    return {
        "periodo": figures.period.code,
        "corte": moment_of(figures),
        "recibidas": figures.received,
        "situaciones": [
            {"situacion": [SITUATIONS[key] for key in group.keys], "peticiones": group.count}
            for group in figures.situations
        ],
        "respondidas": figures.answered,
        "a_tiempo": share_plain(figures.on_time),
        "tarde": figures.late,
        "vencidas_hoy": figures.open_late_now,
        "dias_mediana": figures.median_days,
        "dias_nueve_de_diez": figures.p90_days,
        "opiniones": opinions.count,
        "opiniones_por_origen": [
            {"origen": [SOURCES[key] for key in group.keys], "opiniones": group.count}
            for group in opinions.sources
        ],
        "opiniones_apartadas": opinions.set_apart,
        "opiniones_de_oficinas": [
            {"vino_a_decir": [SAID[Purpose(key)] for key in group.keys], "opiniones": group.count}
            for group in opinions.purposes
        ],
        "sigue_resuelto": share_plain(opinions.still_solved),
        "evaluadas_porcentaje": opinions.response,
        "satisfaccion": share_plain(opinions.satisfaction),
        "facilidad": share_plain(opinions.ease),
        "respondimos_lo_que_pidio": share_plain(opinions.outcome),
        "respondimos_porcentajes": opinions.outcomes
        and {OUTCOMES[key]: percent for key, percent in opinions.outcomes.items()},
        "meses": [{"mes": each.month, "recibidas": each.received} for each in figures.months],
        **{
            name: [row_plain(dimension, row, figures) for row in figures.tables[dimension]]
            for dimension, name in TABLES.items()
        },
        "campos": {name: str(meaning) for name, meaning in FIELDS.items()},
    }


def moment_of(figures: Statistics) -> str:
    """ISO 8601 with Colombia's offset, to the second."""
    return local_moment(figures.cut_off).isoformat(timespec="seconds")


def share_plain(share: Share) -> Mapping[str, int | None]:
    """A share with its interval and its answers."""
    shown = share.form in {Form.SHARE, Form.INTERVAL}
    return {
        "porcentaje": share.percent,
        "desde": share.low,
        "hasta": share.high,
        "respuestas": share.answers if shown and share.answers else None,
    }


def row_plain(dimension: str, row: Row, figures: Statistics) -> dict[str, Any]:
    """One row of a one-way table."""
    return {
        "codigos": codes_of(dimension, row),
        "nombre": name_of(dimension, row, figures),
        "recibidas": row.received,
        "a_tiempo_porcentaje": row.on_time,
        "satisfaccion": share_plain(row.satisfaction),
    }


def codes_of(dimension: str, row: Row) -> list[str]:
    """As files write them: a kind by the code of the law's table, the rest by the pack's."""
    return [Kind(each).code if dimension == "kind" else each for each in row.members]


def name_of(dimension: str, row: Row, figures: Statistics) -> str:
    """Its own name, or that it is the rest."""
    return _("Otras") if row.is_rest else row_name(dimension, row.members[0], figures)


def rows_of(figures: Statistics) -> Iterator[tuple[object, ...]]:
    """The lines of the CSV: the total, the months, the tables."""
    head = (figures.period.code, moment_of(figures))
    total = figures.on_time.percent
    yield (*head, "total", "", _("Todas"), figures.received, total, *spread(figures))
    for month in figures.months:
        yield (*head, "mes", month.month, month.month, month.received, *[None] * 5)
    for dimension, table in TABLES.items():
        for row in figures.tables[dimension]:
            codes = ";".join(codes_of(dimension, row))
            name = name_of(dimension, row, figures)
            share = share_plain(row.satisfaction).values()
            yield (*head, table, codes, name, row.received, row.on_time, *share)


def spread(figures: Statistics) -> tuple[int | None, ...]:
    """The satisfaction of everybody in the columns of a row."""
    return tuple(share_plain(figures.opinions.satisfaction).values())
