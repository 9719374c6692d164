"""An administrator proposes a closure, a reopening, a reading, a holiday or a term.

Nothing changes until another person approves it (`acts/decide_rule.py`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.acts.office import Office
from pqrs.acts.open_case import NotAllowedError
from pqrs.law import (
    Change,
    ChangeKind,
    Refusal,
    admit,
    local_day,
    read_change,
    require_act,
    require_past,
)
from pqrs.models import AuditEntry, RuleChange, RuleStatus, rule_book
from pqrs.office import Permission, Viewer, allowed


@dataclass(frozen=True)
class FormalAct:
    """The act a change rests on: its number as a person would cite it, its date, who issued it.

    `file_hash`: of the file of the act, when it was attached.
    """

    number: str
    on: date | None
    officer: str
    file_hash: str | None = None


@dataclass(frozen=True)
class Proposal:
    """`left_out`: a sentence for each day of the proposal that takes no effect, and why."""

    change_id: int
    left_out: tuple[Refusal, ...]


def propose_rule(
    session: Session,
    *,
    kind: ChangeKind,
    record: Mapping[str, Any],
    act: FormalAct,
    viewer: Viewer,
    office: Office,
) -> Proposal:
    """Keep the proposal. The same one again, still undecided, is the first.

    `record`: by kind, the fields of `law/rule_changes.py`. Raises `NotAllowedError`, `LawError` for
    a field that cannot be, or `Refusal`.
    """
    if not allowed(Permission.EDIT_OFFICE, viewer):
        raise NotAllowedError(Permission.EDIT_OFFICE)
    moment = office.clock()
    require_act(kind, act.number, act.on, act.officer)
    require_past(act.on or date.min, local_day(moment))
    change = read_change(kind, record, act.number.strip())
    admitted = admit(rule_book(session), change)
    known = pending_like(session, change)
    if known is not None:
        return Proposal(known, admitted.left_out)
    row = RuleChange(
        kind=kind,
        payload=dict(change.payload),
        act=change.act,
        act_on=act.on,
        officer=act.officer.strip(),
        file_hash=act.file_hash,
        proposed_by=viewer.official_id,
        proposed_at=moment,
        status=RuleStatus.PROPOSED,
        reason="",
    )
    session.add(row)
    session.flush()
    session.add(
        AuditEntry(
            at=moment,
            official_id=viewer.official_id,
            action="rule_proposed",
            petition_id=None,
            details={"change": row.id, "kind": kind.value, "act": row.act},
        )
    )
    session.flush()
    return Proposal(row.id, admitted.left_out)


def pending_like(session: Session, change: Change) -> int | None:
    """The undecided proposal that says the same, if there is one."""
    rows = session.scalars(
        select(RuleChange).where(
            RuleChange.status == RuleStatus.PROPOSED,
            RuleChange.kind == change.kind,
            RuleChange.act == change.act,
        )
    )
    return next((row.id for row in rows if row.payload == dict(change.payload)), None)
