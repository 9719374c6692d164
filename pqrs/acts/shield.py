"""The conflict shield: whoever a report of wrongdoing names never has it, nor does their office.

Norm: CPACA art. 11. It is asked of every word the petitioner writes, at first and later: what a
later message names is kept from them from then on, and the case leaves their hands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import Assigned, Kind
from pqrs.models import SYSTEM, Official, Petition, PetitionText
from pqrs.office import Pack, Role
from pqrs.office.conflict import named_departments, named_people

REASON = "El texto nombra a la dependencia que la tenía, que no puede decidir sobre sí misma."


@dataclass(frozen=True)
class Accused:
    """Codes of offices, their people's among them, and ids of members of the staff."""

    departments: tuple[str, ...]
    officials: tuple[int, ...]


def accused_in(session: Session, text: str, pack: Pack) -> Accused:
    """Whom a text names. One statement."""
    rows = session.execute(
        select(Official.id, Official.name, Official.role, Official.department).where(
            Official.active.is_(True)
        )
    ).all()
    called = set(named_people(text, [(row.id, row.name) for row in rows]))
    people = [row for row in rows if row.id in called]
    control = pack.control_office()
    offices = [
        control.code if control and row.role is Role.INTERNAL_CONTROL else row.department
        for row in people
    ]
    in_text = named_departments(text, pack.departments)
    departments = dict.fromkeys(code for code in (*in_text, *offices) if code)
    return Accused(tuple(departments), tuple(row.id for row in people))


def is_against_control(named: Iterable[str], pack: Pack) -> bool:
    """Whether internal control is among those complained about: then the ombudsman decides."""
    control = pack.control_office()
    return control is not None and control.code in named


def shield(session: Session, petition: Petition, version: int | None, office: Office) -> None:
    """Look for names in a later text of a report; take the case away from whoever it names."""
    if petition.kind is not Kind.REPORT or version is None:
        return
    query = select(PetitionText.body).where(
        PetitionText.petition_id == petition.id, PetitionText.version == version
    )
    found = accused_in(session, session.scalar(query) or "", office.pack)
    departments = list(dict.fromkeys((*petition.named_departments, *found.departments)))
    petition.named_officials = sorted({*petition.named_officials, *found.officials})
    petition.named_departments = departments
    petition.for_ombudsman = is_against_control(departments, office.pack)
    if petition.department in departments and petition.routed_by != "intake":
        take_away(session, petition, office)


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
