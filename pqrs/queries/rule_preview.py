"""What a change of the rules would do: what is left of it, and every date that it would move."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from pqrs.law import Change, Refusal, admit
from pqrs.models import newest_version, rule_book
from pqrs.queries.reckoning import WhatIf, what_if


@dataclass(frozen=True)
class RulePreview:
    """`change`: what would take effect. `left_out`: why a day of it does not.

    `version`: of the rules that it was compared with.
    """

    change: Change
    left_out: tuple[Refusal, ...]
    what_if: WhatIf
    version: int


def rule_preview(session: Session, change: Change, *, today: date) -> RulePreview:
    """Ask, and write nothing.

    Raises Refusal when the rules in force leave nothing of it, LawError when it would leave a case
    without a term.
    """
    admitted = admit(rule_book(session), change)
    return RulePreview(
        change=admitted.change,
        left_out=admitted.left_out,
        what_if=what_if(session, [admitted.change], today=today),
        version=newest_version(session),
    )
