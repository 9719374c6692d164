"""Cambiar el tipo: another term from the same start; the person is told (CPACA art. 13)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.notify import STAFF_ROLES, tell
from pqrs.acts.shield import shield
from pqrs.law import Kind, Reclassified, cpaca, lawful, unreasoned
from pqrs.models import Petition, facts_of
from pqrs.office import Pack, Permission, Viewer, for_routing


def reclassify(
    session: Session,
    *,
    kind: Kind,
    reason: str,
    parts: tuple[Kind, ...] = (),
    proposed_by: int | None = None,
    **press: Unpack[Press],
) -> Petition:
    """`parts`: of a mixed petition. `proposed_by`: the official who asked for the change.

    Of what now accuses, whoever it names loses the case in the same breath (CPACA art. 11).

    Raises the law's `Refusal`, or `LawError` for a mixed petition without parts.
    """

    def decide(petition: Petition, at: datetime) -> Reclassified:
        check(unreasoned(reason, cpaca("13")))
        check(lawful.reclassify(petition.standing(), kind))
        return Reclassified(at=at, kind=kind, reason=reason, parts=parts, proposed_by=proposed_by)

    petition = act_on_case(session, Permission.CHANGE_KIND, decide, **press)
    shield(session, petition, press["office"])
    tell_new_router(session, petition, press["viewer"], press["office"].pack)
    session.flush()
    return petition


def tell_new_router(session: Session, petition: Petition, by: Viewer, pack: Pack) -> None:
    """What still waits may now be another's to route: a report is not the desk's."""
    event = petition.timeline()[-1]
    telling = for_routing(
        is_past_desk=facts_of(petition).is_past_desk, for_ombudsman=petition.for_ombudsman
    )
    is_theirs = STAFF_ROLES[telling.audience] is by.role
    if petition.routed_by == "intake" and event.name == Reclassified.name and not is_theirs:
        tell(session, petition, telling, event, pack)
