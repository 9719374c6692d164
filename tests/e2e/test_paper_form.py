"""The form in paper, as the printer gets it."""

import io

import pikepdf
import pytest

from tests.e2e.browser import PHONE


@pytest.mark.parametrize("size", ["Letter", "A4"])
def test_it_is_one_sheet(visit, size):
    page = visit(PHONE).page
    page.goto("/formulario-en-papel")
    printed = page.pdf(format=size, prefer_css_page_size=False)

    assert 1 == len(pikepdf.open(io.BytesIO(printed)).pages)
