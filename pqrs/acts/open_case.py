"""The first step of every act on one case: it exists, this person may, nobody was first.

It is here and not at the doors because the API and the mailbox come this way too.
"""

from sqlalchemy.orm import Session

from pqrs.models import Petition, by_number, facts_of
from pqrs.office import Permission, Viewer, allowed


class UnknownCaseError(Exception):
    """No such petition, or none that this person may know of: the two look the same."""


class NotAllowedError(Exception):
    """The permissions say no; carries the permission that was asked."""

    def __init__(self, permission: Permission) -> None:
        """Keep the permission for the page that explains."""
        super().__init__(permission.name)
        self.permission = permission


class StaleError(Exception):
    """Somebody acted since the page was shown; carries the number, to show what happened."""

    def __init__(self, number: str) -> None:
        """Keep the number for the link back."""
        super().__init__(number)
        self.number = number


def open_case(
    session: Session, number: str, *, viewer: Viewer, permission: Permission, seen: int, signer: str
) -> Petition:
    """The petition, locked for change.

    `seen` is the last event's sequence on the page the person acted from. Raises
    `UnknownCaseError`, `NotAllowedError` or `StaleError`.
    """
    petition = by_number(session, number, for_change=True)
    if petition is None:
        raise UnknownCaseError(number)
    if petition.last_sequence != seen:  # first: the act that came before may have moved the case
        raise StaleError(number)
    if not allowed(permission, viewer, facts_of(petition), signer):
        raise NotAllowedError(permission)
    return petition
