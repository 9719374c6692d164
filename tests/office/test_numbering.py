"""The filing number: one written form, and what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pqrs.office.numbering import (
    CONSECUTIVE,
    HISTORIC,
    PetitionNumber,
    check_digit,
    parse_number,
)

numbers = st.builds(
    PetitionNumber,
    st.integers(min_value=1000, max_value=9999),
    st.integers(min_value=1, max_value=999_999_999),
    st.sampled_from([CONSECUTIVE, HISTORIC]),
)


def test_the_published_example_of_damm():
    assert check_digit("572") == 4


def test_it_is_written_with_six_digits_at_least():
    assert str(PetitionNumber(2026, 1)) == "2026-000001-5"
    assert str(PetitionNumber(2026, 1_234_567)) == "2026-1234567-5"


@pytest.mark.parametrize(
    "typed",
    [
        "2026-000001-5",
        "20260000015",
        " 2026 000001 5 ",
        "2026–000001—5",
        "2026\u00a0000001\u20115",
        "2026 - 000001 - 5\n",
    ],
)
def test_hyphens_and_spaces_are_optional(typed):
    assert parse_number(typed) == PetitionNumber(2026, 1)


@pytest.mark.parametrize("typed", ["H-2024-000001-3", "h2024 000001 3", " H 20240000013"])
def test_the_historic_series_has_its_letter_and_is_another_number(typed):
    assert parse_number(typed) == PetitionNumber(2024, 1, HISTORIC)
    assert parse_number(typed) != parse_number("2024-000001-3")


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "H",
        "HH-2026-000001-5",
        "2026-000001-5H",
        "K-2026-000001-5",
        "2026-000001",
        "2026-000001-4",
        "2026-000000-0",
        "2026-0000001-5",
        "0999-000001-5",
        "2026-000001-5x",
        "٢٠٢٦٠٠٠٠٠١٥",
        "2026\0000015",
        "9" * 5000,
    ],
)
def test_what_is_not_a_number_of_ours_is_none(typed):
    assert parse_number(typed) is None


def test_zeros_in_front_of_the_year_or_of_the_sequence_are_refused():
    digits = "0999000001"
    assert parse_number(f"{digits}{check_digit(digits)}") is None
    digits = "20260000001"
    assert parse_number(f"{digits}{check_digit(digits)}") is None
    digits = "2026000000"
    assert parse_number(f"{digits}{check_digit(digits)}") is None


@given(numbers)
def test_what_is_written_is_read_back(number):
    assert parse_number(str(number)) == number


@given(numbers, st.data())
def test_one_wrong_digit_is_always_found(number, data):
    written = str(number).replace("-", "").removeprefix("H")
    place = data.draw(st.integers(min_value=0, max_value=len(written) - 1))
    other = data.draw(st.sampled_from([d for d in "0123456789" if d != written[place]]))
    assert parse_number(written[:place] + other + written[place + 1 :]) is None


@given(numbers, st.data())
def test_two_swapped_neighbours_are_always_found(number, data):
    written = str(number).replace("-", "").removeprefix("H")
    place = data.draw(st.integers(min_value=0, max_value=len(written) - 2))
    one, two = written[place], written[place + 1]
    swapped = written[:place] + two + one + written[place + 2 :]
    assert one == two or parse_number(swapped) is None


@pytest.mark.parametrize(("year", "sequence"), [(26, 1), (10_000, 1), (2026, 0), (2026, 10**9)])
def test_impossible_numbers_are_not_made(year, sequence):
    with pytest.raises(ValueError, match=r"digits|starts at 1"):
        PetitionNumber(year, sequence)


def test_there_is_no_other_series():
    with pytest.raises(ValueError, match="series"):
        PetitionNumber(2026, 1, "X")


def test_numbers_are_in_the_order_they_were_given():
    first, second, third = (
        PetitionNumber(2025, 90),
        PetitionNumber(2026, 1),
        PetitionNumber(2026, 2),
    )
    assert [first, second, third] == sorted([third, first, second])
