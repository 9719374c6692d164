"""When care is due: whoever asks may be in fear, or the answer is nobody else's."""

from pqrs.law import IdentityLevel, Kind
from pqrs.office.permissions import CaseFacts


def is_discreet(kind: Kind | str | None, identity: IdentityLevel | str) -> bool:
    """Whether somebody may be watching: a report, or a name kept back."""
    return kind == Kind.REPORT or identity != IdentityLevel.NAMED


def is_guarded(facts: CaseFacts) -> bool:
    """Whether a paper of it may not say what it is about: somebody may be watching, or is named."""
    return is_discreet(facts.kind, facts.identity) or is_secret(facts)


def is_secret(facts: CaseFacts) -> bool:
    """Whether nobody else may read its answer: a report, a reserved name, somebody named in it."""
    names_somebody = bool(facts.named_departments or facts.named_officials)
    return facts.kind is Kind.REPORT or facts.identity is IdentityLevel.RESERVED or names_somebody
