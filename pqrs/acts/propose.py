"""Proponer: the first of the two people that some acts on a case need."""

from typing import Unpack

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press
from pqrs.acts.assign import check
from pqrs.acts.open_case import open_case
from pqrs.law import OWN_REGULATION, Kind, Reclassified, Refusal, lawful, local_day, unreasoned
from pqrs.models import Petition, Proposal, ProposalStatus, ProposedAct
from pqrs.office import Permission

PERMISSIONS = {
    ProposedAct.ANNUL: Permission.ANNUL_PROPOSE,
    ProposedAct.RECLASSIFY: Permission.PROPOSE_KIND,
}


def propose(
    session: Session,
    *,
    act: ProposedAct,
    reason: str,
    kind: Kind | None = None,
    parts: tuple[Kind, ...] = (),
    **press: Unpack[Press],
) -> Proposal:
    """Leave it for another person to decide; nothing of the case changes. One at a time a case.

    `kind`, `parts`: what it should become. Raises `open_case`'s errors, a `Refusal`, or `LawError`.
    """
    office, viewer = press["office"], press["viewer"]
    petition = open_case(
        session,
        press["number"],
        viewer=viewer,
        permission=PERMISSIONS[act],
        seen=press["seen"],
        signer=office.pack.entity.signer,
    )
    check(unreasoned(reason, OWN_REGULATION))
    payload: dict[str, object] = {}
    standing, at = petition.standing(), office.clock()
    if act is ProposedAct.ANNUL:
        check(lawful.annul(standing, local_day(at)))
    elif kind is not None:
        check(lawful.reclassify(standing, kind))
        event = Reclassified(at=at, kind=kind, reason=reason, parts=parts).to_plain()
        payload = {name: event[name] for name in ("kind", "parts")}
    if waiting(session, petition):
        raise Refusal("already_proposed", OWN_REGULATION)
    proposal = Proposal(
        petition_id=petition.id,
        act=act,
        payload=payload,
        reason=reason,
        proposed_by=viewer.official_id,
        proposed_at=at,
        status=ProposalStatus.PROPOSED,
        decided_by=None,
        decided_at=None,
        answer="",
    )
    session.add(proposal)
    session.flush()
    return proposal


def waiting(session: Session, petition: Petition) -> bool:
    """Whether something about this case waits for its second person."""
    found = session.scalar(
        select(Proposal.id).where(
            Proposal.petition_id == petition.id, Proposal.status == ProposalStatus.PROPOSED
        )
    )
    return found is not None
