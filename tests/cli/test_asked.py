"""A yes or a no at the terminal, in Spanish; what is neither is a no."""

import click
import pytest
from click.testing import CliRunner

from pqrs.cli.asked import asked


@click.command()
def question() -> None:
    """Its answer as a word."""
    click.echo(asked("¿Seguir?"))


@pytest.mark.parametrize(
    ("said", "answer"),
    [("s", True), ("SÍ", True), ("si", True), ("n", False), ("", False), ("quizá", False)],
)
def test_only_a_yes_is_a_yes(said, answer):
    done = CliRunner().invoke(question, input=f"{said}\n")

    assert f"{answer}\n" == done.stdout
    assert done.stderr.startswith("¿Seguir? [s/N]: ")


def test_nobody_at_the_terminal_is_a_no():
    assert "False\n" == CliRunner().invoke(question, input="").stdout
