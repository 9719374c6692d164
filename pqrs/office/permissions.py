"""Who may do what: one table, read aloud from top to bottom.

A permission has alternatives; one that holds is enough. An alternative is a list of one-line
predicates that must all hold. What the *law* forbids in a case is `law/lawful.py`, not here.
Without the facts of a case only the role is asked: "may this person ever do this?". A door asks
that; the act then asks again with the facts.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import TypeAlias

from pqrs.law import IdentityLevel, Kind, Phase


class Role(StrEnum):
    """The hats of the staff; the words are stored."""

    CLERK = "clerk"
    OFFICIAL = "official"
    HEAD = "head"
    SUPERVISOR = "supervisor"
    INTERNAL_CONTROL = "internal_control"
    OMBUDSMAN = "ombudsman"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Permission(Enum):
    """Each with the sentence a page shows for it."""

    FILE_FOR_SOMEONE = "Radicar en nombre de una persona que llega o llama"
    READ_CASE = "Leer una petición, sus adjuntos y su respuesta"
    READ_IDENTITY = "Ver quién presentó una petición que no es reservada"
    READ_RESERVED_IDENTITY = "Ver una identidad reservada, dejando escrito el motivo"
    WRITE_TO_PERSON = "Escribirle, por su código, a quien denuncia o no dio su nombre"
    WRITE_NOTE = "Dejar una nota interna en una petición"
    DRAFT_REPLY = "Escribir el borrador de la respuesta"
    SIGN_REPLY = "Firmar la respuesta"
    RECORD_DELIVERY = "Anotar que la respuesta llegó a la persona"
    ASK_COMPLETION = "Pedir a la persona lo que falta, o que aclare"
    EXTEND_TERM = "Prorrogar el término, avisando antes de que venza"
    PAUSE_TERM = "Suspender el término por impedimento o conflicto de competencias, y reanudarlo"
    NOTE_DUTY = "Anotar que ya se hizo lo que la ley pide fuera de este sistema"
    TELL_THIRD_PARTIES = "Comunicar una petición a los terceros que la decisión puede afectar"
    READ_THIRD_PARTIES = "Ver quiénes son esos terceros y qué dijeron"
    REJECT_CASE = "Rechazar una petición con un acto motivado"
    WITHDRAW_TACITLY = "Declarar el desistimiento de quien no completó, con un acto motivado"
    CONTINUE_OFFICIALLY = "Seguir de oficio con lo que la persona retiró, con un acto motivado"
    DECIDE_APPEAL = "Decidir un recurso, y abrir pruebas en él"
    NOTIFY_APPEAL = "Anotar que la decisión de lo que se presentó llegó a la persona"
    HANDLE_INSISTENCE = "Enviar una insistencia al juez y anotar lo que decidió"
    CONTRIBUTE_PART = "Escribir lo que responde su dependencia en un caso que tiene otra"
    MOVE_PART = "Pasar a otra dependencia un asunto de una petición que trata varios"
    SEND_PART = "Trasladar a otra entidad un asunto de una petición que trata varios"
    SETTLE_PARTS = "Decidir si una petición trata un solo asunto o varios"
    PROPOSE_KIND = "Proponer que cambie el tipo de la petición"
    CHANGE_KIND = "Cambiar el tipo de la petición, con su motivo"
    ROUTE_FIRST = "Decidir qué dependencia responde una petición que espera reparto"
    RETURN_TO_INTAKE = "Devolver una petición que no es de la dependencia"
    ASSIGN_OFFICIAL = "Encargar una petición a un funcionario de la dependencia"
    REASSIGN = "Pasar una petición ya repartida a otra dependencia"
    TRANSFER_CASE = "Trasladar una petición a la entidad competente"
    SEE_QUEUE = "Ver la bandeja de su dependencia"
    SEE_INTAKE = "Ver la ventanilla: lo que espera reparto"
    SEE_ALL_METADATA = "Ver número, fechas, dependencia y estado de todas las peticiones"
    SEE_BOARD = "Ver el tablero del servicio"
    READ_EVALUATIONS = "Leer las evaluaciones de las oficinas de su dependencia"
    READ_ALL_EVALUATIONS = "Leer todas las evaluaciones, una por una"
    REVIEW_EVALUATION = "Revisar la opinión de quien quedó inconforme y decir qué se hizo"
    SEE_REVIEWS = "Ver cuántas opiniones de inconformes esperan revisión, por dependencia"
    PRINT_POSTERS = "Imprimir el cartel con el que se evalúa cada punto de atención"
    SEE_PROPOSALS = "Ver lo que espera a una segunda persona"
    ANNUL_PROPOSE = "Proponer la anulación de un número"
    ANNUL_APPROVE = "Aprobar la anulación de un número"
    SEE_ANSWERS = "Ver las respuestas publicadas y las que esperan aprobación"
    PROPOSE_ANSWER = "Proponer que se publique una respuesta de interés general"
    PUBLISH_ANSWER = "Aprobar y retirar respuestas de interés general"
    SEE_OFFICE = "Ver el calendario, las reglas y lo que espera aprobación"
    EDIT_OFFICE = "Proponer días de cierre, lecturas, temas, lugares y reglas"
    APPROVE_OFFICE = "Aprobar lo que el administrador propuso"
    MANAGE_STAFF = "Crear, cambiar y desactivar las cuentas del personal"
    SEE_AUDIT = "Ver quién hizo y quién miró"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Who asks: a member of the staff, with the code of the department they work for, if any."""

    official_id: int
    role: Role
    department: str | None = None


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What a decision about one case depends on; `department` is a code, None until routed.

    `named_departments` are those the case complains about: none of their people may see it; nor may
    `named_officials`. `for_ombudsman`: it complains about internal control itself.
    `is_unheard`: about the ombudsman too, or there is none who may see it.
    `appeal_to`: the department above that has an apelación to decide. `holds_report`: one of its
    parts is a report. `part_departments`: who sees to some matter of one of several.
    """

    department: str | None
    kind: Kind
    identity: IdentityLevel
    phase: Phase
    waits_for_routing: bool
    named_departments: tuple[str, ...] = ()
    named_officials: tuple[int, ...] = ()
    for_ombudsman: bool = False
    is_unheard: bool = False
    appeal_to: str | None = None
    holds_report: bool = False
    part_departments: tuple[str, ...] = ()

    @property
    def is_report(self) -> bool:
        """Whether it is guarded as one: of its kind, or of that of one of its parts."""
        return self.kind is Kind.REPORT or self.holds_report

    @property
    def is_discreet(self) -> bool:
        """Whether somebody may be watching: a report, or a name kept back."""
        return self.is_report or self.identity is not IdentityLevel.NAMED

    @property
    def is_past_desk(self) -> bool:
        """Whether the intake desk has no part in it: a report, or one about the desk itself.

        What waits for routing stands in the desk's own department.
        """
        names_desk = self.waits_for_routing and self.department in self.named_departments
        return names_desk or self.is_report


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to a predicate: who, about which case, and which role signs in this entity."""

    viewer: Viewer
    facts: CaseFacts | None
    signer: Role


