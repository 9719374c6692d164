"""The questions: choices, hints, and which are asked of whom."""

import pytest

from pqrs.law import IdentityLevel
from pqrs.web.citizen.file_path import steps_for
from pqrs.web.citizen.file_steps import (
    CARE,
    OTHER,
    PERSON,
    STEPS,
    TOPIC,
    KindForm,
    PlaceForm,
    TopicForm,
    place_choices,
)

CLEAR = "La lámpara del poste frente a mi casa está apagada."
"""Words whose topic nobody doubts."""


@pytest.fixture(autouse=True)
def request_context(app):
    with app.test_request_context():
        yield


def test_each_kind_says_its_term():
    hints = KindForm().hints()

    assert "Plazo: 15 días hábiles." in hints["claim"]
    assert "Plazo: 10 días hábiles." in hints["documents"]
    assert "Plazo: 30 días hábiles." in hints["consultation"]


def test_an_anonymous_person_is_asked_nothing_about_the_person():
    asked = {step.name for step in steps_for({"identity": IdentityLevel.ANONYMOUS})}

    assert {"file_care", "file_person", "file_reply"} == {step.name for step in STEPS} - asked


@pytest.mark.parametrize(
    ("answers", "asked"),
    [
        ({}, {TOPIC}),
        ({"text": "hola"}, {TOPIC}),
        ({"text": CLEAR}, set()),
        ({"text": CLEAR, "topic": OTHER}, {TOPIC}),
        ({"text": CLEAR, "capacity": "self"}, set()),
        ({"text": CLEAR, "capacity": "company"}, {PERSON}),
        ({"text": CLEAR, "capacity": "company", "identity": "anonymous"}, set()),
        ({"text": CLEAR, "kind": "report"}, {CARE}),
        ({"text": CLEAR, "kind": "report", "way": "report"}, set()),
    ],
)
def test_what_is_clear_is_not_asked(answers, asked):
    assert asked == {step for step in steps_for(answers) if step in {CARE, TOPIC, PERSON}}


def test_the_words_suggest_at_most_four_topics_and_a_way_out():
    form = TopicForm()
    form.prepare({"text": "La lámpara del poste está apagada"})
    codes = [choice.value for choice in form.topic.choices]

    assert "SP-ALU-01" in codes
    assert (OTHER, 5) == (codes[-1], len(codes))


def test_a_topic_chosen_for_an_earlier_text_stays():
    form = TopicForm.from_draft({"topic": "VI-MAL-01"})
    form.prepare({"text": "La lámpara del poste está apagada"})

    assert "VI-MAL-01" == form.topic.choices[0].value
    assert form.validate()


def test_every_place_is_offered_once(app):
    places = app.office.pack.places
    codes = [choice.value for choice in place_choices(places)]

    assert sorted(place.code for place in places) == sorted(codes)


def test_a_place_of_nowhere_is_refused():
    assert not PlaceForm.from_draft({"place": "ATLANTIS"}).validate()
