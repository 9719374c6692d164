"""The answer in hand: its words, its sense and, when something is refused, why and what remains."""

from datetime import date
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from pqrs.law import ACCESS, Decision, Denial, Reserve, lawful
from pqrs.office import parse_number
from pqrs.queries.petition_page import CasePage, ReplyShown
from pqrs.web.desk.case import CaseForm
from pqrs.web.forms import AtMost, Choice, LongText, Needed, OneLine, SelectChoice
from pqrs.web.words import words

LONGEST: Final = 20_000
LONGEST_HARM: Final = 2000
YES, NO = "yes", "no"
DENIAL_FIELDS: Final = {
    "provision": _l("Escriba la norma precisa, con su artículo."),
    "reserve": _l("Diga si la información es clasificada o reservada."),
    "present": _l("Escriba el daño presente."),
    "probable": _l("Escriba el daño probable."),
    "specific": _l("Escriba el daño específico."),
    "gives_rest": _l("Diga si se entrega lo demás."),
}
"""What is said when it is missing (Ley 1437 de 2011, artículo 25; Ley 1712 de 2014, 28)."""


class ReplyForm(CaseForm):
    """`suit` takes out what does not concern the case at hand."""

    body = LongText(
        _l("Escriba la respuesta"),
        [
            Needed(_l("Escriba la respuesta.")),
            AtMost(LONGEST, _l("Puede adjuntar el resto como documento.")),
        ],
    )
    decision = Choice(
        _l("¿Qué decide la respuesta?"),
        choices=[SelectChoice(one.value, words.of(one)) for one in Decision],
        default=Decision.RESPONDED.value,
    )
    provision = OneLine(_l("Norma que no deja entregarla"), [AtMost(300)])
    reserve = Choice(
        _l("¿Qué clase de información es?"),
        choices=[SelectChoice(one.value, words.of(one)) for one in Reserve],
    )
    present = LongText(_l("Daño presente"), [AtMost(LONGEST_HARM)])
    probable = LongText(_l("Daño probable"), [AtMost(LONGEST_HARM)])
    specific = LongText(_l("Daño específico"), [AtMost(LONGEST_HARM)])
    gives_rest = Choice(
        _l("¿Se entrega lo que no está bajo reserva?"),
        choices=[
            SelectChoice(YES, _l("Sí, se entrega lo demás")),
            SelectChoice(NO, _l("No queda nada más que entregar")),
        ],
    )
    refers_to = OneLine(_l("Número de la petición anterior"), [AtMost(60)])

    def suit(self, case: CasePage, on: date) -> None:
        """No denial after positive silence; its reasons only where access is asked for."""
        can_deny = lawful.deny_documents(case.standing, on) is None
        access = any(part.kind in ACCESS for part in case.standing.parts)
        offered = [one for one in Decision if can_deny or not one.denies]
        self.decision.choices = [SelectChoice(one.value, words.of(one)) for one in offered]
        for name in DENIAL_FIELDS:
            if name in self and not (access and can_deny):
                del self[name]

    def begin(self, reply: ReplyShown) -> None:
        """The draft in hand."""
        self.body.data = reply.body
        self.decision.data = reply.decision.value
        self.refers_to.data = reply.refers_to
        if reply.denial and "provision" in self:
            self.provision.data = reply.denial.provision
            self.reserve.data = reply.denial.reserve.value
            self.present.data = reply.denial.present
            self.probable.data = reply.denial.probable
            self.specific.data = reply.denial.specific
            self.gives_rest.data = YES if reply.denial.gives_rest else NO

    def validate_refers_to(self, field: OneLine) -> None:
        """Its shape; whether there is such a petition, the act asks."""
        if field.data and parse_number(field.data) is None:
            field.errors = [str(_("Revise el número: es como 2026-000123-4."))]

    def validate(self, extra_validators: object = None) -> bool:
        """A denial says all that the law wants, each thing asked for at its own field."""
        is_good = bool(super().validate(extra_validators))
        if self.sense().denies and "provision" in self:
            for name, message in DENIAL_FIELDS.items():
                if not self[name].data and not self[name].errors:
                    self[name].errors = [str(message)]
                    is_good = False
        return is_good

    def sense(self) -> Decision:
        """What was chosen; without a choice it responds."""
        known = {one.value for one in Decision}
        chosen = self.decision.data
        return Decision(chosen) if chosen in known else Decision.RESPONDED

    def denial(self) -> Denial | None:
        """Why, when something is refused."""
        if not self.sense().denies or "provision" not in self:
            return None
        return Denial(
            provision=self.provision.data,
            reserve=Reserve(self.reserve.data),
            present=self.present.data,
            probable=self.probable.data,
            specific=self.specific.data,
            gives_rest=self.gives_rest.data == YES,
        )

    def earlier_number(self) -> str:
        """However it was written."""
        number = parse_number(self.refers_to.data or "")
        return str(number) if number else ""
