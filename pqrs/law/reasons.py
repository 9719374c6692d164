"""Acts that the law wants reasoned are refused without their reasons, whoever asks."""

from pqrs.law.citations import Citation
from pqrs.law.refusals import Refusal


def unreasoned(reason: str, citation: Citation) -> Refusal | None:
    """Nothing when there is a reason; blanks are none."""
    return None if reason.strip() else Refusal("reason_needed", citation)


def unnumbered(act: str, citation: Citation) -> Refusal | None:
    """Nothing when the act that decides it has its number."""
    return None if act.strip() else Refusal("act_needed", citation)
