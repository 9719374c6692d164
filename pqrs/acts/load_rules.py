"""Take in what the pack and the program's own law data changed, each as a version of the rules.

What an administrator decided after the pack is not overwritten: only a point whose value in the
pack is another than last time becomes a change.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from pqrs.law import Change, ChangeKind, disputed, law_data, law_digest, plain_value, point_named
from pqrs.models import (
    Petition,
    RuleChange,
    RuleStatus,
    forget_rules,
    newest_version,
)
from pqrs.office import Pack
from pqrs.outside.now import now, today

LAW_ACT = "Actualización de las normas nacionales"
PACK_ACT = "Reglamento interno de peticiones"


def load_rules(session: Session, pack: Pack) -> bool:
    """Whether anything changed; whoever asked reckons the open cases anew (`acts/reckon.py`)."""
    changes = [change for change in (law_change(session), pack_change(session, pack)) if change]
    for change in changes:
        approve_own(session, change)
    forget_rules(session)
    return bool(changes)


def law_change(session: Session) -> Change | None:
    """The program's law data, when they are others than those this database last took in."""
    last = last_payload(session, ChangeKind.LAW_DATA)
    if last.get("digest") == law_digest():
        return None
    return Change(ChangeKind.LAW_DATA, law_data(), LAW_ACT)


def pack_change(session: Session, pack: Pack) -> Change | None:
    """The readings whose value in the pack changed; what it no longer names goes to its default.

    The first time they hold for every case, later for what is received from that day on.
    """
    given = {
        point_named(name).name: plain_value(value) for name, value in pack.entity.readings.items()
    }
    before: Mapping[str, str] = last_payload(session, ChangeKind.PACK).get("readings", {})
    if given == before:
        return None
    defaults = {point.name: point.default for point in disputed()}
    names = sorted(given.keys() | before.keys())
    changed = {
        name: given.get(name, defaults[name])
        for name in names
        if given.get(name) != before.get(name)
    }
    begins = begins_on(session)
    payload = {
        "readings": given,
        "changed": changed,
        "from": begins.isoformat() if begins else None,
    }
    return Change(ChangeKind.PACK, payload, PACK_ACT)


def begins_on(session: Session) -> date | None:
    """No day while there are no petitions: nobody was told any date."""
    return today() if session.scalar(select(Petition.id).limit(1)) is not None else None


def last_payload(session: Session, kind: ChangeKind) -> dict[str, Any]:
    """What the newest approved change of that kind holds; nothing when there is none."""
    found = session.scalar(
        select(RuleChange.payload)
        .where(RuleChange.kind == kind, RuleChange.status == RuleStatus.APPROVED)
        .order_by(RuleChange.version.desc())
        .limit(1)
    )
    return found or {}


def approve_own(session: Session, change: Change) -> None:
    """A change that no person proposes: the pack and the law data come with the installation."""
    moment = now()
    session.add(
        RuleChange(
            kind=change.kind,
            payload=dict(change.payload),
            act=change.act,
            officer="",
            proposed_at=moment,
            decided_at=moment,
            status=RuleStatus.APPROVED,
            reason="",
            version=newest_version(session) + 1,
        )
    )
    session.flush()
