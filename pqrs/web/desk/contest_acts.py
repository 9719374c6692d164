"""What may be done with what was presented against a decision, in the order of its way."""

from typing import Final

from flask_babel import lazy_gettext as _l

from pqrs.law import Stage, lawful_contests
from pqrs.office import Permission
from pqrs.web.desk.act_link import ActLink
from pqrs.web.desk.contests import (
    appeals,
    insistence,
    is_ours_to_reject,
    may_close_evidence,
    may_decide,
    may_end_interruption,
    may_interrupt,
    may_notify,
    may_reject,
    may_share_evidence,
    may_take_evidence,
    mine,
    taking_evidence,
)

CONTEST_ACTS: Final = (
    ActLink(
        Permission.DECIDE_APPEAL,
        "desk.ask_appeal_decision",
        _l("Decidirlo"),
        _l("No se puede decidir"),
        may_decide,
        lambda case: bool(mine(case, Stage.TO_DECIDE)),
    ),
    ActLink(
        Permission.DECIDE_APPEAL,
        "desk.ask_evidence",
        _l("Abrir o alargar el período de pruebas"),
        _l("No se pueden abrir pruebas"),
        may_take_evidence,
        lambda case: bool(appeals(case)),
    ),
    ActLink(
        Permission.DECIDE_APPEAL,
        "desk.ask_evidence_end",
        _l("Cerrar las pruebas: ya se reunieron todas"),
        _l("No se pueden cerrar las pruebas"),
        may_close_evidence,
        lambda case: bool(taking_evidence(case)),
    ),
    ActLink(
        Permission.DECIDE_APPEAL,
        "desk.ask_sharing",
        _l("Dar traslado de las pruebas a las otras partes"),
        _l("No se puede dar traslado de las pruebas"),
        may_share_evidence,
        lambda case: any(one.shared_on is None for one in appeals(case)),
    ),
    ActLink(
        Permission.DECIDE_APPEAL,
        "desk.ask_appeal_rejection",
        _l("Rechazar la apelación, si no cumple los requisitos"),
        _l("No se puede rechazar la apelación"),
        may_reject,
        is_ours_to_reject,
    ),
    ActLink(
        Permission.HANDLE_INSISTENCE,
        "desk.ask_sending",
        _l("Anotar que se envió al juez"),
        _l("No se puede anotar el envío"),
        lambda case, _on: lawful_contests.send_insistence(insistence(case)),
        lambda case: bool(mine(case, Stage.TO_SEND)),
    ),
    ActLink(
        Permission.HANDLE_INSISTENCE,
        "desk.ask_arrival",
        _l("Anotar que llegó al juzgado"),
        _l("No se puede anotar la llegada"),
        lambda case, _on: lawful_contests.receive_insistence(insistence(case)),
        lambda case: any(one.arrived_on is None for one in mine(case, Stage.WITH_JUDGE)),
    ),
    ActLink(
        Permission.HANDLE_INSISTENCE,
        "desk.ask_interruption",
        _l("Anotar que los días del juez se interrumpieron"),
        _l("No se puede anotar la interrupción"),
        may_interrupt,
        lambda case: any(not one.taken_over_on for one in mine(case, Stage.WITH_JUDGE)),
    ),
    ActLink(
        Permission.HANDLE_INSISTENCE,
        "desk.ask_interruption_end",
        _l("Anotar que terminó la interrupción"),
        _l("No se puede anotar el fin de la interrupción"),
        may_end_interruption,
        lambda case: any(one.is_interrupted for one in mine(case, Stage.WITH_JUDGE)),
    ),
    ActLink(
        Permission.HANDLE_INSISTENCE,
        "desk.ask_ruling",
        _l("Anotar lo que decidió el juez"),
        _l("No se puede anotar la decisión"),
        lambda case, _on: lawful_contests.rule_insistence(insistence(case)),
        lambda case: bool(mine(case, Stage.WITH_JUDGE)),
    ),
    ActLink(
        Permission.NOTIFY_APPEAL,
        "desk.ask_appeal_notice",
        _l("Anotar que la decisión le llegó"),
        _l("No se puede anotar la entrega"),
        may_notify,
        lambda case: bool(mine(case, Stage.TO_NOTIFY)),
    ),
)