_Predicate: TypeAlias = Callable[[_Asked], bool]


def _role(*roles: Role) -> _Predicate:
    return lambda asked: asked.viewer.role in roles


def _case(predicate: Callable[[Viewer, CaseFacts], bool]) -> _Predicate:
    """A predicate about one case; it does not restrict when no case is at hand."""
    return lambda asked: asked.facts is None or predicate(asked.viewer, asked.facts)


is_clerk = _role(Role.CLERK)
is_official = _role(Role.OFFICIAL)
is_head = _role(Role.HEAD)
is_in_department = _role(Role.OFFICIAL, Role.HEAD)
is_supervisor = _role(Role.SUPERVISOR)
is_internal_control = _role(Role.INTERNAL_CONTROL)
is_ombudsman = _role(Role.OMBUDSMAN)
is_auditor = _role(Role.AUDITOR)
is_admin = _role(Role.ADMIN)
oversees = _role(Role.SUPERVISOR, Role.INTERNAL_CONTROL, Role.OMBUDSMAN, Role.AUDITOR)

owns = _case(
    lambda viewer, facts: viewer.department is not None and viewer.department == facts.department
)
is_not_named = _case(
    lambda viewer, facts: (
        viewer.department not in facts.named_departments
        and viewer.official_id not in facts.named_officials
    )
)
is_for_ombudsman = _case(lambda _viewer, facts: facts.for_ombudsman)
is_for_control = _case(lambda _viewer, facts: not facts.for_ombudsman)
is_unheard = _case(lambda _viewer, facts: facts.is_unheard)
is_discreet = _case(lambda _viewer, facts: facts.is_discreet)
hears_appeal = _case(
    lambda viewer, facts: viewer.department is not None and viewer.department == facts.appeal_to
)
sees_to_part = _case(
    lambda viewer, facts: (
        viewer.department in facts.part_departments
        and (viewer.department != facts.department or facts.waits_for_routing)
    )
)
is_routed = _case(lambda _viewer, facts: not facts.waits_for_routing)
waits_for_routing = _case(lambda _viewer, facts: facts.waits_for_routing)
is_report = _case(lambda _viewer, facts: facts.is_report)
is_no_report = _case(lambda _viewer, facts: not facts.is_report)
is_past_desk = _case(lambda _viewer, facts: facts.is_past_desk)
is_for_desk = _case(lambda _viewer, facts: not facts.is_past_desk)
is_named = _case(lambda _viewer, facts: facts.identity is IdentityLevel.NAMED)
is_reserved = _case(lambda _viewer, facts: facts.identity is IdentityLevel.RESERVED)
is_not_annulled = _case(lambda _viewer, facts: facts.phase is not Phase.ANNULLED)


