"""Spanish for every closed list, in one place; templates ask `words.kind(…)` and the like.

The law's own sentences (why a day does not count, why an act is refused) are in `law/wording.py`.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from flask_babel import LazyString
from flask_babel import lazy_gettext as _l

from pqrs.law import (
    Capacity,
    Channel,
    Decision,
    Event,
    IdentityLevel,
    InterruptionEnd,
    InterruptionGround,
    Kind,
    Outcome,
    PauseGround,
    Phase,
    PriorityGround,
    RejectionGround,
    Remedy,
    Reserve,
    Stage,
    ThirdMeans,
)
from pqrs.models import AnswerStatus, ProposalStatus, ProposedAct, RuleStatus
from pqrs.office import Role
from pqrs.office.reception import Tongue
from pqrs.queries.tracking import CitizenState


@dataclass(frozen=True)
class KindWords:
    """A kind for people: its name, what it is in daily words, and an example."""

    name: LazyString
    meaning: LazyString | str = ""
    example: LazyString | str = ""


KINDS: Final = {
    Kind.PRIVATE_INTEREST: KindWords(
        _l("Petición de interés particular"),
        _l("Usted pide a la Alcaldía algo que le conviene o le afecta a usted o a su familia."),
        _l("«Necesito que revisen la nomenclatura de mi casa»."),
    ),
    Kind.GENERAL_INTEREST: KindWords(
        _l("Petición de interés general"),
        _l("Usted pide algo que beneficia a su barrio, su vereda o toda la comunidad."),
        _l("«Pedimos un reductor de velocidad frente a la escuela»."),
    ),
    Kind.INFORMATION: KindWords(
        _l("Petición de información"),
        _l("Usted quiere saber un dato que la Alcaldía tiene o debe tener."),
        _l("«¿Cuánto se invirtió este año en el puesto de salud?»."),
    ),
    Kind.DOCUMENTS: KindWords(
        _l("Petición de documentos"),
        _l("Usted quiere ver o recibir copia de un documento que guarda la Alcaldía."),
        _l("«Necesito copia de mi licencia de construcción»."),
    ),
    Kind.CONSULTATION: KindWords(
        _l("Consulta"),
        _l("Usted pide la opinión de la Alcaldía sobre un tema de su trabajo. No obliga."),
        _l("«¿Qué uso del suelo se permite en esta zona?»."),
    ),
    Kind.COMPLAINT: KindWords(
        _l("Queja"),
        _l("Usted está inconforme con la forma en que lo trató o actuó alguien de la Alcaldía."),
        _l("«En la ventanilla me atendieron de mala manera»."),
    ),
    Kind.CLAIM: KindWords(
        _l("Reclamo"),
        _l("Un servicio no se prestó, se prestó mal o tarde, y usted exige que se corrija."),
        _l("«La luz del poste lleva un mes dañada»."),
    ),
    Kind.REPORT: KindWords(
        _l("Denuncia"),
        _l("Usted avisa de un hecho que podría ser ilegal o una falta, para que se investigue."),
        _l("«Botan escombros en la acequia todas las noches»."),
    ),
    Kind.SUGGESTION: KindWords(
        _l("Sugerencia"),
        _l("Usted propone una idea para que la Alcaldía trabaje mejor."),
        _l("«Podrían abrir la ventanilla los sábados»."),
    ),
    Kind.PRAISE: KindWords(
        _l("Felicitación"),
        _l("Usted reconoce el buen trabajo de una persona o de una oficina."),
        _l("«Gracias a la biblioteca por los talleres»."),
    ),
    Kind.DATA_QUERY: KindWords(
        _l("Datos personales: consulta"),
        _l("Usted quiere saber qué datos suyos tiene la Alcaldía."),
    ),
    Kind.DATA_CLAIM: KindWords(
        _l("Datos personales: reclamo"), _l("Usted pide corregir, actualizar o borrar sus datos.")
    ),
    Kind.AUTHORITY_INFORMATION: KindWords(_l("Información que pide otra autoridad")),
    Kind.AUTHORITY_OTHER: KindWords(_l("Petición de otra autoridad")),
    Kind.CONGRESS: KindWords(_l("Solicitud de informe del Congreso")),
    Kind.NATIONAL_OMBUDSMAN: KindWords(_l("Solicitud de la Defensoría del Pueblo")),
    Kind.NATIONAL_OMBUDSMAN_FORWARDED: KindWords(_l("Queja que remite la Defensoría del Pueblo")),
    Kind.OPPOSITION: KindWords(_l("Solicitud de la oposición política")),
    Kind.COUNCIL: KindWords(_l("Solicitud del Concejo o de un órgano de control")),
    Kind.PRESS_INFORMATION: KindWords(_l("Información que pide un periodista")),
    Kind.CASE_LAW_EXTENSION: KindWords(_l("Extensión de jurisprudencia")),
    Kind.PUBLIC_UTILITY: KindWords(_l("Reclamo de servicio público domiciliario")),
    Kind.MIXED: KindWords(_l("Petición mixta")),
    Kind.ANONYMOUS_INFORMATION: KindWords(_l("Petición de información anónima")),
}

OFFERED: Final = (
    Kind.PRIVATE_INTEREST,
    Kind.GENERAL_INTEREST,
    Kind.CLAIM,
    Kind.COMPLAINT,
    Kind.REPORT,
    Kind.INFORMATION,
    Kind.DOCUMENTS,
    Kind.CONSULTATION,
    Kind.SUGGESTION,
    Kind.PRAISE,
)
"""What the form offers a person, the most common first."""

_SAID: Final = (
    (Phase.OPEN, _l("Por responder")),
    (Phase.WAITING, _l("Esperando a la persona")),
    (Phase.REPLIED, _l("Firmada, sin entregar")),
    (Phase.CLOSED, _l("Cerrada")),
    (Phase.TRANSFERRED, _l("Trasladada")),
    (Phase.ANNULLED, _l("Número anulado")),
    (CitizenState.RECEIVED, _l("Recibida")),
    (CitizenState.IN_PROGRESS, _l("En trámite")),
    (CitizenState.ANSWERED, _l("Respondida")),
    (CitizenState.CLOSED, _l("Cerrada")),
    (IdentityLevel.NAMED, _l("Con nombre")),
    (IdentityLevel.RESERVED, _l("Identidad reservada")),
    (IdentityLevel.ANONYMOUS, _l("Anónima")),
    (Decision.RESPONDED, _l("Responde lo que pidió")),
    (Decision.GRANTED, _l("Concede lo que pidió")),
    (Decision.PARTLY_GRANTED, _l("Concede una parte y niega otra")),
    (Decision.DENIED, _l("Niega lo que pidió")),
    (Decision.NOBODYS, _l("No es de esta entidad ni de ninguna otra")),
    (Reserve.CLASSIFIED, _l("Clasificada: es de alguien en particular")),
    (Reserve.RESERVED, _l("Reservada: daña un interés público")),
    (PauseGround.IMPEDIMENT, _l("Un impedimento o una recusación")),
    (PauseGround.COMPETENCE_CONFLICT, _l("Un conflicto de competencias")),
    (ThirdMeans.EMAIL, _l("Por correo electrónico")),
    (ThirdMeans.ADDRESS, _l("En su dirección, o por un medio más eficaz")),
    (ThirdMeans.PUBLISHED, _l("Publicado en los avisos y en un medio")),
    (RejectionGround.DISRESPECTFUL, _l("Es irrespetuosa")),
    (RejectionGround.NOT_CLARIFIED, _l("No se aclaró a tiempo qué pide")),
    (ProposedAct.ANNUL, _l("Anular el número")),
    (ProposedAct.RECLASSIFY, _l("Cambiar el tipo")),
    (ProposalStatus.PROPOSED, _l("Por decidir")),
    (ProposalStatus.APPROVED, _l("Aprobada")),
    (ProposalStatus.REFUSED, _l("No aprobada")),
    (AnswerStatus.PROPOSED, _l("Por aprobar")),
    (AnswerStatus.PUBLISHED, _l("Publicada")),
    (AnswerStatus.REFUSED, _l("No aprobada")),
    (AnswerStatus.WITHDRAWN, _l("Retirada")),
    (RuleStatus.PROPOSED, _l("Por decidir")),
    (RuleStatus.APPROVED, _l("Aprobado")),
    (RuleStatus.REFUSED, _l("No aprobado")),
    (Remedy.RECONSIDERATION, _l("Recurso de reposición")),
    (Remedy.APPEAL, _l("Recurso de apelación")),
    (Remedy.INSISTENCE, _l("Insistencia ante el juez")),
    (Remedy.NOT_ANSWERED, _l("La respuesta no dice lo que pidió")),
    (Remedy.REFUSED_APPEAL, _l("Recurso de queja, porque se rechazó la apelación")),
    (InterruptionGround.DOCUMENTS, _l("El juez pidió documentos o información")),
    (InterruptionGround.SECTION, _l("La entidad le pidió al Consejo de Estado asumir el asunto")),
    (InterruptionEnd.RECEIVED, _l("El juez recibió lo que pidió")),
    (InterruptionEnd.DECLINED, _l("El Consejo de Estado no lo asumió: sigue el juez")),
    (InterruptionEnd.TAKEN_OVER, _l("El Consejo de Estado lo asumió")),
    (Stage.TO_DECIDE, _l("Por decidir")),
    (Stage.TO_SEND, _l("Por enviar al juez")),
    (Stage.WITH_JUDGE, _l("Con el juez")),
    (Stage.TO_NOTIFY, _l("Decidido, por notificar")),
    (Stage.OVER, _l("Terminado")),
    (Outcome.YES, _l("Sí")),
    (Outcome.PARTLY, _l("En parte")),
    (Outcome.NO, _l("No")),
    (Capacity.SELF, _l("Por sí misma")),
    (Capacity.ATTORNEY, _l("Como apoderado o abogado, con poder")),
    (Capacity.GUARDIAN, _l("Por un niño, una niña o una persona a su cargo")),
    (Capacity.NEIGHBOUR, _l("Por alguien que no puede hacerlo, como un vecino o un familiar")),
    (Capacity.ORGANISATION, _l("Por una organización, junta o fundación")),
    (Capacity.COMPANY, _l("Por una empresa o un negocio")),
    (Capacity.GROUP, _l("Por un grupo de personas")),
    (Capacity.AUTHORITY, _l("Por otra entidad pública")),
    (Capacity.JOURNALIST, _l("Como periodista, para su trabajo")),
    (PriorityGround.LIFE, _l("Peligro para la vida o la integridad")),
    (PriorityGround.PERHAPS_LIFE, _l("Posible riesgo para la vida")),
    (PriorityGround.CHILD, _l("Pide un menor de edad")),
    (PriorityGround.ABOUT_CHILD, _l("Trata de una niña, un niño o un adolescente")),
    (PriorityGround.OLDER, _l("Persona mayor")),
    (PriorityGround.DISABILITY, _l("Persona con discapacidad")),
    (PriorityGround.PREGNANCY, _l("Mujer embarazada")),
    (PriorityGround.VICTIM, _l("Víctima del conflicto o de violencia")),
    (PriorityGround.VETERAN, _l("Veterano de la fuerza pública")),
    (PriorityGround.RIGHT, _l("Derecho fundamental en riesgo, con daño sin remedio")),
    (PriorityGround.PRESS, _l("Periodista en su trabajo")),
    (Channel.WEB, _l("Página web")),
    (Channel.WINDOW, _l("Ventanilla")),
    (Channel.TELEPHONE, _l("Teléfono")),
    (Channel.POST, _l("Correo postal")),
    (Channel.EMAIL, _l("Correo electrónico")),
    (Channel.MOBILE_TEAM, _l("Brigada")),
    (Channel.SOCIAL_NETWORK, _l("Red social")),
    (Channel.CHAT, _l("Chat")),
    (Channel.API, _l("Otra aplicación")),
    (Channel.EVALUATION, _l("Evaluación de la atención")),
    (Channel.TRANSFERRED, _l("Traslado de otra entidad")),
    (Channel.IMPORTED, _l("Sistema anterior")),
    (Tongue.SPANISH, _l("Español")),
    (Tongue.NASA_YUWE, _l("Nasa Yuwe (pueblo nasa)")),
    (Tongue.NAMTRIK, _l("Namtrik (pueblo misak)")),
    (Tongue.EMBERA, _l("Embera (chamí, katío, eperara)")),
    (Tongue.WOUN_MEU, _l("Woun meu (pueblo wounaan)")),
    (Tongue.INGA, _l("Inga")),
    (Tongue.WAYUUNAIKI, _l("Wayuunaiki (pueblo wayuu)")),
    (Tongue.PALENQUERO, _l("Lengua palenquera")),
    (Tongue.RAIZAL, _l("Creole (pueblo raizal)")),
    (Tongue.ROMANI, _l("Romaní (pueblo rrom)")),
    (Tongue.SIGNS, _l("Lengua de señas colombiana")),
    (Tongue.ENGLISH, _l("Inglés")),
    (Tongue.OTHER, _l("Otra lengua")),
    (Role.CLERK, _l("Ventanilla")),
    (Role.OFFICIAL, _l("Funcionario")),
    (Role.HEAD, _l("Jefe")),
    (Role.SUPERVISOR, _l("Supervisión")),
    (Role.INTERNAL_CONTROL, _l("Control interno")),
    (Role.OMBUDSMAN, _l("Personería")),
    (Role.AUDITOR, _l("Auditoría")),
    (Role.ADMIN, _l("Administración")),
)
WORDS: Final[dict[tuple[type[StrEnum], StrEnum], LazyString]] = {
    (type(value), value): said for value, said in _SAID
}
"""By list too: members of two lists with the same value are equal, and are not said the same."""

EVENTS: Final = {
    "filed": _l("Radicada"),
    "assigned": _l("Asignada"),
    "reclassified": _l("Cambió de tipo"),
    "completion_requested": _l("Se pidió completar"),
    "completion_extended": _l("Más tiempo para completar"),
    "completed": _l("Completada"),
    "text_added": _l("Se agregó algo"),
    "office_wrote": _l("Mensaje de la oficina"),
    "parts_settled": _l("Se miró cuántos asuntos trata"),
    "part_contributed": _l("Otra dependencia escribió su parte"),
    "part_moved": _l("Un asunto pasó a otra dependencia o entidad"),
    "petitioner_wrote": _l("Mensaje de quien pide"),
    "returned": _l("Devuelta para aclarar"),
    "paused": _l("Término suspendido"),
    "resumed": _l("Término reanudado"),
    "extended": _l("Prorrogada"),
    "transferred": _l("Trasladada"),
    "rejected": _l("Rechazada"),
    "withdrawn": _l("Desistida"),
    "continued_officially": _l("Sigue de oficio"),
    "replied": _l("Respuesta firmada"),
    "delivered": _l("Entregada"),
    "appealed": _l("Recurso presentado"),
    "evidence_ordered": _l("Pruebas en el recurso"),
    "evidence_closed": _l("Se terminaron las pruebas"),
    "evidence_shared": _l("Pruebas mostradas a las otras partes"),
    "appeal_moved": _l("El recurso lo decide otra dependencia"),
    "appeal_decided": _l("Se decidió lo que presentó"),
    "appeal_notified": _l("Decisión del recurso entregada"),
    "insistence_sent": _l("Enviada al juez"),
    "insistence_arrived": _l("Llegó al juzgado"),
    "insistence_interrupted": _l("Se interrumpieron los días del juez"),
    "interruption_ended": _l("Terminó la interrupción"),
    "insistence_ruled": _l("El juez decidió"),
    "annulled": _l("Número anulado"),
    "corrected": _l("Corregida"),
    "reckoned": _l("Fecha recalculada"),
    "breached": _l("Venció sin respuesta"),
    "duty_met": _l("Se anotó un deber cumplido"),
    "third_party_noted": _l("La decisión puede afectar a alguien más"),
    "third_party_told": _l("Se le comunicó a alguien más"),
    "third_party_heard": _l("Respondió alguien a quien puede afectar"),
    "notice_posted": _l("Publicada en los avisos"),
    "notice_withdrawn": _l("Retirada de los avisos"),
}

MISSING: Final = {
    "name": _l("Nombre"),
    "document": _l("Documento de identidad"),
    "email": _l("Correo electrónico"),
    "postal_address": _l("Dirección para la respuesta"),
    "phone": _l("Teléfono"),
    "reply_by": _l("Cómo recibir la respuesta"),
    "happened_on": _l("Fecha de los hechos"),
    "place": _l("Lugar de los hechos"),
    "identity": _l("Quién presenta la petición"),
    "body": _l("Nombre de la organización, empresa, entidad o grupo"),
    "body_document": _l("NIT"),
    "represented": _l("Nombre de la persona por quien se pide"),
    "power": _l("Poder para pedir por otra persona"),
    "involved": _l("Quiénes participaron, o de qué oficina son"),
    "proof": _l("Una foto, un documento, o cómo lo sabe"),
}


class Words:
    """What templates ask for the Spanish of a value."""

    def kind(self, kind: Kind) -> LazyString:
        """The name of a kind."""
        return KINDS[kind].name

    def about(self, kind: Kind) -> KindWords:
        """Name, meaning and example of a kind."""
        return KINDS[kind]

    def of(self, value: StrEnum) -> LazyString:
        """Any other closed list."""
        return WORDS[type(value), value]

    def event(self, event: Event) -> LazyString:
        """What happened, in one or two words."""
        return EVENTS[event.name]

    def missing(self, what: str) -> LazyString:
        """A piece of a petition that was left out."""
        return MISSING[what]


words = Words()
