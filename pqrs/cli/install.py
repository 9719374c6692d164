"""`init`, `demo`, `serve` and `worker`: from an empty folder to a system that serves."""

import signal
import time

import click
from sqlalchemy.exc import OperationalError

from pqrs import create_app
from pqrs.acts.answer_code_requests import answer_code_requests
from pqrs.acts.ask_again import ask_again
from pqrs.acts.complete_witness import complete_witness
from pqrs.acts.deliver_notices import deliver_notices
from pqrs.acts.erase_contacts import erase_contacts
from pqrs.acts.follow_successors import follow_successors
from pqrs.acts.invite_evaluation import invite_evaluation
from pqrs.acts.load_office import OtherEntityError, load_office
from pqrs.acts.note_breaches import note_breaches
from pqrs.acts.reckon_stale import reckon_stale
from pqrs.acts.save_draft import drop_expired_drafts
from pqrs.acts.scan_documents import scan_documents
from pqrs.acts.sweep_files import sweep_files
from pqrs.acts.switch_off_rules import switch_off_rules
from pqrs.acts.take_down_notices import take_down_notices
from pqrs.cli.context import Terminal, terminal
from pqrs.cli.progress import progress
from pqrs.cli.server import Server
from pqrs.demo import ACCOUNTS_PASSWORD, NotEmptyError, fill
from pqrs.migrations import is_current, upgrade
from pqrs.office import access_code
from pqrs.outside.marks import WORKER_SEEN, leave_mark
from pqrs.outside.now import now
from pqrs.outside.router_weights import keep_weights
from pqrs.outside.texts import Carrier, make_carrier

THREADS = 4
"""In each worker: a slow phone that sends a file keeps one thread, not the whole worker."""
PAUSE = 2.0
"""Seconds between two looks at an empty outbox."""
SWEEP_PAUSE = 60 * 60.0
"""Seconds between two looks for what only time brings: stray files, heirs, questions to ask."""


@click.command()
def init() -> None:
    """Lleva la base de datos a la última migración y carga los datos de la entidad. Repetible."""
    here = terminal()
    prepare(here)
    if not here.office.pack.entity.duty_contact:
        click.echo(NO_DUTY_CONTACT, err=True)
    click.echo(f"Lista: {here.office.pack.entity.name}.", err=True)


def prepare(here: Terminal) -> None:
    """Schema, pack, witness and what the router learns, in that order."""
    upgrade(here.engine)
    try:
        with here.work() as session:
            load_office(session, here.office.pack)
            reckon_stale(session, here.office)
            switch_off_rules(session, here.office)
    except OtherEntityError as error:
        raise click.ClickException(
            f"Esta base de datos es de otra entidad: {error}. Revise PQRS_ENTITY."
        ) from error
    with here.read() as session:
        complete_witness(session, here.witness)
        pack = here.office.pack_now(session)
    keep_weights(pack, here.settings.instance)


