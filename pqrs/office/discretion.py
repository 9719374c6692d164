"""When care is due: whoever asks may be in fear, or the answer is nobody else's."""

from collections.abc import Sequence

from pqrs.law import Event, Filed, IdentityLevel, Kind, PriorityGround
from pqrs.office.permissions import CaseFacts

SPARED = (
    PriorityGround.CHILD,
    PriorityGround.ABOUT_CHILD,
    PriorityGround.VICTIM,
    PriorityGround.DISABILITY,
)
"""Whose case is told to nobody as theirs: children, of whom a parent's name tells too (Ley 1098 de
2006, artículo 33), victims, and people whose health it would tell (Ley 1581 de 2012, artículo 5).
"""


def is_discreet(kind: Kind | str | None, identity: IdentityLevel | str) -> bool:
    """Of what somebody is writing, what `CaseFacts.is_discreet` is of a case."""
    return kind == Kind.REPORT or identity != IdentityLevel.NAMED


def came_as_report(filed: Event) -> bool:
    """Whether it was one when it was filed, or one of its parts."""
    return isinstance(filed, Filed) and Kind.REPORT in (filed.kind, *filed.parts)


def is_guarded(facts: CaseFacts, filed: Event) -> bool:
    """Whether a paper of it may not say what it is about: somebody may be watching, or is named.

    What came as a report stays so: its papers may lie where they were left.
    """
    return facts.is_discreet or is_secret(facts) or came_as_report(filed)


def is_secret(facts: CaseFacts) -> bool:
    """Whether nobody else may read its answer: a report, a reserved name, somebody named in it."""
    names_somebody = bool(facts.named_departments or facts.named_officials)
    return facts.is_report or facts.identity is IdentityLevel.RESERVED or names_somebody


def may_be_public(facts: CaseFacts, filed: Event) -> bool:
    """Whether anybody may read what it is about: whoever is reported or complained about does too.

    What came as a report stays so, whatever it is called later.
    """
    names_somebody = bool(facts.named_departments or facts.named_officials)
    return not (facts.is_report or names_somebody or came_as_report(filed))


def may_be_named(facts: CaseFacts, filed: Event, grounds: Sequence[str]) -> bool:
    """Whether third persons are told who asks (CPACA art. 37).

    Not a name that was kept back, nor of what nobody may read, nor of who is spared: whoever is
    told may be whom it complains about.
    """
    is_named = facts.identity is IdentityLevel.NAMED
    return is_named and may_be_public(facts, filed) and not set(SPARED) & set(grounds)
