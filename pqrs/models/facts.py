"""What the permissions ask of a case, from its row: one place, so that no list forgets any."""

from pqrs.models.petition import Petition
from pqrs.office import CaseFacts


def facts_of(petition: Petition) -> CaseFacts:
    """The permission facts of a row."""
    return CaseFacts(
        department=petition.department,
        kind=petition.kind,
        identity=petition.identity,
        phase=petition.phase,
        waits_for_routing=petition.routed_by == "intake",
        named_departments=tuple(petition.named_departments),
        named_officials=tuple(petition.named_officials),
        for_ombudsman=petition.for_ombudsman,
        appeal_to=petition.appeal_to,
    )
