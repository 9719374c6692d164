"""Sizes: what a reader can hold is asked for in review; here only what nobody could."""

from pathlib import Path

import pytest

MODULES = sorted([*Path("pqrs").rglob("*.py"), *Path("tests").rglob("*.py")])
TEMPLATES = sorted(Path("templates").rglob("*.html"))


def lines(path):
    return len(path.read_text().splitlines())


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_can_be_read_in_one_go(path):
    assert lines(path) <= 500 or "migrations" in path.parts


@pytest.mark.parametrize("path", TEMPLATES, ids=str)
def test_a_template_can_be_read_in_one_go(path):
    assert lines(path) <= 200
