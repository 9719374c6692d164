"""On the lines that people have: 3G with a photo, 2G with nothing but patience."""

import io
import time
from contextlib import contextmanager

import pytest
from PIL import Image

from tests.e2e.browser import PHONE, PHONE_WITHOUT_SCRIPTS
from tests.e2e.pages import NUMBER, choose, follow_to, main_of, press

WORDS = "La lámpara del poste frente a mi casa está fundida hace un mes."
PATIENCE = 240_000
THREE_G = (300, 1_600_000, 750_000)
TWO_G = (600, 70_000, 30_000)
"""Milliseconds there and back; bits a second down, and up."""
PHOTO_SECONDS = 60
SMALL = 2_000_000
PAGE_SECONDS = 15


@pytest.fixture
def on_a_line(visit):
    """A person at such a line from the first page on."""

    def start(screen, line):
        visitor = visit(screen)
        visitor.context.set_default_timeout(PATIENCE)
        latency, down, up = line
        session = visitor.context.new_cdp_session(visitor.page)
        session.send("Network.enable")
        session.send(
            "Network.emulateNetworkConditions",
            {
                "offline": False,
                "latency": latency,
                "downloadThroughput": down / 8,
                "uploadThroughput": up / 8,
            },
        )
        return visitor.page

    return start


class Watch:
    """How long each page took, from the press until it was whole."""

    def __init__(self):
        self.seconds = {}

    @contextmanager
    def page(self, page):
        began = time.monotonic()
        yield
        self.seconds[page.url.split("/", 3)[3]] = round(time.monotonic() - began, 1)


def a_big_photo():
    """A real JPEG of some 4 MB, of the size a telephone takes."""
    noise = Image.effect_noise((4000, 3000), 22).convert("RGB")
    content = io.BytesIO()
    noise.save(content, "JPEG", quality=78)
    assert 3_600_000 < content.tell() < 4_600_000, content.tell()
    return {"name": "foto.jpg", "mimeType": "image/jpeg", "buffer": content.getvalue()}


def wait_until_smaller(page):
    """The script has put another file in the place of the one chosen; it may take its time."""
    chosen = "() => document.querySelector('input[type=file]').files[0].size"
    until = time.monotonic() + PHOTO_SECONDS
    while page.evaluate(chosen) > SMALL and time.monotonic() < until:
        page.wait_for_timeout(100)
    assert page.evaluate(chosen) <= SMALL


def to_the_files(page):
    page.goto("/radicar")
    choose(page, "Reclamo")
    press(page, "Continuar")
    page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)
    press(page, "Continuar")
    press(page, "Continuar")


@pytest.mark.parametrize("screen", [PHONE, PHONE_WITHOUT_SCRIPTS], ids=lambda one: one.name)
def test_a_photo_of_4_mb_is_taken_on_3g_within_a_minute(on_a_line, screen, record_property):
    page, photo = on_a_line(screen, THREE_G), a_big_photo()
    to_the_files(page)
    began = time.monotonic()
    page.get_by_label("Elija una foto o un documento").set_input_files(photo)
    if screen.scripts:
        wait_until_smaller(page)
    press(page, "Adjuntar este archivo")
    seconds = round(time.monotonic() - began, 1)
    record_property("seconds", seconds)
    print(f"{screen.name}: {seconds} s")  # noqa: T201

    assert "foto.jpg" in main_of(page).inner_text()
    assert not screen.scripts or seconds <= PHOTO_SECONDS


def test_a_petition_is_filed_on_2g_without_scripts(on_a_line, record_property):
    page, watch = on_a_line(PHONE_WITHOUT_SCRIPTS, TWO_G), Watch()
    with watch.page(page):
        page.goto("/")
    with watch.page(page):
        follow_to(page, page.get_by_role("link", name="Radicar una petición"))
    choose(page, "Reclamo")
    go_on(page, watch)
    page.get_by_role("textbox", name="Cuéntenos").fill(WORDS)
    for _ in ("text", "place", "files"):
        go_on(page, watch)
    choose(page, "Con mi nombre")
    go_on(page, watch)
    page.get_by_role("textbox", name="Nombre y apellido").fill("Persona Inventada")
    choose(page, "La consulto aquí")
    go_on(page, watch)
    go_on(page, watch, "Enviar mi petición")
    record_property("seconds", watch.seconds)
    print(watch.seconds)  # noqa: T201

    assert NUMBER.search(main_of(page).inner_text())
    assert {} == {path: took for path, took in watch.seconds.items() if took > PAGE_SECONDS}


def go_on(page, watch, button="Continuar"):
    with watch.page(page):
        press(page, button)
