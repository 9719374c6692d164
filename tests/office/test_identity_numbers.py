"""Document numbers: any way of writing them is read, and only what cannot be is asked about."""

import pytest

from pqrs.office.identity_numbers import has_wrong_check_digit, is_number_of, written


@pytest.mark.parametrize(
    ("kind", "typed", "kept"),
    [
        ("CC", "1.234.567", "1234567"),
        ("CC", "1 234 567", "1234567"),
        ("CC", "CC 1234567", "1234567"),
        ("CC", "C.C. 1.023.456.789", "1023456789"),
        ("TI", "T.I. 1023456789", "1023456789"),
        ("CE", "e 123456", "E123456"),
        ("PA", "AÑ123-45", "AÑ12345"),
        ("PPT", "1234567", "1234567"),
        ("NIT", "NIT: 900.123.456-8", "9001234568"),
        ("", "CC", "CC"),
    ],
)
def test_a_number_is_read_however_it_is_written(kind, typed, kept):
    assert kept == written(typed)
    assert is_number_of(kind, typed) is (kind != "")


@pytest.mark.parametrize(
    ("kind", "typed"), [("CC", "12A45"), ("CC", "123"), ("CC", "1" * 15), ("PA", "??"), ("CE", "")]
)
def test_what_is_no_number_of_that_document(kind, typed):
    assert not is_number_of(kind, typed)


@pytest.mark.parametrize(
    ("nit", "wrong"),
    [
        ("900.123.456-8", False),
        ("NIT 900123456–8", False),
        ("900123456-7", True),
        ("899999002-8", True),
        ("899999068-1", False),
        ("900123456", False),
        ("900123450-1", True),
        ("nada", False),
    ],
)
def test_a_check_digit_is_checked_when_it_is_given(nit, wrong):
    assert wrong is has_wrong_check_digit(nit)
