"""What this person may do about a case: offered, or explained with the norm that forbids it now."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.app import reading
from pqrs.extensions import db
from pqrs.law import Refusal, lawful, lawful_duties, lawful_matters, lawful_third_parties
from pqrs.office import CaseFacts, Permission, Viewer, allowed
from pqrs.queries.answer_desk import may_publish
from pqrs.queries.petition_page import CasePage
from pqrs.web.desk.act_link import ActLink, OtherAct
from pqrs.web.desk.contest_acts import CONTEST_ACTS
from pqrs.web.pages import the_app


@dataclass(frozen=True)
class Offer:
    """An act this person may do. `refusal`: why the law does not let it happen now."""

    refusal: str = ""


@dataclass(frozen=True)
class Offers:
    """None: not this person's to do, so the page does not speak of it."""

    draft: Offer | None
    sign: Offer | None
    transfer: Offer | None
    route: Offer | None
    others: tuple[OtherAct, ...]
    contest: tuple[OtherAct, ...]

    @property
    def possible(self) -> tuple[OtherAct, ...]:
        """Those that may be done now."""
        return tuple(one for one in self.others if not one.refusal)

    @property
    def refused(self) -> tuple[OtherAct, ...]:
        """Those that the law does not let happen now."""
        return tuple(one for one in self.others if one.refusal)


def is_signed(case: CasePage) -> bool:
    """Whether its newest answer is signed."""
    return case.reply is not None and case.reply.signed_at is not None


def is_source(case: CasePage) -> bool:
    """Whether what it was answered may be published at all."""
    with reading():
        return may_publish(db.session(), case.number, the_app().office.pack)


