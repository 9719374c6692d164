"""What is read of a request that is too large; its pages are in `test_matrix_files.py`."""

import pytest

from pqrs.web.citizen.attach import LARGEST_REQUEST
from pqrs.web.citizen.too_large import MOST_READ, PIECE, fields_before_file

WORDS = "Año tras año, " * 5_000
FILE = b'\r\n--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF'


def field(name: str, words: bytes) -> bytes:
    return f'--x\r\nContent-Disposition: form-data; name="{name}"\r\n\r\n'.encode() + words


@pytest.mark.parametrize(
    ("body", "read"),
    [
        (field("text", WORDS.encode()) + FILE, {"text": WORDS}),
        (field("token", b"t") + b"\r\n" + field("text", b"a") + FILE, {"token": "t", "text": "a"}),
        (field("text", b"a\xff") + FILE, {"text": "a\ufffd"}),
        (field("seen", b"9") + FILE + b"\r\n" + field("text", b"b"), {"seen": "9"}),
        (field("seen", b"9") + b"\r\n" + field("text", b"c" * MOST_READ * 2), {"seen": "9"}),
        (b"--y\r\nnada", {}),
        (b"", {}),
    ],
    ids=["letters of two bytes", "two", "no letter", "after the file", "endless", "broken", "none"],
)
def test_the_words_before_the_file_are_read(app, body, read):
    where = {"CONTENT_LENGTH": str(LARGEST_REQUEST + 1)}
    kind = "multipart/form-data; boundary=x"
    with app.test_request_context(
        method="POST", data=body, content_type=kind, environ_overrides=where
    ):
        found = fields_before_file().to_dict()

    assert read.keys() <= found.keys()
    assert read == {name: words for name, words in found.items() if name in read}
    assert len(found.get("text", "")) <= MOST_READ + PIECE
    assert "a" not in found.get("seen", "")
