"""Photos inside documents: taken as they are, without the segments that say where and with what."""

import re
import struct
import zlib
from collections.abc import Iterator
from typing import Final

JPEG: Final = b"\xff\xd8\xff"
PNG: Final = b"\x89PNG\r\n\x1a\n"
APP0: Final = 0xE0
ADOBE: Final = 0xEE
LAST_APP: Final = 0xEF
COMMENT: Final = 0xFE
END_OF_IMAGE: Final = 0xD9
MARK: Final = 0xFF
NEXT_MARKER: Final = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
"""Inside the picture's own data the byte FF is followed by zero or by a restart mark."""
PNG_SEEN: Final = set(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs".split())


def without_traces(image: bytes) -> bytes:
    """The same picture; what is neither JPG nor PNG comes back as it went in.

    Raises `ValueError` for one that is cut short.
    """
    if image.startswith(JPEG):
        return b"".join(jpeg_parts(image))
    if image.startswith(PNG):
        return PNG + b"".join(png_parts(image))
    return image


def jpeg_parts(image: bytes) -> Iterator[bytes]:
    """Every segment but for comments and applications' own; nothing after the end."""
    yield image[:2]
    at = 2
    while (start := NEXT_MARKER.search(image, at)) is not None:
        yield image[at : start.start()]
        marker, at = image[start.end() - 1], start.end()
        if marker == END_OF_IMAGE:
            yield bytes((MARK, marker))
            return
        if len(image) < at + 2:
            break
        end = at + struct.unpack_from(">H", image, at)[0]
        if not (APP0 < marker <= LAST_APP and marker != ADOBE) and marker != COMMENT:
            yield bytes((MARK, marker)) + image[at:end]
        at = end
    raise ValueError("the image is cut short")


def png_parts(image: bytes) -> Iterator[bytes]:
    """The chunks that are seen."""
    at = len(PNG)
    while at < len(image):
        if len(image) < at + 12:
            raise ValueError("a chunk is cut short")
        length, name = struct.unpack_from(">I4s", image, at)
        chunk = image[at : at + 12 + length]
        if zlib.crc32(chunk[4:-4]) != struct.unpack(">I", chunk[-4:])[0]:
            raise ValueError("a chunk is damaged")
        if name in PNG_SEEN:
            yield chunk
        if name == b"IEND":
            return
        at += 12 + length
