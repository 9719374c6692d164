"""What the router learns from Candelaria's texts: once a run, kept for every worker and process.

Learning takes more than any test that needs it. A run learns into a folder of its own, so nothing
is ever measured on what an earlier version had learnt.
"""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from pqrs.office.training import Trained, train
from pqrs.outside.router_weights import FILE, keep_weights, trained_for
from tests.databases import once
from tests.office.packs import candelaria

FOLDER = "TESTS_LEARNT"


def pytest_configure(config: pytest.Config) -> None:
    if FOLDER not in os.environ:  # xdist's workers inherit it
        folder = tempfile.TemporaryDirectory(prefix="pqrs-learnt-")
        os.environ[FOLDER] = folder.name
        config.add_cleanup(folder.cleanup)


def trained() -> Trained:
    """Outside a run of tests it is learnt now."""
    return trained_for(candelaria(), learnt()) if FOLDER in os.environ else train(candelaria())


def give_weights(folder: Path) -> None:
    """Have there what `pqrs init` would learn; the file is replaced whole, so it may be shared."""
    folder.mkdir(parents=True, exist_ok=True)
    if FOLDER in os.environ:
        with suppress(FileExistsError):
            os.link(learnt() / FILE, folder / FILE)


def learnt() -> Path:
    return once(Path(os.environ[FOLDER]) / "instance", learn)


def learn(folder: Path) -> None:
    folder.mkdir()
    keep_weights(candelaria(), folder)
