"""The `pqrs` command: what an operator does from a terminal, one file a group of commands.

Exit codes: 0 done, 1 the answer is no, 2 wrong usage. Results go to stdout, messages to stderr.
"""

import sys

import click

from pqrs.cli.backup import backup
from pqrs.cli.deadline import calendar, deadline
from pqrs.cli.import_cases import import_
from pqrs.cli.install import demo, init, serve, worker
from pqrs.cli.keys import keys
from pqrs.cli.reckon import reckon
from pqrs.cli.restore import restore
from pqrs.cli.route import route
from pqrs.cli.routes import routes
from pqrs.cli.staff import user
from pqrs.cli.verify import verify
from pqrs.law import LawError
from pqrs.office import PackError
from pqrs.settings import SettingsError


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def pqrs() -> None:
    """Peticiones, quejas, reclamos, sugerencias y denuncias, respondidas en término legal."""


for command in (
    init, demo, serve, worker, deadline, calendar, reckon, route, import_, keys, routes, user,
    backup, restore,
    verify,
):  # fmt: skip
    pqrs.add_command(command)


def main() -> None:
    """Run the command; what the operator can correct is one line and not a traceback."""
    try:
        pqrs(standalone_mode=True)
    except (SettingsError, PackError, LawError) as error:
        click.echo(str(error), err=True)
        sys.exit(2)
