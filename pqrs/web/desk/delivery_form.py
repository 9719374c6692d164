"""How an answer that does not go by e-mail reached the person."""

from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.law import Means
from pqrs.outside.now import today
from pqrs.web.date_parts import DateParts
from pqrs.web.desk.case import CaseForm
from pqrs.web.forms import Choice, Needed, SelectChoice

MEANS: Final = {
    Means.POST: _l("Por correo postal"),
    Means.COUNTER: _l("La recogió en la ventanilla"),
    Means.SPOKEN: _l("Se le dijo en persona o por teléfono"),
}


class DeliveryForm(CaseForm):
    """By what means and on what day; that of today is already there."""

    means = Choice(
        _l("¿Cómo le llegó?"),
        [Needed(_l("Diga cómo le llegó."))],
        choices=[SelectChoice(means.value, text) for means, text in MEANS.items()],
    )
    delivered_on = DateParts(_l("¿Qué día le llegó?"), [Needed(_l("Escriba el día en que llegó."))])

    def begin(self) -> None:
        """Fill the day in."""
        self.delivered_on.process(None, today())
