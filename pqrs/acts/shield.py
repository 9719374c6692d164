"""The conflict shield: whom a report or a complaint names never has it, nor does their office.

Norm: CPACA art. 11. It is asked of every word the petitioner writes, at first and later, and of all
of them when the case becomes one that accuses: from then on whoever is named does not see it, and
the case leaves their hands.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify, tell
from pqrs.acts.office import Office
from pqrs.law import Assigned, Kind, PartMoved, lawful_matters
from pqrs.models import SYSTEM, Official, Petition, PetitionText, facts_of
from pqrs.office import Pack, Role, for_routing
from pqrs.office.conflict import named_departments, named_people

REASON = "El texto nombra a la dependencia que la tenía, que no puede decidir sobre sí misma."
ACCUSING = frozenset({Kind.REPORT, Kind.COMPLAINT})
"""The kinds that are about what somebody did; the others may thank a person by name."""


@dataclass(frozen=True)
class Accused:
    """Codes of offices, their people's among them, and ids of members of the staff."""

    departments: tuple[str, ...]
    officials: tuple[int, ...]


def accused_in(session: Session, texts: Iterable[str], pack: Pack) -> Accused:
    """Whom the texts name, with accounts that are no longer in use too. One statement."""
    texts = tuple(texts)
    rows = session.execute(
        select(Official.id, Official.name, Official.role, Official.department)
    ).all()
    names = [(row.id, row.name) for row in rows]
    called = {person for text in texts for person in named_people(text, names)}
    people = [row for row in rows if row.id in called]
    in_text = [code for text in texts for code in named_departments(text, pack.departments)]
    offices = [office_of(row.role, row.department, pack) for row in people]
    departments = dict.fromkeys(code for code in (*in_text, *offices) if code)
    return Accused(tuple(departments), tuple(row.id for row in people))


def office_of(role: Role, department: str | None, pack: Pack) -> str | None:
    """Where somebody works: internal control and the desk, by their role alone."""
    control = pack.control_office()
    if role is Role.INTERNAL_CONTROL and control is not None:
        return control.code
    return department or (pack.entity.citizen_service if role is Role.CLERK else None)


def is_against_control(named: Iterable[str], pack: Pack) -> bool:
    """Whether internal control is among those complained about: then the ombudsman decides."""
    control = pack.control_office()
    return control is not None and control.code in named


def shield(
    session: Session, petition: Petition, office: Office, *, version: int | None = None
) -> None:
    """Look for names in that text, or in all of them; take the case from whoever they name."""
    if not is_accusing(petition):
        return
    query = select(PetitionText.body).where(PetitionText.petition_id == petition.id)
    if version is not None:
        query = query.where(PetitionText.version == version)
    found = accused_in(session, (petition.subject, *session.scalars(query)), office.pack)
    departments = list(dict.fromkeys((*petition.named_departments, *found.departments)))
    petition.named_officials = sorted({*petition.named_officials, *found.officials})
    petition.named_departments = departments
    petition.for_ombudsman = is_against_control(departments, office.pack)
    moved = [*take_matters(petition, office)]
    if petition.department in departments and petition.routed_by != "intake":
        take_away(session, petition, office)
    for event in moved:
        notify(session, petition, event, office.pack)


def is_accusing(petition: Petition) -> bool:
    """Of its kind, or of that of one of its parts."""
    kinds = {petition.kind, *(part.kind for part in petition.standing().parts)}
    return not ACCUSING.isdisjoint(kinds)


def take_matters(petition: Petition, office: Office) -> Iterator[PartMoved]:
    """Those of whoever is named, back to who has the case; which of them are news to that one."""
    standing = petition.standing()
    for place, matter in enumerate(standing.matters, 1):
        is_theirs = matter.department in petition.named_departments
        is_ours = office.pack.is_assignable(matter.department)
        if is_theirs and is_ours and lawful_matters.move(standing, place) is None:
            event = PartMoved(office.clock(), place, "", REASON)
            petition.record(event, actor=SYSTEM)
            if matter.department != standing.department:
                yield event


def take_away(session: Session, petition: Petition, office: Office) -> None:
    """To internal control, or before whoever routes when that is named too."""
    if petition.phase.is_final:
        return
    heir = office.pack.control_office(besides=petition.named_departments)
    event = Assigned(
        at=office.clock(),
        department=heir.code if heir else office.pack.entity.citizen_service,
        reason=REASON,
        by="rule" if heir else "intake",
    )
    petition.record(event, actor=SYSTEM)
    if heir:
        notify(session, petition, event, office.pack)
        return
    telling = for_routing(
        is_past_desk=facts_of(petition).is_past_desk, for_ombudsman=petition.for_ombudsman
    )
    tell(session, petition, telling, event, office.pack)
