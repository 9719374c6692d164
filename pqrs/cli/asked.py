"""Ask whoever is at the terminal, in their language."""

import click

YES = frozenset({"s", "si", "sí"})


def asked(question: str) -> bool:
    """Whether a person says yes; nobody at the terminal, or another word, is a no."""
    try:
        said = click.prompt(f"{question} [s/N]", default="", show_default=False, err=True)
    except click.Abort:
        return False
    return str(said).strip().casefold() in YES
