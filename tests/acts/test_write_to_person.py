"""Both sides write, any number of times; neither moves a date nor learns who the other is."""

import pytest

from pqrs.acts.open_case import NotAllowedError
from pqrs.acts.write_to_office import write_to_office
from pqrs.acts.write_to_person import write_to_person
from pqrs.law import IdentityLevel, Refusal, Transferred
from pqrs.models import SYSTEM
from pqrs.office import Role
from pqrs.queries.messages import dialogue
from tests.acts.test_shield import a_report
from tests.build import a_kept_file, a_petition, a_press, answered


def write_back(session, office, petition, body, documents=(), seen=None):
    seen = petition.last_sequence if seen is None else seen
    press = {"number": petition.number, "seen": seen, "office": office}
    return write_to_office(session, body=body, documents=documents, **press)


@pytest.mark.parametrize("role", [Role.INTERNAL_CONTROL, Role.OFFICIAL, Role.HEAD])
def test_question_and_answer_any_number_of_times(session, office, role):
    petition = a_report(session, office, identity=IdentityLevel.ANONYMOUS)
    due = petition.due_on
    for turn in range(2):
        press = a_press(session, office, petition, role)
        write_to_person(session, body=f"¿Cuándo? {turn}", **press)
        assert dialogue(session, petition.number).waits_for_person
        files = (a_kept_file(office, f"{turn}".encode()),)
        assert write_back(session, office, petition, f"El martes {turn}", files)
        assert dialogue(session, petition.number).waits_for_office

    said = [(one.from_office, one.body) for one in dialogue(session, petition.number).messages]
    assert [(True, "¿Cuándo? 0"), (False, "El martes 0"), (True, "¿Cuándo? 1"),
            (False, "El martes 1")] == said  # fmt: skip
    assert due == petition.due_on


def test_it_goes_on_after_the_answer(session, office):
    petition = a_report(session, office)
    answered(session, office, petition)
    write_to_person(session, body="¿Hay algo más?", **_control(session, office, petition))

    assert write_back(session, office, petition, "Sí.")


def test_a_second_press_sends_nothing(session, office):
    petition = a_report(session, office)
    seen = petition.last_sequence
    assert write_back(session, office, petition, "Sí.", seen=seen)
    assert not write_back(session, office, petition, "Sí.", seen=seen)


def test_nothing_is_no_message(session, office):
    with pytest.raises(Refusal, match="15"):
        write_back(session, office, a_report(session, office), " ")


def test_what_another_authority_has_is_talked_about_there(session, office):
    petition = a_report(session, office)
    petition.record(Transferred(office.clock(), "PER", ""), actor=SYSTEM)

    for write in (
        lambda: write_back(session, office, petition, "Sí."),
        lambda: write_to_person(session, body="¿?", **_control(session, office, petition)),
    ):
        with pytest.raises(Refusal):
            write()


def test_whoever_gave_a_name_is_written_to_as_ever(session, office):
    petition = a_petition(session, office)

    with pytest.raises(NotAllowedError):
        write_to_person(session, body="¿?", **a_press(session, office, petition, Role.OFFICIAL))
    assert not dialogue(session, petition.number).is_open
    assert () == dialogue(session, "2026-999999-9").messages


def _control(session, office, petition):
    return a_press(session, office, petition, Role.INTERNAL_CONTROL)
