"""Numbers the witness saw and the database lost: marked once, and never given again."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from pqrs.acts.mark_lost_numbers import mark_lost_numbers
from pqrs.models import Counter, LostNumber
from pqrs.office import PetitionNumber
from pqrs.outside.witness import ISSUED, IssuedNumber, Witness
from tests.build import a_petition


@pytest.fixture
def witness(session, office, tmp_path):
    """One petition is kept, number 1 of 2026."""
    a_petition(session, office)
    found = Witness(tmp_path / "witness.log")
    found.append(session.info.pop(ISSUED))
    return found


def see(witness, at, *numbers):
    witness.append([IssuedNumber(str(number), at, f"de {number}") for number in numbers])


def test_what_was_seen_and_what_lies_below_it_is_marked(session, office, witness, clock):
    later = clock + timedelta(hours=3)
    fourth, old, moved = (
        PetitionNumber(2026, 4),
        PetitionNumber(2025, 2),
        PetitionNumber(2026, 1, "H"),
    )
    see(witness, later, fourth, old, moved)

    marked = mark_lost_numbers(session, witness, later)

    rows = {row.number: row for row in session.scalars(select(LostNumber))}
    below = [PetitionNumber(2025, 1), PetitionNumber(2026, 2), PetitionNumber(2026, 3)]
    assert {str(each) for each in (fourth, old, moved, *below)} == set(rows) == set(marked)
    assert (later, f"de {fourth}") == (rows[str(fourth)].filed_at, rows[str(fourth)].content_hash)
    assert rows[str(below[1])].filed_at is None
    assert (4, later) == given(session, "R", 2026)
    assert 2 == given(session, "R", 2025)[0]
    assert () == mark_lost_numbers(session, witness, later)
    assert str(PetitionNumber(2026, 5)) == a_petition(session, office).number


def given(session, series, year):
    counter = session.get_one(Counter, (series, year), populate_existing=True)
    return counter.value, counter.last_at


def test_a_whole_database_loses_nothing(session, witness, clock):
    before = given(session, "R", 2026)

    assert () == mark_lost_numbers(session, witness, clock)
    assert before == given(session, "R", 2026)
