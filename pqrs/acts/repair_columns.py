"""Write the computed columns anew where they are not what the events say, on record."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.models import AuditEntry
from pqrs.models.reckoning import wrong_columns
from pqrs.models.tally import move_tallies
from pqrs.office.tallies import petition_tallies


@dataclass(frozen=True)
class Repaired:
    """`differing`: by column, what was kept and what is right. `fault`: it could not be read."""

    number: str
    differing: dict[str, tuple[Any, Any]]
    fault: str = ""


def repair_columns(session: Session, office: Office) -> tuple[Repaired, ...]:
    """What was wrong; what cannot be read stays as it is and says why."""
    found = []
    for wrong in wrong_columns(session):
        petition = wrong.petition
        before = tuple(petition_tallies(petition.figures()))
        for name, (_kept, right) in wrong.differing.items():
            setattr(petition, name, right)
        move_tallies(session, before, petition_tallies(petition.figures()))
        found.append(Repaired(petition.number, wrong.differing, wrong.fault))
        if wrong.differing:
            session.add(
                AuditEntry(
                    at=office.clock(),
                    official_id=None,
                    action="columns_repaired",
                    petition_id=petition.id,
                    details={
                        name: [str(kept), str(right)]
                        for name, (kept, right) in wrong.differing.items()
                    },
                )
            )
    session.flush()
    return tuple(found)
