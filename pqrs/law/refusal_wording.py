"""What cannot be reckoned, what may not happen now, and what had no effect: by rule."""

from pqrs.law.marks import N_

REFUSALS: dict[str, str] = {
    # What cannot be reckoned
    "moment": N_("«{text}» no es una fecha ni una hora que exista. Ejemplo: 2026-02-02T10:00."),
    "year_out_of_range": N_("El calendario va de {first} a {last}; la fecha queda por fuera."),
    "unknown_kind": N_("«{code}» no es una clase de petición conocida."),
    "happenings": N_("Lo que pasó se escribe como una lista de hechos, cada uno con su «type»."),
    "out_of_order": N_("Lo que pasó el {day} es anterior a que llegara la petición."),
    "pause_backwards": N_("La suspensión termina el {day}, antes de comenzar."),
    "unknown_event": N_("«{name}» no es algo que pueda pasarle a una petición."),
    "event_payload": N_("Los datos de «{name}» no están completos o no son los suyos."),
    "rule_field": N_("«{name}» no es un dato de este cambio. Se aceptan: {accepted}."),
    "rule_missing": N_("Falta «{name}»."),
    "rule_value": N_("«{value}» no sirve para «{name}». Se acepta: {accepted}."),
    "rule_backwards": N_("La vigencia termina antes de comenzar, el {begins}."),
    "rule_holiday_day": N_(
        "Un festivo tiene fecha fija o días desde la Pascua: una de las dos, no ambas."
    ),
    "rule_no_effect": N_("El cambio no cambia nada: las reglas ya son así."),
    "rule_not_worked": N_("El {day} no se trabaja de todos modos: {why}. No hace falta cerrarlo."),
    "rule_closed_already": N_("El {day} ya está cerrado por {act}."),
    "rule_not_closed": N_("El {day} no está cerrado: no hay nada que reabrir."),
    "rule_act_missing": N_(
        "Escriba el número del acto, su fecha y quién lo expidió: las reglas cambian por un acto."
    ),
    "rule_closure_act": N_(
        "No hay un poder general para suspender términos: el cierre se apoya en el acto que "
        "dispone que la oficina no trabaje. Escriba su número, su fecha y quién lo expidió."
    ),
    "rule_act_future": N_("El acto tiene fecha del {day}, que todavía no llega."),
    "rule_same_person": N_("Quien propone un cambio no lo aprueba: lo decide otra persona."),
    "rule_refusal_reason": N_("Escriba por qué no se aprueba."),
    "rule_signature_act": N_(
        "El calendario de {year} difiere del de la ley: escriba el acto que lo justifica."
    ),
    "cause.closure": N_("{act}: la entidad no trabaja el {days}."),
    "cause.reopening": N_("{act}: la entidad vuelve a trabajar el {days}."),
    "rule_signed": N_("El calendario de {year} ya está firmado tal como está."),
    "unknown_reading": N_("«{name}» no es un punto de lectura de la ley."),
    "reading_value": N_("«{value}» no es un valor de «{name}». Valores: {accepted}."),
    "mixed_parts": N_(
        "Una petición mixta nombra sus partes, y solo ella las tiene («{kind}»): "
        "cada parte tiene su propio término."
    ),
    "no_term": N_("«{kind}» no tenía término en esa fecha: la norma rige desde el {day}."),
    "term_gap": N_(
        "«{kind}» tiene término desde el {day}, y entre los dos quedarían días sin ninguno: "
        "el nuevo debe llegar al menos hasta el día anterior."
    ),
    "unknown_means": N_("«{means}» no es una forma de entregar la respuesta."),
    "first_event": N_("La historia de una petición comienza cuando se radica, y una sola vez."),
    "corrected_event": N_(
        "Se corrige algo anterior que esté en la historia: no hay número {sequence}."
    ),
    # What may not happen now, or had no effect when it did
    "ended_closed": N_("La petición terminó el {day}."),
    "ended_transferred": N_("La petición se trasladó a otra autoridad el {day}."),
    "ended_annulled": N_("El número de radicado se anuló el {day}."),
    "annulled": N_("El número de radicado ya está anulado."),
    "already_replied": N_("La respuesta ya se firmó, el {day}."),
    "already_stopped": N_("El término ya está detenido, desde el {day}."),
    "stop_late": N_("El término ya había vencido, el {day}: no puede detenerse."),
    "stop_over": N_("La petición ya estaba respondida o terminada desde el {day}."),
    "deliver_nothing": N_("Todavía no hay una respuesta firmada que entregar."),
    "notice_there": N_("Ya está en los avisos desde el {day}."),
    "notice_personal_data": N_("Lo va a leer cualquiera y dice {what}: quítelo."),
    "answer_personal_data": N_("Lo va a leer cualquiera y puede decir quién es alguien: quítelo."),
    "answer_not_looked": N_(
        "Lea el texto como quedó: quite lo que diga quién es alguien, o confirme que lo leyó."
    ),
    "answer_source": N_(
        "De este caso no se publica nada: todavía no tiene respuesta firmada, es o fue una "
        "denuncia, es reservado, nombra a alguien de la entidad, es de un menor de edad, de una "
        "víctima o de una persona con discapacidad, o trata de la vida privada de alguien."
    ),
    "answer_review_day": N_("La fecha de revisión va desde mañana hasta dentro de dos años."),
    "answer_reason": N_("Escriba por qué."),
    "answer_replaced": N_(
        "Otra redacción ya tomó el lugar de la que esta reemplaza. No la apruebe: si hace falta, "
        "pida que propongan otra a partir de la publicada."
    ),
    "notice_no_proof": N_(
        "Ningún correo a la persona ha fallado: anote la guía o la constancia de lo que volvió."
    ),
    "notice_reachable": N_("La persona dejó dónde avisarle: primero envíeselo allí."),
    "delivered_already": N_("Ya se anotó que la decisión llegó el {day}."),
    "delivered_day": N_(
        "Lo que se entrega llegó entre el {first}, cuando se firmó, y hoy, {last}."
    ),
    "breach_met": N_(
        "La respuesta llegó el {reached_on}, aunque se anotó después: el vencimiento del {day} que "
        "estaba anotado no cuenta."
    ),
    "matter_none": N_("Ese no es uno de los asuntos de la petición."),
    "matter_sent": N_("Ese asunto ya se trasladó a otra entidad, el {day}."),
    "matters_sent": N_(
        "Un asunto ya se trasladó a otra entidad, el {day}: no se decide otra vez cuántos hay."
    ),
    "matters_written": N_(
        "Una dependencia ya escribió lo de su asunto, el {day}: no se decide otra vez cuántos hay."
    ),
    "matter_last": N_("Es lo único que queda por responder aquí: traslade la petición completa."),
    "matter_unsent": N_(
        "Un asunto es de otra entidad y no se le ha trasladado: trasládelo antes de firmar o, si "
        "se responde aquí, páselo a su dependencia."
    ),
    "matter_theirs": N_("Ese asunto ya lo atiende esa dependencia."),
    "same_kind": N_("La petición ya es de la clase «{kind}»."),
    "extension_none": N_("El término de «{kind}» no se prorroga."),
    "extension_sent": N_("Esa parte la responde otra entidad: su término ya no corre aquí."),
    "extension_late": N_(
        "La prórroga se avisa antes de que venza el término, que venció el {day}."
    ),
    "extension_shorter": N_("La prórroga alarga el término, que ya es de {amount} días hábiles."),
    "extension_above": N_("El término con la prórroga no pasa de {amount} días hábiles en total."),
    "extension_after_pause": N_(
        "Según el reglamento de la entidad, un término que estuvo detenido no se prorroga."
    ),
    "completion_once": N_("Solo se pide completar una vez, y ya se pidió el {day}."),
    "completion_late": N_("Se podía pedir que completara hasta el {day}."),
    "completion_not_asked": N_("No hay nada pendiente de completar o aclarar."),
    "completion_extension_none": N_(
        "El plazo para completar un reclamo de datos personales es de dos meses y no se amplía."
    ),
    "completion_extended_once": N_("El plazo para completar solo se amplía una vez."),
    "completion_extension_late": N_("El plazo para completar terminó el {day}."),
    "not_paused": N_(
        "El término no está detenido por un impedimento ni por un conflicto de competencias."
    ),
    "continue_not_withdrawn": N_(
        "Solo se sigue de oficio una petición que la persona misma retiró, y esta no está retirada."
    ),
    "continued": N_(
        "Ya se había retirado y la entidad decidió, el {day}, seguir con ella de oficio."
    ),
    "withdraw_early": N_("El peticionario tiene hasta el {day} para completar o aclarar."),
    "nothing_added": N_("Escriba lo que quiere agregar o adjunte un archivo que no esté ya."),
    "nothing_completed": N_("Escriba lo que faltaba o adjunte un archivo que no esté ya."),
    "appeal_nothing": N_("Todavía no hay una decisión comunicada que se pueda recurrir."),
    "appeal_not_this": N_("Contra lo que se decidió no procede ese camino."),
    "appeal_once": N_("Ya lo presentó, el {day}."),
    "appeal_late": N_("Se podía presentar hasta el {day}."),
    "contest_none": N_("No hay un recurso ni una insistencia que espere esto."),
    "contest_decided": N_("Ya se decidió, el {day}."),
    "contest_undecided": N_("Todavía no hay una decisión que notificar."),
    "contest_told": N_("Ya se anotó que la decisión llegó el {day}."),
    "contest_day": N_("Esa fecha va desde el {first} hasta hoy, {last}."),
    "contest_ruling": N_("Eso no es algo que pueda decidirse de lo que se presentó."),
    "contest_elsewhere": N_("Lo decide el superior de quien decidió, no esta dependencia."),
    "contest_ours": N_("Lo decide quien tomó la decisión, no su superior."),
    "evidence_not_here": N_("Solo se practican pruebas en una reposición o una apelación."),
    "evidence_days": N_("El período de pruebas va de 1 a {amount} días hábiles en total."),
    "evidence_shorter": N_("El período de pruebas ya es de {amount} días hábiles: solo se alarga."),
    "evidence_once": N_("El período de pruebas solo se alarga una vez."),
    "evidence_over": N_("El período de pruebas terminó el {day} y ya no se alarga."),
    "evidence_none": N_("No se están practicando pruebas."),
    "evidence_closed": N_("Las pruebas ya se terminaron de reunir, el {day}."),
    "evidence_ended": N_("El período de pruebas terminó solo, el {day}: no hay nada que cerrar."),
    "evidence_shared": N_("Ya se dio traslado de las pruebas a las otras partes, el {day}."),
    "evidence_late": N_(
        "El recurso debía decidirse hasta el {day}: abrir pruebas después ya no detiene el plazo."
    ),
    "appeal_not_rejected": N_("Solo una apelación se rechaza así, antes de que se decida."),
    "appeal_heard": N_(
        "Desde el {day} está decidido que esta apelación se estudia: ya no puede rechazarse."
    ),
    "insistence_arrived": N_("Ya se anotó que llegó al juzgado, el {day}."),
    "insistence_sent": N_("Ya se envió al juez, el {day}."),
    "insistence_not_sent": N_("Todavía no se ha enviado al juez."),
    "interruption_open": N_("Ya se anotó, desde el {day}, y todavía no ha terminado."),
    "interruption_late": N_("Los días del juez iban hasta el {day}: ya no hay qué interrumpir."),
    "interruption_none": N_("Los días del juez no están interrumpidos por eso."),
    "insistence_taken_over": N_(
        "Desde el {day} lo decide el Consejo de Estado: ya no corren días del juez."
    ),
    "duty_none": N_("No hay nada de eso por anotar en esta petición."),
    "duty_met": N_("Ya se anotó que se hizo, el {day}."),
    "duty_day": N_("El día en que se hizo va desde el {first} hasta hoy, {last}."),
    "third_report": N_(
        "Es una denuncia: comunicarla avisaría a la persona de quien se habla. Si la investigación "
        "tiene partes, se les comunica en ella."
    ),
    "third_day": N_("El día va desde el {first}, cuando llegó la petición, hasta hoy, {last}."),
    "third_object": N_("Escriba de qué trata el trámite: es lo que hay que comunicarles."),
    "third_who": N_("Diga quién es, o quiénes son."),
    "third_words": N_("Escriba lo que dijo."),
    "third_where": N_("Diga dónde o por qué medio se comunicó."),
    "third_shielded": N_(
        "La petición se queja de alguien de la entidad o llegó como denuncia, y lo publicado lo "
        "lee cualquiera: comuníqueselo a cada persona en su dirección o su correo."
    ),
    "third_secret": N_("Esto dice {what}, y eso no se les cuenta: quítelo."),
    "reason_needed": N_("Esta decisión lleva sus motivos: escríbalos."),
    "act_needed": N_("Esta decisión se toma en un acto: escriba su número y su fecha."),
    "act_day": N_("La fecha del acto va desde el {first} hasta hoy."),
    "items_needed": N_("Diga qué falta: una cosa en cada renglón."),
    "two_people": N_("Quien propone no decide: la aprueba otra persona."),
    "already_proposed": N_("Ya hay una propuesta por decidir sobre esta petición."),
    "denial_incomplete": N_(
        "Para negar información o documentos se dice la norma precisa, si es clasificada o "
        "reservada, y el daño presente, probable y específico."
    ),
    "earlier_unknown": N_("No hay otra petición respondida con el número «{number}»."),
    "conflict_of_interest": N_(
        "La petición se queja de esa dependencia, y nadie decide sobre lo que se dice de sí mismo: "
        "elija otra, por ejemplo la de control interno."
    ),
    "deemed_granted": N_(
        "No se respondió a tiempo: la solicitud se entiende aceptada y ya no puede negarse."
    ),
}
