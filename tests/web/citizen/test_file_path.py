"""How many pages lie between the first question and the receipt, and what is left out of them."""

from sqlalchemy import select

from pqrs.models import Petition
from tests.web.citizen.filling import ANSWERS, walk_on, walk_to
from tests.web.staff import writing

MOST_SCREENS = 8
UNCLEAR = "No entiendo, por favor ayuden, falta información y dirección"
"""Nearest to the topic that `routing.unclear` of entity.toml names."""


def test_a_clear_topic_is_told_and_can_be_changed(app, walker):
    review = walk_to(walker, "/radicar/revise")
    assert "Luminaria apagada. Lo leímos en lo que escribió." in review.html

    assert "/radicar/tema" == walker.open("/radicar/tema?volver=revise").path
    walker.submit(topic="other")
    assert ("/radicar/revise", False) == (walker.answer.path, "Lo leímos" in walker.answer.html)
    walker.submit()
    with writing(app) as session:
        assert session.scalars(select(Petition.number)).one()


def test_words_that_leave_a_doubt_are_asked_about(walker):
    assert "/radicar/tema" == walk_to(walker, "/radicar/tema", text="Otra cosa distinta").path
    assert "/radicar/revise" == walk_on(walker, "/radicar/revise").path


def test_nobody_is_told_that_they_cannot_be_understood(walker):
    answer = walk_to(walker, "/radicar/tema", text=UNCLEAR)
    assert ("/radicar/tema", False) == (answer.path, "incomprensible" in answer.html)
    walk_on(walker, "/radicar/listo")
    walker.submit()
    assert "El texto dice poco de qué se trata." in walker.answer.html
    assert "incomprensible" not in walker.answer.html


def test_an_answer_to_a_question_no_longer_asked_is_kept(walker):
    """A page that was open while the program changed, or before the capacity did."""
    walk_to(walker, "/radicar/datos", capacity="company")
    old = walker.prepare(body_name="Empresa Inventada", name="Persona Inventada")
    walker.open("/radicar/quien")
    walker.submit(identity="named", capacity="self")
    walker.send_form(old)

    assert ("/radicar/respuesta", True) == (
        walker.answer.path,
        "Persona Inventada" in walker.answer.html,
    )


def test_a_simple_petition_with_a_name_is_eight_pages_with_its_receipt(walker):
    passed = []
    walker.open("/radicar")
    for answers in [*ANSWERS.values(), {}]:
        passed.append(walker.answer.path)
        walker.submit(**answers)

    assert "/radicar/listo" == walker.answer.path
    assert MOST_SCREENS == len(set(passed)) + 1
