"""Cases like one at hand: whose, which may be read, and how many ask together."""

import pytest

from pqrs.acts import join_alike
from pqrs.acts.file_petition import Person
from pqrs.law import IdentityLevel, Kind
from pqrs.models import Adherence
from pqrs.queries.similar_cases import SimilarCases, similar_cases, similar_counts
from tests.build import a_petition, answered, later
from tests.statements import statements

THERE = {"place": "VILLAGORGONA"}


def somebody(number):
    return Person(name=f"Persona {number}", document_type="CC", document_number=f"1000{number}")


def case(session, office, number, **changes):
    return a_petition(session, office, **{**THERE, "person": somebody(number), **changes})


def look(session, office, petition, may_read=lambda _facts: True):
    return similar_cases(session, petition.number, pack=office.pack, may_read=may_read)


def numbers(cases):
    return [one.number for one in cases]


def test_the_same_person_stands_apart_from_others_whatever_the_season(session, office):
    old = case(session, later(office, days=-200), 1)
    answered(session, later(office, days=-199), old)
    past = case(session, later(office, days=-200), 2)
    other = case(session, later(office, days=-5), 3)
    case(session, office, 4, topic="SP-ACU-01")
    case(session, office, 5, place="CABECERA")
    mine = case(session, office, 1)

    found = look(session, office, mine)

    assert ([old.number], [other.number]) == (numbers(found.mine), numbers(found.others))
    assert found.mine[0].answered_on is not None
    assert past.number not in numbers(found.others)


def test_what_may_not_be_read_is_only_counted(session, office):
    case(session, office, 1)
    mine = case(session, office, 2)

    found = look(session, office, mine, lambda _facts: False)

    assert SimilarCases(elsewhere=(("INFRA", 1),), together=2) == found


def test_a_place_that_only_the_text_tells_of_links_as_a_declared_one(session, office):
    declared = case(session, office, 1)
    text = "por los lados de biyagorgona ai un ueco grande en la caye, frente al parque"
    told = case(session, office, 2, place=None, text=text)
    elsewhere = case(session, office, 3, place=None)

    found = look(session, office, told)

    assert ("VILLAGORGONA", [declared.number], 2) == (
        told.place, numbers(found.others), found.together,
    )  # fmt: skip
    assert [told.number] == numbers(look(session, office, declared).others)
    assert 0 == look(session, office, elsewhere).count


def test_a_list_counts_as_each_page_tells_in_two_statements(session, office):
    cases = [case(session, office, number) for number in range(3)]
    cases.append(case(session, office, 4, place="CABECERA"))
    cases.append(case(session, office, 5, identity=IdentityLevel.RESERVED))
    cases.append(case(session, office, 6, topic=None, place=None, text="Otra cosa distinta"))
    session.expire_all()
    listed = [one.number for one in cases]
    pages = {number: look_up(session, office, number).count for number in listed}

    session.expire_all()
    with statements(session) as ran:
        found = similar_counts(session, listed, pack=office.pack, may_read=lambda _facts: True)

    assert pages == {number: found.get(number, 0) for number in listed}
    assert [2, 2, 2, 0, 0, 0] == list(pages.values())
    assert len(ran) == 2
    hidden = similar_counts(session, listed, pack=office.pack, may_read=lambda _facts: False)
    assert 2 == hidden[listed[0]]
    assert {} == similar_counts(session, [], pack=office.pack, may_read=lambda _facts: True)


def look_up(session, office, number):
    return similar_cases(session, number, pack=office.pack, may_read=lambda _facts: True)


HIDDEN = [{"identity": IdentityLevel.RESERVED}, {"kind": Kind.REPORT}]


@pytest.mark.parametrize("hidden", HIDDEN, ids=str)
def test_a_confidential_case_is_never_shown_nor_shows(session, office, hidden):
    mine = case(session, office, 2)
    secret = case(session, office, 1, **hidden)

    assert SimilarCases() == look(session, office, mine)
    assert SimilarCases() == look(session, office, secret)


def test_nor_one_that_names_a_member_of_the_staff(session, office):
    case(session, office, 1).named_officials = [99]
    mine = case(session, office, 2)

    assert SimilarCases() == look(session, office, mine)


def test_whether_it_may_be_read_is_asked_with_all_the_facts(session, office):
    case(session, office, 1).for_ombudsman = True
    mine = case(session, office, 2)

    found = look(session, office, mine, lambda facts: not facts.for_ombudsman)

    assert (("INFRA", 1),) == found.elsewhere


def test_who_asks_the_same_is_counted_with_the_first_one(session, office):
    first = case(session, later(office, days=-3), 1)
    second = case(session, later(office, days=-2), 2)
    third = case(session, later(office, days=-1), 3)
    again = case(session, office, 3, person=somebody(3))
    nowhere = case(session, office, 4, place=None)

    assert first.id == session.get_one(Adherence, second.id).first_id
    assert first.id == session.get_one(Adherence, third.id).first_id
    assert 3 == look(session, office, first).together == look(session, office, third).together
    assert first.id == session.get_one(Adherence, again.id).first_id
    assert 1 == look(session, office, nowhere).together


def test_the_newest_lead_to_the_first_and_no_more_are_compared(session, office, monkeypatch):
    monkeypatch.setattr(join_alike, "MOST", 1)
    first = case(session, later(office, days=-4), 1)
    case(session, later(office, days=-3), 2)
    third = case(session, later(office, days=-2), 3)
    case(session, later(office, days=-1), 4, text="Falta poda de los árboles frente al colegio.")

    assert first.id == session.get_one(Adherence, third.id).first_id
    assert session.get(Adherence, case(session, office, 5).id) is None


def test_an_answered_case_is_no_longer_joined(session, office):
    first = case(session, office, 1)
    answered(session, office, first)

    assert session.get(Adherence, case(session, office, 2).id) is None


def test_there_is_nothing_like_what_does_not_exist(session, office):
    assert SimilarCases() == similar_cases(
        session, "2026-999999-9", pack=office.pack, may_read=lambda _facts: True
    )
