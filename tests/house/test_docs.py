"""What operators read is complete: every setting, command and address stands in operations.md."""

import re
from pathlib import Path

import pytest

from pqrs import create_app
from pqrs.cli import pqrs
from pqrs.settings import NAMES, PREFIX

OPERATIONS = Path("docs/operations.md")
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#]+)")
DOCUMENTS = sorted([*Path().glob("*.md"), *Path("docs").rglob("*.md")])


def commands(group, prefix=""):
    for name, command in group.commands.items():
        yield from (
            commands(command, f"{name} ") if hasattr(command, "commands") else [prefix + name]
        )


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_is_documented(name):
    assert f"`{PREFIX}{name}`" in OPERATIONS.read_text()


@pytest.mark.parametrize("name", sorted(commands(pqrs)))
def test_every_command_is_documented(name):
    assert f"`pqrs {name}" in OPERATIONS.read_text()


def test_every_address_is_documented(settings):
    text = OPERATIONS.read_text()
    rules = create_app(settings).url_map.iter_rules()
    first_parts = {
        "/" + rule.rule.split("/")[1] for rule in rules if not rule.rule.startswith("/static")
    }

    missing = sorted(part for part in first_parts if f"`{part}" not in text)

    assert [] == missing


@pytest.mark.parametrize("path", DOCUMENTS, ids=str)
def test_links_between_documents_lead_somewhere(path):
    broken = [
        target for target in LINK.findall(path.read_text()) if not (path.parent / target).exists()
    ]

    assert [] == broken


def test_every_dependency_has_its_reason():
    """The five the project is built on need none; each other one is argued for in a decision."""
    project = Path("pyproject.toml").read_text().partition("\ndependencies = [")[2]
    listed = re.findall(r'^\s*"([a-z0-9-]+)', project.partition("]")[0], re.MULTILINE)
    argued = "\n".join(path.read_text().lower() for path in Path("docs/decisions").glob("*.md"))

    missing = [name for name in listed[5:] if name not in argued]

    assert [] == missing


TEST = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PROOFS = sorted({found for path in DOCUMENTS for found in TEST.findall(path.read_text())})


@pytest.mark.parametrize(("path", "name"), PROOFS)
def test_a_test_that_a_document_calls_as_proof_exists(path, name):
    assert f"def {name}(" in Path(path).read_text()
