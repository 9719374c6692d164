"""A receipt in somebody else's hand: downloaded, scanned, true; changed, not true."""

import io

import pikepdf
import pytest
import zxingcpp
from PIL import Image

from tests.e2e.browser import DESKTOP, axe, overflow
from tests.e2e.pages import Citizen, follow_to, main_of, press

WORDS = "La lámpara del poste frente al puesto de salud está fundida."


@pytest.fixture
def looks(screenshots):
    """Every page is looked at; scripts that look run only where scripts do."""
    wrong = []

    def look(page):
        screenshots.take(page, "receipt")
        if overflow(page):
            wrong.append(f"{page.url}: too wide")

    yield look
    assert [] == wrong


def scanned(page):
    """What the camera of another telephone reads from this screen."""
    shot = page.get_by_role("img", name="Código QR").screenshot()
    [found] = zxingcpp.read_barcodes(Image.open(io.BytesIO(shot)))
    return found.text


def test_a_receipt_is_downloaded_scanned_and_true(visitor, visit, looks):
    citizen = Citizen(visitor, looks)
    told = citizen.file(WORDS, "Luminaria apagada", "Persona Inventada")
    address = scanned(citizen.page)
    with citizen.page.expect_download() as download:
        citizen.page.get_by_role("link", name="Descargar la constancia").click()
    with pikepdf.open(download.value.path()) as document:
        links = [str(note.A.URI) for note in document.pages[0].Annots]
        title = str(document.open_metadata().get("dc:title"))

    assert [address] == links
    assert told.number in title

    other = visit(DESKTOP).page
    other.goto(address)
    said = main_of(other).inner_text()
    assert "La constancia es auténtica" in said
    assert told.number in said
    assert "Persona Inventada" not in said
    assert "Luminaria" not in said
    assert [] == axe(other)


def test_a_changed_code_is_told_and_another_is_asked_for(visitor, looks):
    citizen = Citizen(visitor, looks)
    citizen.file(WORDS, "Luminaria apagada", "Persona Inventada")
    line = scanned(citizen.page).partition("?c=")[2]

    citizen.come_to("/verificar")
    citizen.page.get_by_role("textbox").fill(line[:-86] + "A" * 86)
    press(citizen.page, "Comprobar")
    looks(citizen.page)
    assert "No es auténtica" in main_of(citizen.page).inner_text()

    follow_to(citizen.page, citizen.page.get_by_role("link", name="Comprobar otro documento"))
    citizen.page.get_by_role("textbox").fill(line[:100])
    press(citizen.page, "Comprobar")
    looks(citizen.page)
    said = main_of(citizen.page).inner_text()
    assert "incompleto o dañado" in said
    assert line[:100] == citizen.page.get_by_role("textbox").input_value()
