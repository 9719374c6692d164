"""The line breaks while a photo travels: what was typed and attached before is there."""

import asyncio
import os
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Error

from tests.e2e.browser import PHONE_WITHOUT_SCRIPTS, Visitor, new_visitor
from tests.e2e.pages import Citizen, choose, main_of, press
from tests.samples import a_pdf

HOLE = "En la esquina de la escuela hay un hueco grande que daña las motos."
CUT_AFTER = 400_000
"""Bytes of a request after which the line is gone."""
PIECE = 65_536


class Line:
    """Between a telephone and the server: bytes as they come, until it is told to break."""

    def __init__(self, port: int) -> None:
        self.server_port = port
        self.breaks = False
        self.broken = 0
        self.port = 0
        self.ready = threading.Event()
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.run, daemon=True)

    def start(self) -> None:
        self.thread.start()
        assert self.ready.wait(10)

    def stop(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)

    def run(self) -> None:
        asyncio.set_event_loop(self.loop)
        listening = self.loop.run_until_complete(asyncio.start_server(self.carry, "127.0.0.1", 0))
        self.port = listening.sockets[0].getsockname()[1]
        self.ready.set()
        self.loop.run_forever()
        listening.close()
        left = asyncio.all_tasks(self.loop)
        for task in left:
            task.cancel()
        self.loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
        self.loop.close()

    async def carry(self, phone: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        """Both ways, until either side has no more to say."""
        server, to_server = await asyncio.open_connection("127.0.0.1", self.server_port)
        ends = (to_phone, to_server)
        try:
            up = asyncio.ensure_future(self.up(phone, to_server))
            down = asyncio.ensure_future(self.down(server, to_phone))
            with suppress(asyncio.CancelledError):
                await asyncio.wait({up, down}, return_when=asyncio.FIRST_COMPLETED)
            for task in (up, down):
                task.cancel()
            await asyncio.gather(up, down, return_exceptions=True)
        finally:
            for end in ends:
                end.transport.abort()

    async def up(self, phone: asyncio.StreamReader, to_server: asyncio.StreamWriter) -> None:
        sent = 0
        while piece := await phone.read(PIECE):
            sent += len(piece)
            if self.breaks and sent > CUT_AFTER:
                self.broken += 1
                return
            to_server.write(piece)
            await to_server.drain()

    async def down(self, server: asyncio.StreamReader, to_phone: asyncio.StreamWriter) -> None:
        while piece := await server.read(PIECE):
            to_phone.write(piece)
            await to_phone.drain()


@pytest.fixture
def line(city) -> Iterator[Line]:
    line = Line(city.port)
    line.start()
    yield line
    line.stop()


@pytest.fixture
def visitor(browser, line) -> Iterator[Visitor]:
    visitor = new_visitor(browser, f"http://127.0.0.1:{line.port}", PHONE_WITHOUT_SCRIPTS)
    yield visitor
    visitor.context.close()


def wait_until(is_so, seconds=20):
    """A browser says in its own time that a page did not come."""
    ends = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


def has_come(page, address):
    """The page of the browser that says that nothing came may still be on its way."""
    with suppress(Error):
        page.goto(address)
    return page.url == address


def choose_file(page, name, content):
    kind = {"name": name, "mimeType": "application/pdf", "buffer": content}
    page.get_by_label("Elija una foto o un documento").set_input_files(kind)


def test_a_photo_cut_off_on_its_way_costs_nothing_else(visitor, line):
    citizen, page = Citizen(visitor, lambda _page: None), visitor.page
    citizen.come_to("/radicar")
    choose(page, "Reclamo")
    citizen.go_on()
    page.get_by_role("textbox", name="Cuéntenos").fill(HOLE)
    citizen.go_on()
    choose(page, "Otro tema o no sé")
    citizen.go_on()
    page.get_by_role("textbox", name="punto de referencia").fill("Junto a la escuela")
    citizen.go_on()
    choose_file(page, "primero.pdf", a_pdf())
    press(page, "Adjuntar este archivo")
    here = page.url

    line.breaks = True
    choose_file(page, "segundo.pdf", a_pdf() + os.urandom(6_000_000))
    with suppress(Error):
        page.get_by_role("button", name="Adjuntar este archivo", exact=True).click()
    wait_until(lambda: line.broken)
    line.breaks = False
    wait_until(lambda: has_come(page, here))
    said = main_of(page).inner_text()
    assert ("primero.pdf" in said, "segundo.pdf" in said) == (True, False)
    page.goto(f"http://127.0.0.1:{line.port}/radicar/que-paso")
    assert HOLE == page.get_by_role("textbox", name="Cuéntenos").input_value()
    page.goto(here)
    choose_file(page, "segundo.pdf", a_pdf(photo=b"x" * 900_000))
    press(page, "Adjuntar este archivo")
    assert "segundo.pdf" in main_of(page).inner_text()