@click.command()
@click.option(
    "--petitions",
    default=3000,
    type=click.IntRange(0, 1_000_000),
    show_default=True,
    help="Cuántas. Unas cuarenta por segundo: un millón toma unas siete horas.",
)
@click.option("--seed", default=2026, show_default=True)
@click.option("--years", default=1, type=click.IntRange(1, 10), show_default=True)
def demo(petitions: int, seed: int, years: int) -> None:
    """Llena una base de datos vacía con un municipio de demostración."""
    here = terminal()
    if not here.settings.demo:
        raise click.ClickException("Solo con PQRS_DEMO=1: son datos inventados.")
    prepare(here)
    try:
        with progress("Inventando") as tell:
            shown = fill(
                here.work,
                here.office,
                petitions=petitions,
                seed=seed,
                years=years,
                until=now(),
                tell=tell,
            )
    except NotEmptyError as error:
        raise click.ClickException(
            "La base de datos ya tiene peticiones. La demostración necesita una vacía."
        ) from error
    click.echo(f"Cuentas de demostración, con la clave {ACCOUNTS_PASSWORD}:")
    for account in (
        "ventanilla",
        "funcionario.plan",
        "jefe.plan",
        "jefe.desp",
        "supervisor",
        "admin",
    ):
        click.echo(f"  {account}@demo.test")
    if shown:
        click.echo("Una petición con respuesta, para entrar en /seguimiento:")
        click.echo(f"  {shown[0].number}  {access_code.show_code(shown[0].access_code)}")


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", default=8000, show_default=True)
@click.option("--workers", default=2, show_default=True)
def serve(host: str, port: int, workers: int) -> None:
    """Sirve la aplicación con gunicorn."""
    here = terminal()
    if not is_current(here.engine):
        raise click.ClickException("La base de datos no está al día. Ejecute antes: pqrs init")
    with here.read() as session:
        complete_witness(session, here.witness)
        pack = here.office.pack_now(session)
    here.engine.dispose()
    keep_weights(pack, here.settings.instance)
    server = Server(
        create_app(here.settings),
        bind=f"{host}:{port}",
        workers=workers,
        threads=THREADS,
        timeout=60,
        worker_tmp_dir="/tmp",  # noqa: S108  gunicorn's heartbeat files
        control_socket_disable=True,
    )
    server.run()


@click.command()
@click.option("--once", is_flag=True, help="Vacía la bandeja de salida y termina.")
def worker(*, once: bool) -> None:
    """Envía los avisos pendientes y cuida los archivos. Se puede encender dos veces sin riesgo."""
    run_worker(terminal(), once=once)


def run_worker(here: Terminal, *, once: bool) -> None:
    """Until it is asked to stop; with `once`, until nothing is left to send.

    A database that another keeps busy, or that is away, is asked again: what a round does it may do
    twice. It leaves no mark meanwhile, so that `/salud` tells.
    """
    carrier = make_carrier(here.settings)
    stop = StopAsked()
    next_sweep = 0.0
    while not stop.asked:
        try:
            if time.monotonic() >= next_sweep:
                sweep(here, carrier)
                next_sweep = time.monotonic() + SWEEP_PAUSE
            sent = send_what_waits(here, carrier)
        except OperationalError:
            if once:
                raise
            click.echo(BUSY, err=True)
            time.sleep(PAUSE)
            continue
        leave_mark(here.settings.instance, WORKER_SEEN, now())
        if once and not sent:
            return
        if not sent:
            time.sleep(PAUSE)


def sweep(here: Terminal, carrier: Carrier) -> None:
    """What only time brings."""
    sweep_files(here.work, here.office.files)
    carrier.sweep()
    with here.work() as session:
        reckon_stale(session, here.office)
        switch_off_rules(session, here.office)
    note_breaches(here.work, here.office)
    follow_successors(here.work, here.office)
    invite_evaluation(here.work, here.office)
    ask_again(here.work, here.office)
    erase_contacts(here.work)
    take_down_notices(here.work, here.office)


def send_what_waits(here: Terminal, carrier: Carrier) -> int:
    """One look at everything that waits; how many notices left."""
    scan_documents(here.work, here.office)
    with here.work() as session:
        drop_expired_drafts(session, now())
    answer_code_requests(here.work, here.office)
    return deliver_notices(here.work, here.office, carrier, base_url=here.settings.base_url)


BUSY = "La base de datos está ocupada o no contesta. Se intenta otra vez en unos segundos."
NO_DUTY_CONTACT = (
    "entity.toml no tiene duty_contact: el aviso de peligro va a la jefatura de la dependencia."
)


class StopAsked:
    """Whether the operator asked the worker to stop, by Ctrl-C or by a signal."""

    def __init__(self) -> None:
        """Listen from now on."""
        self.asked = False
        signal.signal(signal.SIGTERM, self.note)
        signal.signal(signal.SIGINT, self.note)

    def note(self, _number: int, _frame: object) -> None:
        """Finish the notice in hand, then stop."""
        self.asked = True
