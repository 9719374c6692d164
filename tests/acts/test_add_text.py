"""More words and documents from the petitioner: kept, told, answered; no date moves."""

import pytest
from sqlalchemy import select

from pqrs.acts.add_text import add_text
from pqrs.acts.open_case import StaleError, UnknownCaseError
from pqrs.law import Kind, Refusal, TextAdded
from pqrs.models import Document
from tests.acts.own_case import WORDS, asked, letters, names, press, signed, texts
from tests.build import POTHOLE, a_kept_file, a_petition, last_event


def test_the_words_are_a_new_version_and_the_department_is_told(session, office):
    petition = a_petition(session, office)
    due_on = petition.due_on

    assert add_text(session, body=WORDS, **press(petition, office))

    assert [POTHOLE, WORDS] == texts(session, petition)
    assert TextAdded(petition.timeline()[-1].at, version=2) == petition.timeline()[-1]
    assert due_on == petition.due_on
    assert ("text_added", "department") in letters(session, petition)


def test_documents_alone_will_do_and_follow_those_that_came_first(session, office):
    first, other = a_kept_file(office), a_kept_file(office, b"%PDF-2", name="otra.pdf")
    petition = a_petition(session, office, documents=(first,))

    add_text(session, body="", documents=(first, other), **press(petition, office))

    rows = session.execute(select(Document.position, Document.name).order_by(Document.position))
    assert [(1, "carta.pdf"), (2, "otra.pdf")] == [tuple(row) for row in rows]
    last = last_event(petition, TextAdded)
    assert (1, None) == (last.documents, last.version)


def test_the_same_press_twice_adds_once(session, office):
    petition = a_petition(session, office)
    pressed = press(petition, office)

    assert [True, False] == [add_text(session, body=WORDS, **pressed) for _ in range(2)]
    assert [POTHOLE, WORDS] == texts(session, petition)


def test_another_file_is_not_taken_for_the_first_one(session, office):
    petition = a_petition(session, office)
    pressed = press(petition, office)
    first, other = a_kept_file(office), a_kept_file(office, b"%PDF-2", name="otra.pdf")
    add_text(session, body="", documents=(first,), **pressed)

    assert not add_text(session, body="", documents=(first,), **pressed)
    with pytest.raises(StaleError):
        add_text(session, body="", documents=(first, other), **pressed)


def test_other_words_from_an_old_page_are_not_taken_unseen(session, office):
    petition = a_petition(session, office)
    pressed = press(petition, office)
    asked(session, office, petition)

    with pytest.raises(StaleError):
        add_text(session, body=WORDS, **pressed)


@pytest.mark.parametrize("body", ["", "   \n"])
def test_nothing_is_not_added(session, office, body):
    petition = a_petition(session, office)
    with pytest.raises(Refusal, match="Escriba lo que quiere agregar"):
        add_text(session, body=body, **press(petition, office))


def test_once_the_answer_is_signed_there_are_other_ways(session, office):
    petition = signed(session, office, a_petition(session, office))
    with pytest.raises(Refusal, match="ya se firmó") as refused:
        add_text(session, body=WORDS, **press(petition, office))
    assert "Ley 1437 de 2011, artículo 15" == str(refused.value.citation)
    assert "text_added" not in names(petition)


def test_a_number_that_is_not_there(session, office):
    with pytest.raises(UnknownCaseError):
        add_text(session, body=WORDS, number="2026-999999-9", seen=1, office=office)


@pytest.mark.parametrize(
    ("kind", "audience"), [(Kind.CLAIM, "clerk"), (Kind.REPORT, "internal_control")]
)
def test_while_it_waits_for_routing_who_routes_it_is_told(session, office, kind, audience):
    petition = a_petition(session, office, topic=None, text="qwerty asdf", kind=kind)
    assert "intake" == petition.routed_by
    add_text(session, body=WORDS, **press(petition, office))

    told = {told for letter, told in letters(session, petition) if letter == "text_added"}
    assert {audience} == told
