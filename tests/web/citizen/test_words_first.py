"""What is read of a request before its file; cut off for good in `faults/test_cut_words.py`."""

from io import BytesIO

import pytest
from flask import request

from pqrs.web.citizen.words_first import MOST_READ, PIECE, brings_file, fields_before_file

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
    kind = "multipart/form-data; boundary=x"
    sent = {"input_stream": BytesIO(body), "content_length": len(body)}
    with app.test_request_context(method="POST", content_type=kind, **sent):
        request.max_content_length = 2 * MOST_READ + PIECE
        found = fields_before_file().to_dict()
        brings, whole = brings_file(), b"".join(iter(lambda: request.stream.read(PIECE), b""))

    assert read.keys() <= found.keys()
    assert read == {name: words for name, words in found.items() if name in read}
    assert len(found.get("text", "")) <= MOST_READ + PIECE
    assert "a" not in found.get("seen", "")
    assert (b"filename" in body, body) == (brings, whole)
