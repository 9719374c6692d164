"""What people type, made clean without changing what they mean.

Kept: every script, emoji and its joiners, tabs and line ends. Removed: what is not seen and
deceives (direction marks, zero-width blanks). Refused, not removed: control characters, which
PostgreSQL or a terminal would take for something else.
"""

import re
import unicodedata
from typing import Final

DECEIVING: Final = re.compile("[\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
JOINERS: Final = "\u200c\u200d\u034f\u115f\u1160\u3164"
"""Invisible, but needed inside emoji and some scripts: only at the ends do they count as blank."""
LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
CONTROL: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff]")


def clean(text: str) -> str:
    """NFC, one kind of line end, no deceiving marks, no blanks of any kind around it."""
    shown = DECEIVING.sub("", LINE_ENDS.sub("\n", unicodedata.normalize("NFC", text)))
    return strip_blanks(shown)


def strip_blanks(text: str) -> str:
    """`str.strip` knows every space of Unicode but not the invisible joiners."""
    while (shorter := text.strip().strip(JOINERS)) != text:
        text = shorter
    return text


def has_control(text: str) -> bool:
    """Whether it holds a character that cannot be kept; a lone surrogate is one."""
    return CONTROL.search(text) is not None


def without_control(text: str) -> str:
    """What is shown again in the field, so that sending it a second time is enough."""
    return CONTROL.sub("", text)


def whole_number(text: str, digits: int) -> int | None:
    """What an address or a hidden field holds; None for what is no number of ours, or too long."""
    sound = text.isascii() and text.isdecimal() and len(text) <= digits
    return int(text) if sound else None
