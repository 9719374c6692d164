"""Decidir lo propuesto: the second person says yes, and it is done, or no, with a reason."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press
from pqrs.acts.annul import annul
from pqrs.acts.assign import check
from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.reclassify import reclassify
from pqrs.law import OWN_REGULATION, Kind, Refusal, unreasoned
from pqrs.models import Petition, Proposal, ProposalStatus, ProposedAct, facts_of
from pqrs.office import Permission, Viewer, allowed

PERMISSIONS = {
    ProposedAct.ANNUL: Permission.ANNUL_APPROVE,
    ProposedAct.RECLASSIFY: Permission.CHANGE_KIND,
}


class UnknownProposalError(Exception):
    """No such proposal, or none that this person may decide: the two look the same."""


class DecidedError(Exception):
    """Somebody decided it meanwhile; carries who did."""

    def __init__(self, proposal: Proposal) -> None:
        """Keep who: a second press of the same person is no conflict."""
        super().__init__(proposal.id)
        self.by = proposal.decided_by


def decide_proposal(
    session: Session,
    *,
    proposal_id: int,
    approve: bool,
    answer: str,
    viewer: Viewer,
    office: Office,
) -> Proposal:
    """`answer`: why not, or what there is to add. Approved, its act happens in the same breath.

    Raises `UnknownProposalError`, `DecidedError`, `NotAllowedError` or the law's `Refusal`.
    """
    proposal, petition = lock(session, proposal_id)
    permission = PERMISSIONS[proposal.act]
    if not allowed(permission, viewer):
        raise NotAllowedError(permission)
    if proposal.status is not ProposalStatus.PROPOSED:
        raise DecidedError(proposal)
    if not allowed(permission, viewer, facts_of(petition), office.pack.entity.signer):
        raise UnknownProposalError(proposal_id)
    if proposal.proposed_by == viewer.official_id:
        raise Refusal("two_people", OWN_REGULATION)
    if approve:
        carry_out(session, proposal, petition, viewer, office)
    else:
        check(unreasoned(answer, OWN_REGULATION))
    proposal.status = ProposalStatus.APPROVED if approve else ProposalStatus.REFUSED
    proposal.answer = answer
    proposal.decided_by = viewer.official_id
    proposal.decided_at = office.clock()
    session.flush()
    return proposal


def lock(session: Session, proposal_id: int) -> tuple[Proposal, Petition]:
    """Both rows, read anew: before the lock they may have been another's to change."""
    found = session.execute(
        select(Proposal, Petition)
        .join(Petition, Petition.id == Proposal.petition_id)
        .where(Proposal.id == proposal_id)
        .with_for_update(of=(Petition, Proposal))
        .execution_options(populate_existing=True)
    ).one_or_none()
    if found is None:
        raise UnknownProposalError(proposal_id)
    return found[0], found[1]


def carry_out(
    session: Session, proposal: Proposal, petition: Petition, viewer: Viewer, office: Office
) -> None:
    """The act that was proposed, by whoever approves it; the event keeps who had asked."""
    press = Press(number=petition.number, viewer=viewer, seen=petition.last_sequence, office=office)
    by, reason = proposal.proposed_by, proposal.reason
    if proposal.act is ProposedAct.ANNUL:
        annul(session, reason=reason, proposed_by=by, **press)
        return
    kind = Kind(proposal.payload["kind"])
    parts = tuple(Kind(part) for part in proposal.payload["parts"])
    reclassify(session, kind=kind, parts=parts, reason=reason, proposed_by=by, **press)
