"""What an office that no longer exists was answering goes to the one that has its work now.

It asks for a state, not for a date: run late or twice, it leaves the same.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import Assigned, Phase, local_day, spell_day
from pqrs.models import SYSTEM, Petition, by_number
from pqrs.office import Department


def follow_successors(work: Callable[[], AbstractContextManager[Session]], office: Office) -> int:
    """Move the open cases of each retired department to its successor; answer how many moved.

    Work that left the entity waits at the intake desk to be transferred.
    Each in a transaction of its own. The clock does not notice: the authority is one (Ley 1437 de
    2011, artículo 21).
    """
    today = local_day(office.clock())
    heirs = {
        body.code: heir
        for body in office.pack.internal_departments()
        if (heir := office.pack.body_on(body.code, today)) is not body
    }
    if not heirs:
        return 0
    with work() as session:
        numbers = session.scalars(
            select(Petition.number)
            .where(Petition.department.in_(heirs), Petition.phase.not_in(_ENDED))
            .order_by(Petition.id)
        ).all()
    return sum(_move(work, number, heirs, office) for number in numbers)


_ENDED = tuple(phase for phase in Phase if phase.is_final)


def _move(
    work: Callable[[], AbstractContextManager[Session]],
    number: str,
    heirs: dict[str, Department],
    office: Office,
) -> bool:
    with work() as session:
        petition = by_number(session, number, for_change=True)
        heir = heirs.get(petition.department or "") if petition else None
        if petition is None or heir is None or petition.phase.is_final:
            return False  # somebody was first
        old = office.pack.department(petition.department or "")
        event = Assigned(
            at=office.clock(),
            department=heir.code if heir.internal else office.pack.entity.citizen_service,
            reason=_reason(old, heir),
            by=(petition.routed_by or "rule") if heir.internal else "intake",
            competent=petition.competent if heir.internal else heir.code,
        )
        petition.record(event, actor=SYSTEM)
        if event.by != "intake":
            notify(session, petition, event, office.pack)
        return True


def _reason(old: Department, heir: Department) -> str:
    last = f" hasta el {spell_day(old.valid_until)}" if old.valid_until else ""
    return f"{old.name} existió{last}. Ahora responde {heir.name}."
