"""`pqrs verify`: every promise of the system, asked of the whole database."""

import json
import sys

import click

from pqrs.cli.context import terminal
from pqrs.queries.invariants import INVARIANTS, Ground


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Resultado para una máquina.")
def verify(*, as_json: bool) -> None:
    """Comprueba cada invariante. Termina con 1 si alguna no se cumple y dice cuál."""
    here = terminal()
    with here.read() as session:
        ground = Ground(session, here.witness, here.office.files)
        found = {invariant.code: list(invariant.ask(ground)) for invariant in INVARIANTS}
    if as_json:
        click.echo(json.dumps(found, ensure_ascii=False))
    for invariant in INVARIANTS:
        broken = found[invariant.code]
        if not as_json:
            click.echo(f"{invariant.code} {'NO' if broken else 'sí'}  {invariant.promise}")
        for what in broken:
            click.echo(f"   {what}", err=True)
    sys.exit(1 if any(found.values()) else 0)
