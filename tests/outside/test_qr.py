"""A QR: the same text is the same drawing, and whoever reads it gets the text."""

import io
import json

import typst
import zxingcpp
from PIL import Image

from pqrs.outside.qr import qr_svg

ADDRESS = "https://pqrs.ejemplo.gov.co/verificar?c=PQRS1.2026-000418-3." + "Ab-_9" * 38
PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#image(bytes(json(bytes(sys.inputs.svg))), format: "svg", width: 45mm)
"""


def drawn(svg):
    """As a printer would put it on paper."""
    inputs = {"svg": json.dumps(svg.decode())}
    return Image.open(io.BytesIO(typst.compile(PAGE, format="png", ppi=150, sys_inputs=inputs)))


def test_it_is_a_drawing_without_a_size_of_its_own():
    head = qr_svg(ADDRESS).partition(b"<path")[0]

    assert b"viewBox=" in head
    assert b"width=" not in head
    assert qr_svg(ADDRESS) == qr_svg(ADDRESS)
    assert qr_svg(ADDRESS) != qr_svg(ADDRESS + "x")


def test_a_reader_gets_the_text():
    assert [ADDRESS] == [found.text for found in zxingcpp.read_barcodes(drawn(qr_svg(ADDRESS)))]


def test_a_stain_does_not_hide_it():
    """A crease or a coffee stain: a tenth of its area is gone."""
    picture = drawn(qr_svg(ADDRESS)).convert("L")
    side = picture.width // 4
    picture.paste(
        255,
        (
            picture.width // 2,
            picture.width // 2,
            picture.width // 2 + side,
            picture.width // 2 + side,
        ),
    )

    assert [ADDRESS] == [found.text for found in zxingcpp.read_barcodes(picture)]
