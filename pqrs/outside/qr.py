"""A QR as SVG: for a page as an image, for a PDF as a drawing."""

import io

import segno

QUIET: int = 4
"""Light modules around it, as ISO/IEC 18004 asks."""


def qr_svg(text: str) -> bytes:
    """Dark on white, of whatever size it is shown in; the same text is the same drawing."""
    drawing = io.BytesIO()
    segno.make(text, error="m", micro=False).save(
        drawing,
        kind="svg",
        border=QUIET,
        light="#fff",
        omitsize=True,
        svgclass=None,
        lineclass=None,
    )
    return drawing.getvalue()
