"""What waits for its second person: annulments of a number, changes of kind; and what was decided.

No word of a petition and no name of a petitioner: whoever decides does not read cases. Nothing of
what names the reader or their department, but for a number that they themselves proposed to annul:
if that one were missing from their list, the list would tell them.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, Row, Select, and_, or_, select
from sqlalchemy.orm import Session, aliased

from pqrs.law import Kind, LawError, Phase, Reclassified
from pqrs.models import Official, Petition, Proposal, ProposalStatus, ProposedAct, facts_of
from pqrs.office import CaseFacts, Viewer
from pqrs.queries.shielded import is_not_about

RECENT = 20


@dataclass(frozen=True)
class ProposalShown:
    """One proposal. `due_after`: when it would be due if the kind changed; None without a date."""

    id: int
    number: str
    phase: Phase
    filed_at: datetime
    department: str | None
    kind_now: Kind
    due_now: date | None
    act: ProposedAct
    kind: Kind | None
    parts: tuple[Kind, ...]
    due_after: date | None
    reason: str
    proposed_by: str
    proposed_at: datetime
    status: ProposalStatus
    decided_by: str
    decided_at: datetime | None
    answer: str
    facts: CaseFacts


def proposals(
    session: Session, viewer: Viewer, *, only_own: bool = False
) -> tuple[ProposalShown, ...]:
    """What waits, the oldest first; then the newest decided. `only_own`: proposed by the viewer."""
    query = joined().where(is_shown_to(viewer))
    if only_own:
        query = query.where(Proposal.proposed_by == viewer.official_id)
    is_waiting = Proposal.status == ProposalStatus.PROPOSED
    waiting = session.execute(query.where(is_waiting).order_by(Proposal.id)).all()
    newest = query.where(~is_waiting).order_by(Proposal.id.desc()).limit(RECENT)
    return tuple(shown(row) for row in (*waiting, *session.execute(newest).all()))


def proposals_of(session: Session, number: str) -> tuple[ProposalShown, ...]:
    """Those about the case of that number, the newest first. One statement."""
    query = joined().where(Petition.number == number).order_by(Proposal.id.desc())
    return tuple(shown(row) for row in session.execute(query).all())


def proposal(session: Session, proposal_id: int, viewer: Viewer) -> ProposalShown | None:
    """One of them, or nothing."""
    query = joined().where(Proposal.id == proposal_id, is_shown_to(viewer))
    row = session.execute(query).one_or_none()
    return shown(row) if row else None


def is_shown_to(viewer: Viewer) -> ColumnElement[bool]:
    """What is not about the viewer, and the viewer's own annulments."""
    is_own_annulment = and_(
        Proposal.act == ProposedAct.ANNUL, Proposal.proposed_by == viewer.official_id
    )
    return or_(and_(*is_not_about(viewer)), is_own_annulment)


def sequence_of(session: Session, number: str) -> int | None:
    """The last event of the petition of that number, if there is one."""
    return session.scalar(select(Petition.last_sequence).where(Petition.number == number))


def joined() -> Select[Proposal, Petition, str, str]:
    """A proposal with its petition and the names of both people."""
    decider = aliased(Official)
    return (
        select(Proposal, Petition, Official.name, decider.name)
        .join(Petition, Petition.id == Proposal.petition_id)
        .join(Official, Official.id == Proposal.proposed_by)
        .outerjoin(decider, decider.id == Proposal.decided_by)
    )


def shown(row: Row[Proposal, Petition, str, str]) -> ProposalShown:
    """Without rows."""
    one, petition, proposer, decider = row
    kind = Kind(one.payload["kind"]) if one.payload else None
    parts = tuple(Kind(part) for part in one.payload.get("parts", ()))
    return ProposalShown(
        id=one.id,
        number=petition.number,
        phase=petition.phase,
        filed_at=petition.filed_at,
        department=petition.department,
        kind_now=petition.kind,
        due_now=petition.due_on,
        act=one.act,
        kind=kind,
        parts=parts,
        due_after=due_after(petition, kind, parts) if one.decided_at is None else None,
        reason=one.reason,
        proposed_by=proposer,
        proposed_at=one.proposed_at,
        status=one.status,
        decided_by=decider or "",
        decided_at=one.decided_at,
        answer=one.answer,
        facts=facts_of(petition),
    )


def due_after(petition: Petition, kind: Kind | None, parts: tuple[Kind, ...]) -> date | None:
    """When it would be due as that kind."""
    if kind is None:
        return None
    told = petition.timeline()
    event = Reclassified(at=told[-1].at, kind=kind, reason="", parts=parts)
    try:
        return petition.rules().standing((*told, event)).due_on
    except LawError:
        return None
