"""The answer reached the petitioner: only now is the term met (`law.md` 13.14)."""

from sqlalchemy.orm import Session

from pqrs.acts.assign import check
from pqrs.acts.notify import notify
from pqrs.acts.office import Office
from pqrs.law import Delivered, Means, lawful
from pqrs.models import CITIZEN, Actor, Petition


def confirm_delivery(
    session: Session, petition: Petition, *, means: Means, office: Office, actor: Actor = CITIZEN
) -> bool:
    """Record that the answer arrived by `means`.

    True the first time; False, and nothing written, when it had been delivered before. Raises the
    law's `Refusal` when there is no signed answer to deliver.
    """
    now_standing = petition.standing()
    if now_standing.answered_on is not None:
        return False
    check(lawful.deliver(now_standing))
    event = Delivered(at=office.clock(), means=means)
    petition.record(event, actor=actor)
    notify(session, petition, event, office.pack)
    session.flush()
    return True
