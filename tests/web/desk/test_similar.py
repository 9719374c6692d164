"""Beside a case, those like it."""

from pqrs.acts.file_petition import Person
from pqrs.law import Kind
from pqrs.office import Role
from tests.web.staff import a_case, at_work, text_of

THERE = {"place": "VILLAGORGONA"}


def asked_by(app, number, **changes):
    person = Person(name="Inventada", document_type="CC", document_number=str(number))
    return a_case(app, **{**THERE, "person": person, **changes})


def test_the_official_sees_repeated_and_other_petitions_apart(app):
    earlier = asked_by(app, 1)
    other = asked_by(app, 2)
    mine = asked_by(app, 1)
    official = at_work(app)

    official.open(f"/bandeja/{mine}")

    words = text_of(official)
    assert "De la misma persona: puede ser reiterativa" in words
    assert "De otras personas, sobre lo mismo" in words
    assert f'href="/bandeja/{earlier}"' in official.answer.html
    assert f'href="/bandeja/{other}"' in official.answer.html
    assert "Piden lo mismo 2 personas" in words
    assert "una sola respuesta" not in words


def test_many_of_general_interest_may_be_answered_together(app):
    for number in range(11):
        last = asked_by(app, number, kind=Kind.GENERAL_INTEREST)
    official = at_work(app)

    official.open(f"/bandeja/{last}")

    words = text_of(official)
    assert "Piden lo mismo 11 personas" in words
    assert "la ley deja dar una sola respuesta" in words
    assert "Y 4 más." in words


def test_the_clerk_sees_how_many_are_somewhere_and_opens_only_those_that_wait(app):
    text = "qwerty asdfgh zxcvbn poiuyt"
    routed = asked_by(app, 1, text=text)
    waiting = asked_by(app, 2, text=text, topic=None)
    mine = asked_by(app, 3, text=text, topic=None)
    clerk = at_work(app, Role.CLERK, None)

    clerk.open(f"/ventanilla/{mine}")

    words = text_of(clerk)
    assert "Otras que usted no ve: 1 en Secretaría de Infraestructura" in words
    assert f'href="/ventanilla/{waiting}"' in clerk.answer.html
    assert routed not in clerk.answer.html
