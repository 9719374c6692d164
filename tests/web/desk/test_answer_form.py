"""The form of an answer: this entity's topics and places, and what was there to begin with."""

from datetime import date

from pqrs.acts.propose_answer import Wording
from pqrs.web.desk.answer_form import AnswerForm

WORDING = Wording("¿Dónde?", "Aquí.", "VI-MAL-01", "EL-CARMELO", date(2027, 3, 17))


def test_it_begins_with_a_wording_and_gives_it_back(app):
    with app.test_request_context():
        form = AnswerForm()
        form.offer()
        form.begin(WORDING)

        assert WORDING == form.wording()
        assert {"", "VI-MAL-01"} <= {choice.value for choice in form.topic.choices}
        assert "El Carmelo" in {choice.label for choice in form.place.choices}
        assert ["17", "3", "2027"] == [part.value for part in form.review_by.parts]
