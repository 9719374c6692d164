"""Which telephone takes a text message: a Colombian mobile, written in any way."""

import re

SCHEME = "tel:"
_COUNTRY = "57"
_MOBILE = re.compile(r"3\d{9}")


def text_address(phone: str | None) -> str | None:
    """`tel:+573001234567`; None for a fixed line, an extension or no telephone at all."""
    digits = re.sub(r"\D", "", phone or "")
    bare = digits.removeprefix(_COUNTRY) if len(digits) > len("3001234567") else digits
    return f"{SCHEME}+{_COUNTRY}{bare}" if _MOBILE.fullmatch(bare) else None
