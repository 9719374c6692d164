"""Cambiar el tipo: another term from the same start; the person is told (CPACA art. 13)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.acts.shield import shield
from pqrs.law import Kind, Reclassified, cpaca, lawful, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


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
    session.flush()
    return petition