OTHERS: Final = (
    ActLink(
        Permission.WRITE_TO_PERSON,
        "desk.ask_person",
        _l("Preguntarle o escribirle a la persona, por su código"),
        _l("No se le puede escribir"),
        lambda case, _on: lawful.converse(case.standing),
    ),
    ActLink(
        Permission.ASK_COMPLETION,
        "desk.ask_completion",
        _l("Falta información: pedir que complete"),
        _l("No se puede pedir que complete"),
        lambda case, on: lawful.request_completion(case.standing, on, case.rules.readings),
    ),
    ActLink(
        Permission.EXTEND_TERM,
        "desk.ask_extension",
        _l("No alcanza el tiempo: prorrogar"),
        _l("No se puede prorrogar"),
        lambda case, on: lawful.extend(case.standing, on, None, case.rules.readings),
    ),
    ActLink(
        Permission.RETURN_TO_INTAKE,
        "desk.ask_return",
        _l("No es de mi dependencia: devolver a la ventanilla"),
        _l("No se puede devolver"),
        lambda case, _on: lawful.assign(case.standing),
    ),
    ActLink(
        Permission.TRANSFER_CASE,
        "desk.ask_transfer",
        _l("Es de otra entidad: trasladar"),
        _l("No se puede trasladar"),
        lambda case, on: lawful.transfer(case.standing, on),
    ),
    ActLink(
        Permission.CHANGE_KIND,
        "desk.ask_kind",
        _l("Es de otro tipo: cambiarlo"),
        _l("No se puede cambiar el tipo"),
        lambda case, _on: lawful.reclassify(case.standing),
    ),
    ActLink(
        Permission.PROPOSE_KIND,
        "desk.ask_other_kind",
        _l("Es de otro tipo: proponer el cambio"),
        _l("No se puede cambiar el tipo"),
        lambda case, _on: lawful.reclassify(case.standing),
    ),
    ActLink(
        Permission.ASK_COMPLETION,
        "desk.ask_clarification",
        _l("No se entiende qué pide: devolver para que aclare"),
        _l("No se puede devolver para que aclare"),
        lambda case, on: lawful.return_unclear(case.standing, on),
    ),
    ActLink(
        Permission.PAUSE_TERM,
        "desk.ask_pause",
        _l("Hay un impedimento o conflicto: suspender el término"),
        _l("No se puede suspender"),
        lambda case, on: lawful.pause(case.standing, on),
        lambda case: case.standing.stop is None,
    ),
    ActLink(
        Permission.PAUSE_TERM,
        "desk.ask_resumption",
        _l("Ya se decidió el impedimento o el conflicto: reanudar el término"),
        _l("No se puede reanudar"),
        lambda case, _on: lawful.resume(case.standing),
        lambda case: case.standing.stop is not None and not case.standing.waits_for_petitioner,
    ),
    ActLink(
        Permission.NOTE_DUTY,
        "desk.ask_duty",
        _l("Ya se hizo algo que la ley pide: anotar el día"),
        _l("No se puede anotar"),
        lambda case, _on: lawful_duties.note_duty(case.standing),
        lambda case: bool(lawful_duties.to_note(case.standing)),
    ),
    ActLink(
        Permission.TELL_THIRD_PARTIES,
        "desk.ask_telling",
        _l("La decisión puede afectar a otras personas: comunicarles"),
        _l("No se puede comunicar a otras personas"),
        lambda case, _on: lawful_third_parties.tell(case.standing),
    ),
    ActLink(
        Permission.TELL_THIRD_PARTIES,
        "desk.ask_hearing",
        _l("Una de esas personas respondió: anotar lo que dijo"),
        _l("No se puede anotar lo que dijo"),
        lambda case, _on: lawful_third_parties.hear(case.standing),
        lambda case: bool(case.standing.third_noted_on or case.standing.third_told_on),
    ),
    ActLink(
        Permission.WITHDRAW_TACITLY,
        "desk.ask_withdrawal",
        _l("No completó a tiempo: declarar el desistimiento"),
        _l("No se puede declarar el desistimiento"),
        lambda case, on: lawful.withdraw_tacitly(case.standing, on),
        lambda case: case.standing.waits_for_petitioner,
    ),
    ActLink(
        Permission.CONTINUE_OFFICIALLY,
        "desk.ask_continuation",
        _l("La persona la retiró, pero es de interés público: seguir de oficio"),
        _l("No se puede seguir de oficio"),
        lambda case, _on: lawful.continue_officially(case.standing),
        lambda case: case.standing.is_withdrawn,
    ),
    ActLink(
        Permission.REJECT_CASE,
        "desk.ask_rejection",
        _l("Es irrespetuosa o no se aclaró: rechazar"),
        _l("No se puede rechazar"),
        lambda case, on: lawful.reject(case.standing, on),
    ),
    ActLink(
        Permission.PROPOSE_ANSWER,
        "desk.ask_publication",
        _l("La respuesta le sirve a más gente: publicarla sin decir quién preguntó"),
        _l("No se puede publicar la respuesta"),
        lambda _case, _on: None,
        lambda case: is_signed(case) and is_source(case),
    ),
    ActLink(
        Permission.RECORD_DELIVERY,
        "desk.ask_notice",
        _l("No hay cómo avisarle: publicar en los avisos"),
        _l("No se puede publicar en los avisos"),
        lambda case, _on: lawful.post_notice(case.standing),
        lambda case: lawful.post_notice(case.standing) is None,
    ),
)
"""In the order in which they are shown: the most common first."""


def is_allowed(permission: Permission, viewer: Viewer, facts: CaseFacts | None = None) -> bool:
    """As `office.allowed`, with who signs in this entity."""
    return allowed(permission, viewer, facts, the_app().office.pack.entity.signer)


def offers(case: CasePage, viewer: Viewer, on: date) -> Offers:
    """Permission says whether the page speaks of an act; the law, whether it can be done now."""

    def offer(permission: Permission, refusal: Refusal | None) -> Offer | None:
        if not is_allowed(permission, viewer, case.facts):
            return None
        return Offer(str(refusal) if refusal else "")

    standing = case.standing
    return Offers(
        draft=offer(Permission.DRAFT_REPLY, lawful.draft(standing)),
        sign=offer(Permission.SIGN_REPLY, lawful_matters.sign(standing)),
        transfer=offer(Permission.TRANSFER_CASE, lawful.transfer(standing, on)),
        route=offer(Permission.ROUTE_FIRST, lawful.assign(standing)),
        others=tuple(acts_of(OTHERS, case, viewer, on)),
        contest=tuple(acts_of(CONTEST_ACTS, case, viewer, on)),
    )


def acts_of(
    table: tuple[ActLink, ...], case: CasePage, viewer: Viewer, on: date
) -> Iterator[OtherAct]:
    """The rows of the table that this person may press, or read why not."""
    for one in table:
        if one.when(case) and is_allowed(one.permission, viewer, case.facts):
            yield one.told(case, on)
