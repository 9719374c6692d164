"""Numbers that the witness lacks are found, however old they are."""

import pytest

from pqrs.acts.complete_witness import complete_witness
from pqrs.outside.witness import Witness
from tests.build import a_petition


@pytest.fixture
def numbers(session, office):
    return [a_petition(session, office).number for _each in range(5)]


def witnessed(witness):
    return [issued.number for issued, linked in witness.lines() if linked]


def test_a_new_witness_gets_every_number_in_order(session, numbers, tmp_path):
    witness = Witness(tmp_path / "witness.log")

    assert 5 == complete_witness(session, witness, latest=2)
    assert numbers == witnessed(witness)
    assert 0 == complete_witness(session, witness, latest=2)
