"""An event becomes rows in the outbox. They leave after the commit, by `deliver_notices`."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import (
    Appealed,
    Assigned,
    CompletionExtended,
    CompletionRequested,
    Event,
    PartMoved,
    PartsSettled,
    Priority,
)
from pqrs.models import Notice, NoticeStatus, Petition, facts_of, unnamed
from pqrs.office import Audience, Circumstances, Pack, Role, Telling, leaves_at, tellings
from pqrs.office.notices import PART, PART_BACK, PART_SENT, to_holder
from pqrs.office.phones import text_address


def notify(session: Session, petition: Petition, event: Event, pack: Pack) -> None:
    """Write one notice for each person the table of `office/notices.py` names.

    A petitioner without an address is told by the tracking page; the row says so.
    """
    circumstances = replace(
        circumstances_of(petition),
        goes_up=isinstance(event, Appealed) and event.superior is not None,
    )
    for telling in tellings(event.name, circumstances):
        tell(session, petition, telling, event, pack)
    if isinstance(event, PartMoved):
        tell_of_move(session, petition, event, pack)
    elif isinstance(event, PartsSettled | Assigned):
        tell_parts(session, petition, event)


def tell_of_move(session: Session, petition: Petition, event: PartMoved, pack: Pack) -> None:
    """Whoever sees to it now; the person, when that is another authority."""
    if event.outside:
        tell(session, petition, PART_SENT, event, pack)
    elif event.department:
        tell_parts(session, petition, event)
    else:
        for telling in to_holder(PART_BACK, circumstances_of(petition)):
            found = addresses(session, petition, telling.audience, pack)
            write(session, petition, telling, event, found, told_of("", [event.matter]))


def tell_parts(session: Session, petition: Petition, event: Event) -> None:
    """Each other department that has yet to write, once; not before somebody has the case.

    Of a report nobody is told: it is not passed around.
    """
    if petition.routed_by == "intake" or petition.holds_report:
        return
    standing, told = petition.standing(), told_last(session, petition)
    to_tell: dict[str, list[int]] = {}
    for place, matter in enumerate(standing.matters, 1):
        if standing.is_awaited(matter) and told.get(place) != matter.department:
            to_tell.setdefault(matter.department, []).append(place)
    for department, places in to_tell.items():
        heads: list[str | None] = [*unnamed(session, petition, Role.HEAD, department)]
        write(session, petition, PART, event, heads or [None], told_of(department, places))


def told_of(department: str, matters: Sequence[int]) -> dict[str, Any]:
    """What a notice says of itself, so that `told_last` knows; "" is whoever has the case."""
    return {"told": department, "matters": list(matters)}


def told_last(session: Session, petition: Petition) -> dict[int, str]:
    """Of each matter, the last department that was told that it is its."""
    query = select(Notice.details).where(
        Notice.petition_id == petition.id, Notice.letter.in_((PART.letter, PART_BACK.letter))
    )
    return {
        place: details["told"]
        for details in session.scalars(query.order_by(Notice.id))
        for place in details.get("matters", ())
    }


def circumstances_of(petition: Petition) -> Circumstances:
    """What, beside an event, changes who is told of it."""
    return Circumstances(
        is_urgent=petition.priority is Priority.URGENT,
        waits_for_routing=petition.routed_by == "intake",
        is_report=petition.holds_report,
        is_past_desk=facts_of(petition).is_past_desk,
        for_ombudsman=petition.for_ombudsman,
    )


def tell(session: Session, petition: Petition, telling: Telling, event: Event, pack: Pack) -> None:
    """Write the notices of one letter, one for each person of its audience."""
    found = addresses(session, petition, telling.audience, pack)
    write(session, petition, telling, event, found)


def write(
    session: Session,
    petition: Petition,
    telling: Telling,
    event: Event,
    found: Sequence[str | None],
    more: Mapping[str, Any] | None = None,
) -> None:
    """One notice for each of these addresses, with `more` details than all of them have."""
    next_try, details = event.at, details_of(petition) | asked_details(petition, event)
    details |= more or {}
    if telling.audience is Audience.PETITIONER:
        details["language"] = petition.language
    else:
        next_try = leaves_at(event.at, circumstances_of(petition))
    for address in found:
        session.add(
            Notice(
                petition_id=petition.id,
                letter=telling.letter,
                audience=telling.audience,
                address=address,
                details=details,
                urgent=telling.at_once or petition.priority is Priority.URGENT,
                status=NoticeStatus.PENDING if address else NoticeStatus.NO_CHANNEL,
                created_at=event.at,
                next_try_at=next_try,
                sent_at=None,
                trouble=None,
            )
        )


def details_of(petition: Petition) -> dict[str, Any]:
    """What a letter says of a case. No words of the petition and no name: mail is not private."""
    return {
        "number": petition.number,
        "due_on": petition.due_on.isoformat() if petition.due_on else None,
        "department": petition.department,
        "kind": petition.kind.value,
        "filed_at": petition.filed_at.isoformat(),
    }


def asked_details(petition: Petition, event: Event) -> dict[str, Any]:
    """Until when the petitioner may send what is asked of them."""
    if not isinstance(event, CompletionRequested | CompletionExtended):
        return {}
    respond_by = petition.standing().respond_by
    return {"respond_by": respond_by.isoformat() if respond_by else None}


def addresses(
    session: Session, petition: Petition, audience: Audience, pack: Pack
) -> list[str | None]:
    """Where an audience is reached; `[None]` without an address, so that the gap is on record."""
    if audience is Audience.PETITIONER:
        return [petitioner_address(petition)]
    if audience is Audience.DUTY_CONTACT:
        return duty_addresses(session, petition, pack)
    return staff_addresses(session, petition, audience) or [None]


def duty_addresses(session: Session, petition: Petition, pack: Pack) -> list[str | None]:
    """Who is on duty: danger to life is told to somebody.

    In an entity without a duty contact, the heads of the case's department, or else the clerks.
    """
    if pack.entity.duty_contact:
        return [pack.entity.duty_contact]
    return (
        staff_addresses(session, petition, Audience.DEPARTMENT)
        or staff_addresses(session, petition, Audience.CLERK)
        or [None]
    )


def petitioner_address(petition: Petition) -> str | None:
    """Their e-mail, when they asked to be answered by it; without any, their mobile telephone."""
    person = petition.petitioner
    if person is None:
        return None
    if person.email:
        return person.email if petition.reply_by == "email" else None
    return text_address(person.phone)


STAFF_ROLES = {
    Audience.CLERK: Role.CLERK,
    Audience.INTERNAL_CONTROL: Role.INTERNAL_CONTROL,
    Audience.OMBUDSMAN: Role.OMBUDSMAN,
    Audience.DEPARTMENT: Role.HEAD,
    Audience.SUPERIOR: Role.HEAD,
}


def staff_addresses(session: Session, petition: Petition, audience: Audience) -> list[str | None]:
    """The active people of the role; of the case's own department when the role is a head's.

    Nobody whom the case complains about, nor anybody of their office. Without an ombudsman who may
    be told, the supervisor.
    """
    role = STAFF_ROLES[audience]
    if role is Role.HEAD:
        body = petition.appeal_to if audience is Audience.SUPERIOR else petition.department
        return [*unnamed(session, petition, role, body)] if body else []
    found = unnamed(session, petition, role)
    if role is Role.OMBUDSMAN and not found:
        found = unnamed(session, petition, Role.SUPERVISOR)
    return [*found]
