"""A text message goes to a mobile, however its number was written."""

import pytest

from pqrs.office.phones import text_address


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("300 123 4567", "tel:+573001234567"),
        ("+57 (300) 123-45-67", "tel:+573001234567"),
        ("573001234567", "tel:+573001234567"),
        ("602 264 6000", None),
        ("300 123 4567 ext. 12", None),
        ("12", None),
        ("", None),
        (None, None),
    ],
)
def test_only_a_mobile_has_one(typed, address):
    assert address == text_address(typed)
