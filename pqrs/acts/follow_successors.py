"""What an office that no longer exists was answering goes to the one that has its work now.

It asks for a state, not for a date: run late or twice, it leaves the same.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import (
    UPWARDS,
    AppealMoved,
    Assigned,
    Event,
    PartMoved,
    Phase,
    Stage,
    Standing,
    local_day,
    spell_day,
)
from pqrs.models import SYSTEM, Petition, by_number, has_part_of
from pqrs.office import Department


def follow_successors(work: Callable[[], AbstractContextManager[Session]], office: Office) -> int:
    """Move the live cases of each retired department to its successor; answer how many moved.

    Live is what is open or contested, an apelación that a retired department above had to decide,
    and a matter of one in another's case. Work that left the entity waits at the intake desk to be
    transferred, unless it ended. Each in a transaction of its own. The clock does not notice: the
    authority is one (Ley 1437 de 2011, artículo 21).
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
            .where(
                or_(
                    Petition.department.in_(heirs)
                    & (Petition.phase.not_in(_ENDED) | Petition.contested.is_(True)),
                    Petition.appeal_to.in_(heirs),
                    Petition.phase.not_in(_ENDED) & or_(*map(has_part_of, heirs)),
                )
            )
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
        if petition is None:
            return False
        assigned, before = [*_assigned(petition, heirs, office)], petition.standing()
        events = [
            *_parts(petition, heirs, assigned, office),
            *assigned,
            *_passed_up(petition, heirs, office),
        ]
        for event in events:  # none when somebody was first
            petition.record(event, actor=SYSTEM)
        for event in events:  # of where all of it stands now, so that nobody is told twice
            if _is_news(event, before):
                notify(session, petition, event, office.pack)
        return bool(events)


def _is_news(event: Event, before: Standing) -> bool:
    """Not what waits at the desk, nor the matter of whoever had the case, which goes with it."""
    if isinstance(event, PartMoved):
        return before.matters[event.matter - 1].department != before.department
    return not (isinstance(event, Assigned) and event.by == "intake")


def _assigned(
    petition: Petition, heirs: dict[str, Department], office: Office
) -> Iterator[Assigned]:
    """The case itself; one that ended is only moved while what was presented against it waits."""
    heir, has_ended = heirs.get(petition.department or ""), petition.phase.is_final
    if heir is None or (has_ended and not petition.contested):
        return
    leaves = not heir.internal and not has_ended
    yield Assigned(
        at=office.clock(),
        department=_one_of_ours(heir, office),
        reason=_reason(office.pack.department(petition.department or ""), heir),
        by="intake" if leaves else petition.routed_by or "rule",
        competent=heir.code if leaves else petition.competent,
    )


def _parts(
    petition: Petition,
    heirs: dict[str, Department],
    assigned: Sequence[Assigned],
    office: Office,
) -> Iterator[PartMoved]:
    """Its matters; what left the entity, or is the holder's now, to whoever has the case."""
    waits = (assigned[0].by if assigned else petition.routed_by) == "intake"
    holder = assigned[0].department if assigned else petition.department
    for place, matter in enumerate(petition.standing().matters, 1):
        heir = heirs.get(matter.department)
        if heir is not None and not petition.phase.is_final:
            stays = not heir.internal or (heir.code == holder and not waits)
            yield PartMoved(
                at=office.clock(),
                matter=place,
                department="" if stays else heir.code,
                reason=_reason(office.pack.department(matter.department), heir),
            )


def _passed_up(
    petition: Petition, heirs: dict[str, Department], office: Office
) -> Iterator[AppealMoved]:
    """What the department above had to decide: a recurso never waits for who does not exist."""
    for contest in petition.standing().contests:
        heir = heirs.get(contest.superior or "")
        if heir is None or contest.remedy not in UPWARDS or contest.stage is Stage.OVER:
            continue
        yield AppealMoved(
            at=office.clock(),
            remedy=contest.remedy,
            superior=_one_of_ours(heir, office),
            reason=_reason(office.pack.department(contest.superior or ""), heir),
        )


def _one_of_ours(heir: Department, office: Office) -> str:
    return heir.code if heir.internal else office.pack.entity.citizen_service


def _reason(old: Department, heir: Department) -> str:
    last = f" hasta el {spell_day(old.valid_until)}" if old.valid_until else ""
    return f"{old.name} existió{last}. Ahora responde {heir.name}."
