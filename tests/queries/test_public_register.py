"""The public register and the turn of one case: order of arrival, and who goes first."""

from datetime import date
from itertools import pairwise

import pytest

from pqrs.acts.note_reading import REFUSED, note_reading
from pqrs.models import LostNumber
from pqrs.office import PetitionNumber, Role, parse_number
from pqrs.queries import public_register as register
from pqrs.queries.case_readers import Reader, case_readers
from pqrs.queries.tracking import CitizenState
from pqrs.queries.turn import Turn, turn_of
from tests.build import a_petition, an_official, answered
from tests.statements import statements

DANGER = "Una niña está atrapada y se va a caer el puente, hay peligro de muerte."


@pytest.fixture
def five(session, office):
    """Five of Infraestructura, of which the second is answered; and one that waits for routing."""
    cases = [a_petition(session, office) for _ in range(5)]
    answered(session, office, cases[1])
    return [*cases, a_petition(session, office, topic=None, text="qwerty asdf")]


def test_the_register_has_each_number_its_day_its_state_and_its_turn(session, office, five):
    with statements(session) as ran:
        found = register.public_register(session)

    assert len(ran) <= 4
    assert [case.number for case in reversed(five)] == [row.number for row in found.rows]
    assert [5, 4, 3, 2, None, 1] == [row.turn for row in found.rows]
    assert CitizenState.ANSWERED is found.rows[4].state
    assert {CitizenState.IN_PROGRESS} == {found.rows[place].state for place in (0, 1, 2, 3, 5)}
    assert {office.clock().date()} == {row.on for row in found.rows}
    assert (5, None) == (found.waiting, found.older)


def test_a_lost_number_keeps_its_place(session, five, clock, monkeypatch):
    unknown, seen = PetitionNumber(2026, 7), PetitionNumber(2026, 8)
    for number, at in ((unknown, None), (seen, clock)):
        session.add(
            LostNumber(
                number=str(number),
                series="R",
                year=number.year,
                sequence=number.sequence,
                filed_at=at,
                noted_at=clock,
            )
        )
    session.flush()
    monkeypatch.setattr(register, "ROWS", 2)

    first = register.public_register(session)
    second = register.public_register(session, parse_number(first.older or ""))

    lost = [(str(seen), clock.date(), None, None), (str(unknown), None, None, None)]
    assert lost == [(row.number, row.on, row.state, row.turn) for row in first.rows]
    assert [five[5].number, five[4].number] == [row.number for row in second.rows]
    assert [5, 4] == [row.turn for row in second.rows]
    assert first.rows[1] == register.register_row(session, str(unknown))


def test_it_goes_on_from_a_number_and_finds_one(session, five, monkeypatch):
    monkeypatch.setattr(register, "ROWS", 2)

    first = register.public_register(session)
    second = register.public_register(session, parse_number(first.older or ""))

    assert five[4].number == first.older
    assert [3, 2] == [row.turn for row in second.rows]
    assert 2 == register.register_row(session, five[2].number).turn
    assert register.register_row(session, "2026-999999-0") is None


def test_the_turn_counts_those_of_the_department_that_go_first(session, office, five):
    assert [0, 1, 2, 3] == [turn_of(session, five[place].number).before for place in (0, 2, 3, 4)]
    for one, later in pairwise((five[0], five[2])):
        assert turn_of(session, one.number).before < turn_of(session, later.number).before


def test_danger_to_life_goes_first_and_is_said(session, office, five):
    urgent = a_petition(session, office, text=DANGER)
    assert 0 == urgent.rank, "the words are of danger"

    assert Turn(0, 0) == turn_of(session, urgent.number)
    assert Turn(1, 1) == turn_of(session, five[0].number)


def test_what_waits_for_routing_or_was_answered_has_no_turn(session, five):
    assert turn_of(session, five[1].number) is None
    assert turn_of(session, five[5].number) is None


def test_who_opened_it_by_role_and_day_once_and_never_who_was_kept_out(session, office, five):
    number, at = five[0].number, office.clock()
    for role in (Role.CLERK, Role.OFFICIAL, Role.OFFICIAL):
        note_reading(session, number=number, viewer=an_official(session, role), at=at)
    nosy = an_official(session, Role.AUDITOR)
    note_reading(session, number=number, viewer=nosy, at=at, action=REFUSED)

    found = case_readers(session, number)

    assert (Reader(at.date(), Role.OFFICIAL), Reader(at.date(), Role.CLERK)) == found
    assert () == case_readers(session, five[2].number)
    assert isinstance(found[0].on, date)