def signs(asked: _Asked) -> bool:
    """`answers.signer` of entity.toml: the head signs, or any official; a head always may."""
    return asked.viewer.role in {Role.HEAD, asked.signer}


_OWN_CASE = (is_in_department, is_routed, owns, is_not_named)
_INTAKE_CLERK = (is_clerk, waits_for_routing, is_for_desk, is_not_named)
_CONTROL = (is_internal_control, is_not_named, is_for_control)
_OMBUDSMAN = (is_ombudsman, is_not_named, is_for_ombudsman)
_INTAKE_CONTROL = (*_CONTROL, waits_for_routing, is_past_desk)
_INTAKE_OMBUDSMAN = (*_OMBUDSMAN, waits_for_routing, is_past_desk)
_SUPERVISOR = (is_supervisor, is_not_named)
# Of what neither internal control nor the ombudsman may see: somebody must be able to pass it on.
_LAST_RESORT = (*_SUPERVISOR, is_unheard, is_past_desk)
_INTAKE_LAST = (*_LAST_RESORT, waits_for_routing)
_OWN_HEAD = (is_head, is_routed, owns, is_not_named)
_SUPERIOR = (is_head, hears_appeal, is_not_named)
# Of several matters, another department's people see to one; a report is not passed around.
_PART = (is_in_department, sees_to_part, is_no_report, is_not_named)

