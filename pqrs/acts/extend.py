"""Prórroga: a longer term, told before it ends, with its reasons (CPACA art. 14, parágrafo)."""

from datetime import datetime
from typing import Unpack

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press, act_on_case
from pqrs.acts.assign import check
from pqrs.law import EXTENSION_RULE, Extended, lawful, local_day, unreasoned
from pqrs.models import Petition
from pqrs.office import Permission


def extend(
    session: Session, *, days: tuple[int, ...], reason: str, **press: Unpack[Press]
) -> Petition:
    """`days`: working days of the whole term, of each part in order; 0 leaves a part as it is.

    Raises the law's `Refusal`, of the first part that refuses, or `open_case`'s errors.
    """

    def decide(petition: Petition, at: datetime) -> Extended:
        check(unreasoned(reason, EXTENSION_RULE))
        standing, readings = petition.standing(), petition.rules().readings
        pairs = zip(range(len(standing.parts)), days, strict=True)
        none = standing.parts.index(standing.part), standing.total_days
        for place, each in [pair for pair in pairs if pair[1]] or [none]:
            check(lawful.extend(standing, local_day(at), each, readings, place))
        parts = days if len(days) > 1 else ()
        return Extended(at=at, total_days=max(days), reason=reason, parts=parts)

    return act_on_case(session, Permission.EXTEND_TERM, decide, **press)
