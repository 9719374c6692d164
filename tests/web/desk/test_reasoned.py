"""Lists as people write them."""

import pytest

from pqrs.web.desk.reasoned import items_of


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("La factura", ("La factura",)),
        ("- La factura\r\n\r\n• Una foto \n", ("La factura", "Una foto")),
        ("1. La factura\n2) Una foto", ("1. La factura", "2) Una foto")),
        (" - \n•\n", ()),
        ("", ()),
    ],
)
def test_one_thing_in_each_line(text, items):
    assert items == items_of(text)