_TABLE: dict[Permission, tuple[tuple[_Predicate, ...], ...]] = {
    Permission.FILE_FOR_SOMEONE: ((is_clerk,),),
    Permission.READ_CASE: (
        _OWN_CASE,
        _INTAKE_CLERK,
        _CONTROL,
        _OMBUDSMAN,
        _SUPERIOR,
        _LAST_RESORT,
        _PART,
    ),
    Permission.READ_IDENTITY: (
        (*_OWN_CASE, is_named),
        (*_INTAKE_CLERK, is_named),
        (*_CONTROL, is_named),
        (*_OMBUDSMAN, is_named),
        (*_LAST_RESORT, is_named),
        (*_SUPERIOR, is_named),
        (*_PART, is_named),
    ),
    Permission.READ_RESERVED_IDENTITY: (
        (*_OWN_HEAD, is_reserved),
        (*_CONTROL, is_reserved),
        (*_OMBUDSMAN, is_reserved),
    ),
    Permission.WRITE_TO_PERSON: (
        (*_OWN_CASE, is_discreet),
        (*_CONTROL, is_report),
        (*_OMBUDSMAN, is_report),
        (*_LAST_RESORT, is_report),
    ),
    Permission.WRITE_NOTE: (_OWN_CASE, _INTAKE_CLERK, _INTAKE_CONTROL),
    Permission.DRAFT_REPLY: (_OWN_CASE,),
    Permission.SIGN_REPLY: ((*_OWN_CASE, signs),),
    Permission.RECORD_DELIVERY: (_OWN_CASE,),
    Permission.DECIDE_APPEAL: (_OWN_HEAD, _SUPERIOR),
    Permission.NOTIFY_APPEAL: (_OWN_CASE, _SUPERIOR),
    Permission.HANDLE_INSISTENCE: (_OWN_CASE,),
    Permission.ASK_COMPLETION: (_OWN_CASE, _INTAKE_CLERK, _INTAKE_CONTROL),
    Permission.EXTEND_TERM: (_OWN_HEAD,),
    Permission.PAUSE_TERM: (_OWN_HEAD,),
    Permission.NOTE_DUTY: (_OWN_CASE,),
    # The law says whether it may be told: of a report its people read why not.
    Permission.TELL_THIRD_PARTIES: (_OWN_CASE,),
    # Not a department that sees to one matter alone, nor the desk that only routes it.
    Permission.READ_THIRD_PARTIES: (_OWN_CASE, _CONTROL, _OMBUDSMAN, _SUPERIOR),
    Permission.REJECT_CASE: (_OWN_HEAD,),
    Permission.WITHDRAW_TACITLY: (_OWN_HEAD,),
    # What no department had yet is nobody's to go on with, but for what never comes to the counter.
    Permission.CONTINUE_OFFICIALLY: (
        _OWN_HEAD,
        _INTAKE_CONTROL,
        _INTAKE_OMBUDSMAN,
        _INTAKE_LAST,
    ),
    Permission.CONTRIBUTE_PART: (_PART,),
    # Not the head alone, unlike REASSIGN: the case and its date stay with whoever has it, any of
    # them parts it in the first place (SETTLE_PARTS), the entity is one authority (CPACA art. 21),
    # and who moved it and why is on record. The other department comes to read it, with the name
    # unless that is reserved: no more than the parting itself gives. A report does not move.
    Permission.MOVE_PART: ((*_OWN_CASE, is_no_report), _INTAKE_CLERK),
    Permission.SEND_PART: ((*_OWN_HEAD, is_no_report), _INTAKE_CLERK),
    Permission.SETTLE_PARTS: ((*_OWN_CASE, is_no_report), _INTAKE_CLERK),
    Permission.PROPOSE_KIND: (_OWN_CASE,),
    Permission.CHANGE_KIND: (_SUPERVISOR, _INTAKE_CLERK, _INTAKE_CONTROL),
    Permission.ROUTE_FIRST: (_INTAKE_CLERK, _INTAKE_CONTROL, _INTAKE_OMBUDSMAN, _INTAKE_LAST),
    Permission.RETURN_TO_INTAKE: (_OWN_CASE,),
    Permission.ASSIGN_OFFICIAL: (_OWN_HEAD,),
    Permission.REASSIGN: (_OWN_HEAD, (*_SUPERVISOR, is_routed)),
    Permission.TRANSFER_CASE: (
        _OWN_HEAD,
        _INTAKE_CLERK,
        _INTAKE_CONTROL,
        _INTAKE_OMBUDSMAN,
        _INTAKE_LAST,
    ),
    Permission.SEE_QUEUE: ((is_in_department,),),
    Permission.SEE_INTAKE: ((is_clerk,), (is_internal_control,), (is_ombudsman,), (is_supervisor,)),
    Permission.SEE_ALL_METADATA: ((oversees,),),
    Permission.SEE_BOARD: ((oversees,),),
    Permission.READ_EVALUATIONS: ((is_in_department,), (is_internal_control,)),
    Permission.READ_ALL_EVALUATIONS: ((is_internal_control,),),
    Permission.REVIEW_EVALUATION: ((is_head,),),
    Permission.SEE_REVIEWS: ((oversees,),),
    Permission.PRINT_POSTERS: ((is_head,), (is_admin,)),
    Permission.SEE_PROPOSALS: ((is_clerk,), (is_supervisor,), (is_in_department,)),
    Permission.ANNUL_PROPOSE: ((is_clerk, is_not_annulled),),
    Permission.ANNUL_APPROVE: ((*_SUPERVISOR, is_not_annulled),),
    Permission.SEE_ANSWERS: ((is_in_department,), (is_supervisor,)),
    Permission.PROPOSE_ANSWER: (_OWN_CASE,),
    Permission.PUBLISH_ANSWER: ((is_supervisor,),),
    Permission.SEE_OFFICE: ((is_admin,), (is_supervisor,), (is_internal_control,), (is_auditor,)),
    Permission.EDIT_OFFICE: ((is_admin,),),
    Permission.APPROVE_OFFICE: ((is_supervisor,),),
    Permission.MANAGE_STAFF: ((is_admin,),),
    Permission.SEE_AUDIT: ((is_internal_control,), (is_auditor,)),
}


def allowed(
    permission: Permission,
    viewer: Viewer,
    facts: CaseFacts | None = None,
    signer: str = Role.HEAD,
) -> bool:
    """Whether the table says yes; `signer` is `answers.signer` of the entity's pack."""
    asked = _Asked(viewer, facts, Role(signer))
    alternatives = _TABLE[permission]
    return any(all(holds(asked) for holds in alternative) for alternative in alternatives)
