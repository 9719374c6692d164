"""What is said before the answer when somebody whom it may affect has not been told."""

from collections.abc import Iterable

from flask_babel import gettext as _

from pqrs.law import ThirdPartyNoted, ThirdPartyTold
from pqrs.office.words import words
from pqrs.queries.petition_page import CasePage, Step


def third_warning(case: CasePage) -> str:
    """It warns and never keeps anybody from answering; "" when there is nothing to say."""
    if case.standing.replied_on or case.phase.is_final:
        return ""
    untold, unreached = left_out(case.steps)
    if untold or case.standing.owes_third_parties:
        return str(
            _("Se anotó que la decisión puede afectar a otras personas y no se les ha dicho.")
        )
    if unreached:
        return str(_("El correo a quien puede resultar afectado no pudo entregarse."))
    return ""


def left_out(steps: Iterable[Step]) -> tuple[list[str], list[str]]:
    """Who was noted and never told; and whom the last mail to them did not reach.

    Each telling meets one noting: that of the same name or, of a name neither noted nor told
    before, the oldest, because "the owner" has a name by then.
    """
    untold: list[str] = []
    failed: dict[str, bool] = {}
    for step in steps:
        who = " ".join(words(step.third.who)) if step.third else ""
        if isinstance(step.event, ThirdPartyNoted):
            untold.append(who)
        elif isinstance(step.event, ThirdPartyTold):
            if who in untold:
                untold.remove(who)
            elif who not in failed:
                untold = untold[1:]
            failed[who] = bool(step.third and step.third.has_failed)
    return untold, [who for who, has_failed in failed.items() if has_failed]
