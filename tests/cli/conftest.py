"""One installation with two petitions, and a copy of it."""

from pathlib import Path

import pytest

from tests.cli.copies import PHOTO, Installation


@pytest.fixture
def here(tmp_path, entity, database_url):
    """Two petitions, one with a file."""
    ours = Installation(tmp_path / "here", entity, database_url)
    ours.file(PHOTO)
    ours.file()
    return ours


@pytest.fixture
def copy(here, tmp_path):
    """The folder of one copy of it."""
    done = here.run("backup", tmp_path / "copies")
    assert 0 == done.exit_code, done.output
    return Path(done.stdout.splitlines()[0])
