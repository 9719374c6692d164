"""Too much, sent to a case that is not open; the pages that take files: `test_matrix_files.py`."""

import html
from io import BytesIO

from pqrs.web.citizen.attach import LARGEST_REQUEST


def test_without_an_open_case_the_general_page_is_no_dead_end(client):
    announced = {"CONTENT_LENGTH": str(LARGEST_REQUEST + 1)}
    kind = "multipart/form-data; boundary=x"
    sent = {"input_stream": BytesIO(b"--x"), "environ_overrides": announced}
    answer = client.post("/seguimiento/agregar", content_type=kind, **sent)

    assert 413 == answer.status_code
    assert "Consultar una petición" in html.unescape(answer.text)
