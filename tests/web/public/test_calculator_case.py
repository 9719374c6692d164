"""What the law refuses at `/plazos`: its rule and article, beside the box it speaks of."""

from tests.web.public.asking import ask
from tests.web.staff import text_of

NO_DAY = "Escriba una fecha que exista, por ejemplo 27 3 2026 (Ley 4 de 1913, artículo 59)."
REFUSED = [
    ({"clase": "QUEJAX"}, "«QUEJAX» no es una clase de petición conocida (Ley 1437 de 2011, art"),
    ({"clase": "AUX_TRASLADO"}, "«AUX_TRASLADO» no es una clase de petición conocida"),
    ({"clase": "x" * 5000}, "Elija una de las opciones."),
    ({"clase": ""}, "Elija qué se pidió."),
    ({"recibida": ""}, "Escriba el día en que llegó."),
    (
        {"recibida": "2026-02-31"},
        NO_DAY,
    ),
    (
        {"recibida": "2026-02"},
        NO_DAY,
    ),
    (
        {"recibida": "0000-00-00"},
        NO_DAY,
    ),
    (
        {"recibida": "10000-01-01"},
        NO_DAY,
    ),
    (
        {"recibida": "٢٠٢٦-٠٢-٠٢"},
        NO_DAY,
    ),
    ({"recibida": "1983-12-31"}, "El calendario va de 1984 a 2100; la fecha queda por fuera (Ley"),
    ({"recibida": "2101-01-01"}, "El calendario va de 1984 a 2100; la fecha queda por fuera (Ley"),
    ({"recibida": "2100-12-30"}, "El calendario va de 1984 a 2100; la fecha queda por fuera (Ley"),
    ({"cierre": "1950-01-01"}, "El calendario va de 1984 a 2100; la fecha queda por fuera (Ley"),
    ({"hora": "25:00"}, "Escriba una hora que exista, por ejemplo 16:30."),
    ({"hora": "13:00 p. m."}, "Escriba una hora que exista, por ejemplo 16:30."),
    ({"hora": "mediodía"}, "Escriba una hora que exista, por ejemplo 16:30."),
    ({"hora": "8\n:00"}, "Escríbalo en una sola línea."),
    ({"prorroga": "2026-02-20"}, "Escriba cuántos días hábiles son en total."),
    ({"total": "30"}, "Escriba el día en que se avisó la prórroga."),
    ({"prorroga": "2026-02-20", "total": "-1"}, "Escriba un número de días, por ejemplo 30."),
    ({"prorroga": "2026-02-20", "total": "0"}, "Escriba un número de días, por ejemplo 30."),
    ({"prorroga": "2026-02-20", "total": "9" * 30}, "Escriba un número de días, por ejemplo 30."),
    ({"prorroga": "2026-02-20", "total": "٣"}, "Escriba un número de días, por ejemplo 30."),
    (
        {"prorroga": "2026-02-20", "total": "31"},
        "no pasa de 30 días hábiles en total (Ley 1437 de 2011, artículo 14, parágrafo).",
    ),
    (
        {"prorroga": "2026-02-20", "total": "15"},
        "La prórroga alarga el término, que ya es de 15 días hábiles (Ley 1437 de 2011",
    ),
    (
        {"prorroga": "2026-02-24", "total": "30"},
        "La prórroga se avisa antes de que venza el término, que venció el lunes 23 de febrero",
    ),
    (
        {"clase": "OPOSICION", "prorroga": "2026-02-03", "total": "10"},
        "El término de «Solicitud de la oposición política» no se prorroga (Ley 1437 de 2011",
    ),
    (
        {"completada": "2026-02-10"},
        "No hay nada pendiente de completar o aclarar (Ley 1437 de 2011, artículo 17).",
    ),
    (
        {"requerida": "2026-02-10", "completada": "2026-02-05"},
        "No hay nada pendiente de completar o aclarar (Ley 1437 de 2011, artículo 17).",
    ),
    (
        {"requerida": "2026-02-20"},
        "Se podía pedir que completara hasta el lunes 16 de febrero de 2026 (Ley 1437 de 2011, a",
    ),
    (
        {"requerida": "2026-01-30"},
        "Lo que pasó el viernes 30 de enero de 2026 es anterior a que llegara la petición (Ley",
    ),
    (
        {"causa": "CPACA_12", "suspendida": "2026-02-10", "reanudada": "2026-02-05"},
        "La suspensión termina el jueves 5 de febrero de 2026, antes de comenzar (Ley 1437 de",
    ),
    (
        {"causa": "CPACA_12", "suspendida": "2026-03-10"},
        "El término ya había vencido, el lunes 23 de febrero de 2026: no puede detenerse (Ley",
    ),
    ({"causa": "CPACA_99", "suspendida": "2026-02-10"}, "Elija una de las opciones."),
    ({"suspendida": "2026-02-10"}, "Elija por qué se suspendió."),
    ({"reanudada": "2026-02-10"}, "Escriba el día en que comenzó la suspensión."),
    ({"acto": "Decreto 1"}, "Escriba el día en que la entidad no trabajó."),
    ({"clase": "MIXTA"}, "cada parte tiene su propio término (Ley 1437 de 2011, artículo 14)."),
    ({"partes": "QUEJA"}, "Una petición mixta nombra sus partes, y solo ella las tiene («Queja»)"),
    ({"clase": "MIXTA", "partes": "MIXTA"}, "Elija una de las opciones."),
    (
        {"clase": "OPOSICION", "recibida": "2010-02-02"},
        "no tenía término en esa fecha: la norma rige desde el lunes 9 de julio de 2018 (Ley",
    ),
]


def test_what_cannot_be_counted_is_refused_with_its_rule(walker):
    wrong = {}
    for changes, words in REFUSED:
        question = {"clase": "QUEJA", "recibida": "2026-02-02"} | changes
        answer = walker.open(ask(**question))
        said = text_of(walker)
        faults = [part for part in ("Error:", words) if part not in said]
        if faults or 422 != answer.status or "Último día" in said:
            wrong[str(question)[:200]] = (answer.status, faults)

    assert {} == wrong


def test_each_refusal_is_beside_its_box(walker):
    """The summary leads to the box that has to change."""
    led = {
        "total": {"prorroga": "2026-02-20", "total": "31"},
        "prorroga-day": {"prorroga": "2026-02-24", "total": "30"},
        "completada-day": {"completada": "2026-02-10"},
        "requerida-day": {"requerida": "2026-01-30"},
        "suspendida-day": {"causa": "CPACA_12", "suspendida": "2026-03-10"},
        "clase": {"clase": "LOTERIA"},
    }
    for place, changes in led.items():
        question = {"clase": "QUEJA", "recibida": "2026-02-02"} | changes
        assert f'<li><a href="#{place}">' in walker.open(ask(**question)).html
