"""An official writes down that the answer arrived: by letter, at the counter, or told in person."""

from datetime import date

from sqlalchemy.orm import Session

from pqrs.acts.confirm_delivery import confirm_delivery
from pqrs.acts.office import Office
from pqrs.acts.open_case import open_case
from pqrs.law import Means
from pqrs.models import Actor, Petition
from pqrs.office import Permission, Viewer


def record_delivery(  # noqa: PLR0913  each fact is named where it is called
    session: Session,
    *,
    number: str,
    means: Means,
    viewer: Viewer,
    seen: int,
    office: Office,
    on: date | None = None,
) -> Petition:
    """Record it, by this official; `on`: the day it arrived, today without one.

    Raises `open_case`'s errors or the law's `Refusal`.
    """
    petition = open_case(
        session,
        number,
        viewer=viewer,
        permission=Permission.RECORD_DELIVERY,
        seen=seen,
        signer=office.pack.entity.signer,
    )
    actor = Actor("official", viewer.official_id)
    confirm_delivery(session, petition, means=means, office=office, actor=actor, on=on)
    return petition
