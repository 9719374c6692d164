"""Is what was signed still on record? The same, changed, or not there."""

from dataclasses import replace
from datetime import timedelta

import pytest

from pqrs.models import LostNumber
from pqrs.office.receipt_seal import SignedSeal, read_seal
from pqrs.queries.receipt import answer_facts, receipt_facts
from pqrs.queries.receipt_check import OnRecord, on_record
from tests.build import a_kept_file, a_petition, answered

SECOND = timedelta(seconds=1)
CHANGES = {
    "at": lambda seal: replace(seal, at=seal.at + SECOND),
    "arrived_at": lambda seal: replace(seal, arrived_at=(seal.arrived_at or seal.at) + SECOND),
    "digest": lambda seal: replace(seal, digest="0" * 64),
}


@pytest.fixture
def seals(session, office):
    """Of a petition with a file, and of its answer, as somebody scanned them."""
    petition = a_petition(session, office, documents=(a_kept_file(office),))
    answered(session, office, petition)
    made = (
        receipt_facts(session, petition.number).seal,
        answer_facts(session, petition.number).seal,
    )
    return [read_seal(str(SignedSeal(seal, "00000000", bytes(64)))).seal for seal in made]


def test_what_is_on_record_is_the_same(session, seals):
    assert [OnRecord.SAME] * 2 == [on_record(session, seal) for seal in seals]


@pytest.mark.parametrize("field", CHANGES)
def test_whatever_differs_is_a_change(session, seals, field):
    assert [OnRecord.CHANGED] * 2 == [on_record(session, CHANGES[field](seal)) for seal in seals]


def test_a_number_that_is_not_there(session, seals):
    absent = [
        replace(seal, number=number)
        for seal, number in zip(seals, ("2026-999999-9", "S-2026-999999"), strict=True)
    ]

    assert [OnRecord.ABSENT] * 2 == [on_record(session, seal) for seal in absent]


def test_a_number_whose_petition_was_lost(session, seals):
    number = "2026-000500-7"
    place = {"series": "R", "year": 2026, "sequence": 500, "noted_at": seals[0].at}
    session.add(LostNumber(number=number, **place))
    session.flush()

    assert OnRecord.LOST is on_record(session, replace(seals[0], number=number))
