"""The page that gives a petition back to be made clear."""

from pqrs.law import Phase
from tests.web.staff import a_case, at_work, petition_of, text_of


def test_the_person_reads_what_to_make_clear_and_until_when(app):
    number = a_case(app)
    official = at_work(app)
    official.open(f"/bandeja/{number}/aclarar")
    assert "Tiene hasta el" in text_of(official)

    official.submit(items="¿De qué calle habla?")

    assert Phase.WAITING is petition_of(app, number).phase
    assert "<li>¿De qué calle habla?</li>" in official.answer.html
