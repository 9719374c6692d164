"""`keys`: the key that signs receipts, and the public keys by which anybody checks them."""

import click

from pqrs.cli.context import terminal
from pqrs.outside.signing import SigningKeys, name_of


@click.group()
def keys() -> None:
    """La llave que firma constancias y respuestas."""


@keys.command("list")
def list_keys() -> None:
    """Escribe el nombre de cada llave pública, primero la que firma hoy."""
    signing = signing_keys()
    for public in signing.public_keys():
        click.echo(name_of(public))
    if not signing.is_well():
        raise click.ClickException(
            "No hay con qué firmar. Recupere su copia de la llave, o ejecute: pqrs keys rotate"
        )


@keys.command()
def rotate() -> None:
    """Cambia la llave que firma. Lo que firmaron las anteriores se sigue comprobando."""
    try:
        click.echo(signing_keys().rotate())
    except OSError as error:
        raise click.ClickException(f"No se pudo escribir la llave: {error.strerror}.") from error


def signing_keys() -> SigningKeys:
    """Those of this installation, made when they were never there."""
    signing = SigningKeys(terminal().settings.keys_dir)
    signing.prepare()
    return signing
