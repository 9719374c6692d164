"""The witness remembers every number, in order, whatever happens to the last line."""

from datetime import UTC, datetime
from multiprocessing import get_context

import pytest

from pqrs.outside.witness import IssuedNumber, Witness

AT = datetime(2026, 3, 17, tzinfo=UTC)


def issued(number):
    return IssuedNumber(str(number), AT, f"hash-{number}")


@pytest.fixture
def witness(tmp_path):
    return Witness(tmp_path / "elsewhere" / "witness.log")


def numbers(witness):
    return [(line.number, linked) for line, linked in witness.lines()]


def test_nothing_was_given_yet(witness):
    witness.append([])

    assert [] == numbers(witness)
    assert not witness.path.exists()


def test_it_gives_back_what_it_was_told(witness):
    witness.append([issued(1), issued(2)])
    witness.append([issued(3)])

    assert [issued(1), issued(2), issued(3)] == [line for line, _linked in witness.lines()]
    assert all(linked for _line, linked in witness.lines())


@pytest.mark.parametrize("taken", [0, 1])
def test_a_line_taken_out_breaks_the_next_link(witness, taken):
    witness.append([issued(1), issued(2), issued(3)])
    lines = witness.path.read_bytes().splitlines(keepends=True)
    witness.path.write_bytes(b"".join(lines[:taken] + lines[taken + 1 :]))

    assert not all(linked for _number, linked in numbers(witness))


@pytest.mark.parametrize("left", [1, 10, 60])
def test_a_line_cut_by_a_crash_is_passed_over_and_the_next_stands_alone(witness, left):
    witness.append([issued(1), issued(2)])
    first, second = witness.path.read_bytes().splitlines(keepends=True)
    witness.path.write_bytes(first + second[:left])
    witness.append([issued(2)])

    assert [("1", True), ("2", True)] == numbers(witness)


def append(path, number):
    Witness(path).append([issued(number)])


def test_processes_that_write_at_once_keep_the_chain(witness):
    with get_context("fork").Pool(8) as pool:
        pool.starmap(append, [(witness.path, number) for number in range(100)])

    assert 100 == len(numbers(witness))
    assert all(linked for _number, linked in numbers(witness))


def test_a_number_told_again_is_witnessed_once(witness):
    witness.append([issued(1), issued(2)])
    witness.append([issued(2)])

    assert [("1", True), ("2", True)] == numbers(witness)
