"""The turns of what is contested, each one act that somebody presses."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy.orm import Session

from pqrs.acts.act_on_case import Press
from pqrs.acts.act_on_own_case import OwnPress
from pqrs.acts.appeal import appeal
from pqrs.acts.close_evidence import close_evidence
from pqrs.acts.decide_appeal import decide_appeal
from pqrs.acts.end_interruption import end_interruption
from pqrs.acts.interrupt_insistence import interrupt_insistence
from pqrs.acts.notify_appeal import open_appeal
from pqrs.acts.order_evidence import order_evidence
from pqrs.acts.receive_insistence import receive_insistence
from pqrs.acts.reject_appeal import reject_appeal
from pqrs.acts.rule_insistence import rule_insistence
from pqrs.acts.send_insistence import send_insistence
from pqrs.acts.share_evidence import share_evidence
from pqrs.demo.life import member
from pqrs.demo.rhythm import local_day
from pqrs.demo.world import World
from pqrs.law import InterruptionEnd, InterruptionGround, Remedy, Ruling
from pqrs.models import Petition
from pqrs.office import Role

Turn = Callable[[World, Petition, Session], object]
COURT = "Juzgado Administrativo de Cali (reparto)"


def by(world: World, petition: Petition, role: Role) -> Press:
    """A press by that role of the case's department."""
    return Press(**seen(world, petition), viewer=member(world, role, petition))


def seen(world: World, petition: Petition) -> OwnPress:
    """From the page as it is now."""
    return OwnPress(number=petition.number, seen=petition.last_sequence, office=world.office)


# ── The turns ────────────────────────────────────────────────────────────────────────────────────


def present(remedy: Remedy, why: str) -> Turn:
    """The person is not content."""
    return lambda world, petition, session: appeal(
        session, remedy=remedy, body=why, **seen(world, petition)
    )


def evidence(days: int) -> Turn:
    """The head has something looked at."""
    return lambda world, petition, session: order_evidence(
        session,
        remedy=Remedy.RECONSIDERATION,
        total_days=days,
        reason="Visita al lugar y concepto de la oficina técnica.",
        **by(world, petition, Role.HEAD),
    )


def gathered(world: World, petition: Petition, session: Session) -> None:
    """All of it came before its last day."""
    close_evidence(
        session,
        remedy=Remedy.RECONSIDERATION,
        reason="Ya se hizo la visita y llegó el concepto.",
        **by(world, petition, Role.HEAD),
    )


def shown(world: World, petition: Petition, session: Session) -> None:
    """The neighbours who take part are told of the evidence."""
    share_evidence(
        session,
        remedy=Remedy.RECONSIDERATION,
        on=local_day(world.agenda.now()),
        body="A los dos vecinos que intervienen: las fotos y el informe de la visita.",
        **by(world, petition, Role.HEAD),
    )


def decided(remedy: Remedy, ruling: Ruling, act: str, body: str) -> Turn:
    """Whoever decided says whether it stands."""
    return lambda world, petition, session: decide_appeal(
        session,
        remedy=remedy,
        ruling=ruling,
        act=act,
        act_on=local_day(world.agenda.now()),
        body=body,
        **by(world, petition, Role.HEAD),
    )


def turned_down(world: World, petition: Petition, session: Session) -> None:
    """The apelación does not say why."""
    reject_appeal(
        session,
        act="Resolución 31",
        act_on=local_day(world.agenda.now()),
        body="No dice por qué no está de acuerdo. Puede presentar queja ante el superior.",
        **by(world, petition, Role.HEAD),
    )


def read(world: World, petition: Petition, session: Session) -> None:
    """The person opens what was decided."""
    open_appeal(session, petition, office=world.office)


def sent(world: World, petition: Petition, session: Session) -> None:
    """The file goes to the judge."""
    day = local_day(world.agenda.now())
    send_insistence(session, sent_on=day, court=COURT, **by(world, petition, Role.OFFICIAL))


def arrived(world: World, petition: Petition, session: Session) -> None:
    """The court says when it had it."""
    day = local_day(world.agenda.now())
    receive_insistence(session, arrived_on=day, reference="", **by(world, petition, Role.OFFICIAL))


def asked_for_more(world: World, petition: Petition, session: Session) -> None:
    """The judge wants the papers themselves, so its days do not run."""
    interrupt_insistence(
        session,
        ground=InterruptionGround.DOCUMENTS,
        asked_on=local_day(world.agenda.now()),
        act="Auto 198",
        **by(world, petition, Role.OFFICIAL),
    )


def handed(world: World, petition: Petition, session: Session) -> None:
    """The court has them."""
    day = local_day(world.agenda.now())
    found = by(world, petition, Role.OFFICIAL)
    end_interruption(session, ending=InterruptionEnd.RECEIVED, ended_on=day, **found)


def ruled(world: World, petition: Petition, session: Session) -> None:
    """The judge has part of it handed over."""
    day = local_day(world.agenda.now())
    rule_insistence(
        session,
        ruling=Ruling.MODIFIED,
        act="Auto 214",
        act_on=day,
        comply_by=day + timedelta(days=7),
        body="Se ordena entregar los documentos sin los nombres de las personas.",
        **by(world, petition, Role.OFFICIAL),
    )
