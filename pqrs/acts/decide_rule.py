"""Another person approves or refuses a proposed change of the rules.

Approval, the new version, every date that moves and the notices are one transaction.
"""

from dataclasses import dataclass

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.reckon import Cause, Reckoning, reckon
from pqrs.law import OWN_REGULATION, Refusal, admit
from pqrs.models import (
    AuditEntry,
    RuleChange,
    RuleStatus,
    forget_rules,
    newest_version,
    rule_book,
)
from pqrs.office import Permission, Viewer, allowed

RULES_LOCK = 7_741_001
"""Of PostgreSQL: approvals come one after another, so that versions have no two of a number."""


class UnknownChangeError(Exception):
    """There is no such proposal."""


class StaleRulesError(Exception):
    """The rules changed, or it was decided the other way, since the page was shown."""


@dataclass(frozen=True)
class Verdict:
    """`seen`: the version of the rules on the page the person decided from."""

    approve: bool
    seen: int
    reason: str = ""


@dataclass(frozen=True)
class Decided:
    """How the proposal ended. `repeated`: it had already been decided so, and nothing was done."""

    change_id: int
    status: RuleStatus
    reckoning: Reckoning | None = None
    repeated: bool = False


def decide_rule(
    session: Session, *, change_id: int, verdict: Verdict, viewer: Viewer, office: Office
) -> Decided:
    """Decide once: the same verdict again is the first one.

    Raises `NotAllowedError`, `UnknownChangeError`, `StaleRulesError`, or `Refusal` when the person
    is who proposed it, a refusal has no reason, or other changes left nothing of this one.
    """
    if not allowed(Permission.APPROVE_OFFICE, viewer):
        raise NotAllowedError(Permission.APPROVE_OFFICE)
    change = locked(session, change_id)
    wanted = RuleStatus.APPROVED if verdict.approve else RuleStatus.REFUSED
    if change.status is wanted:
        return Decided(change.id, wanted, repeated=True)
    if change.status is not RuleStatus.PROPOSED or verdict.seen != newest_version(session):
        raise StaleRulesError(change_id)
    if change.proposed_by == viewer.official_id:
        raise Refusal("rule_same_person", OWN_REGULATION)
    if verdict.approve:
        return approved(session, change, viewer, office)
    if not verdict.reason.strip():
        raise Refusal("rule_refusal_reason", OWN_REGULATION)
    change.reason = verdict.reason.strip()
    settle(session, change, RuleStatus.REFUSED, viewer, office)
    return Decided(change.id, RuleStatus.REFUSED)


def locked(session: Session, change_id: int) -> RuleChange:
    """The proposal, with nobody else deciding. Raises `UnknownChangeError`."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": RULES_LOCK})
    change = session.scalar(
        select(RuleChange)
        .where(RuleChange.id == change_id)
        .execution_options(populate_existing=True)
    )
    if change is None:
        raise UnknownChangeError(change_id)
    return change


def approved(session: Session, change: RuleChange, viewer: Viewer, office: Office) -> Decided:
    """Give it its version and move every open case to it."""
    forget_rules(session)
    admitted = admit(rule_book(session), change.to_change())
    change.payload = dict(admitted.change.payload)
    change.version = newest_version(session) + 1
    settle(session, change, RuleStatus.APPROVED, viewer, office)
    forget_rules(session)
    cause = Cause(change.act, admitted.change)
    return Decided(change.id, change.status, reckon(session, cause=cause, office=office))


def settle(
    session: Session, change: RuleChange, status: RuleStatus, viewer: Viewer, office: Office
) -> None:
    """Write who decided and when, once and for all."""
    change.status, change.decided_by, change.decided_at = (
        status,
        viewer.official_id,
        office.clock(),
    )
    session.flush()
    session.add(
        AuditEntry(
            at=office.clock(),
            official_id=viewer.official_id,
            action=f"rule_{status.value}",
            petition_id=None,
            details={"change": change.id, "version": change.version},
        )
    )
    session.flush()
