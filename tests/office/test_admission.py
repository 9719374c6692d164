"""What an anonymous report lacks (Ley 962 de 2005, artículo 81)."""

import pytest

from pqrs.office.admission import DAY, PEOPLE, PLACE, PROOF, Told, lacking


@pytest.mark.parametrize(
    ("told", "lacks"),
    [
        (Told(people=False, day=False, place=False, proof=False), (PEOPLE, DAY, PLACE, PROOF)),
        (Told(people=False, day=True, place=False, proof=False), (PEOPLE, PLACE, PROOF)),
        (Told(people=False, day=True, place=True, proof=False), ()),
        (Told(people=True, day=False, place=False, proof=False), ()),
        (Told(people=False, day=False, place=False, proof=True), ()),
    ],
)
def test_a_person_a_fact_or_a_proof_is_enough(told, lacks):
    assert lacks == lacking(told)
