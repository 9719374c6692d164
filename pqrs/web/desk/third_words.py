"""What is said before the answer when somebody whom it may affect has not been told."""

from flask_babel import gettext as _

from pqrs.law import ThirdPartyTold
from pqrs.queries.petition_page import CasePage


def third_warning(case: CasePage) -> str:
    """It warns and never keeps anybody from answering; "" when there is nothing to say."""
    if case.standing.owes_third_parties:
        return str(
            _("Se anotó que la decisión puede afectar a otras personas y no se les ha dicho.")
        )
    told = [step.third for step in case.steps if isinstance(step.event, ThirdPartyTold)]
    is_open = case.standing.replied_on is None and not case.phase.is_final
    if is_open and told and told[-1] and told[-1].has_failed:
        return str(_("El correo a quien puede resultar afectado no pudo entregarse."))
    return ""
