"""What every test may ask for. Databases are in `databases.py`, the browser in `e2e/`."""

import socket
from datetime import UTC, datetime

import pytest

pytest_plugins = ["tests.floors", "tests.databases", "tests.learnt", "tests.application"]

OPENS_SOCKETS = {"network", "browser", "postgresql", "faults"}


def pytest_addoption(parser):
    parser.addoption("--screenshots", help="a folder for a picture of every page the browser sees")


@pytest.fixture(autouse=True)
def no_sockets(request, monkeypatch):
    """A test that talks to another process says so with a mark; the others cannot, by accident."""
    if OPENS_SOCKETS & {mark.name for mark in request.node.iter_markers()}:
        yield
        return
    addresses = []

    def refuse(_socket, address):
        addresses.append(address)
        raise ConnectionRefusedError(f"this test is not marked `network`: {address}")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket.socket, "connect_ex", refuse)
    yield
    assert [] == addresses, "mark the test `network`, or find out why it connects"


@pytest.fixture
def clock():
    """A fixed instant: Tuesday 17 March 2026, 10:30 in Bogotá, a working day far from holidays."""
    return datetime(2026, 3, 17, 15, 30, tzinfo=UTC)
