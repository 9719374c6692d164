"""What an answer decides, and what a denial must say."""

import pytest

from pqrs.law import Kind
from pqrs.models import ReplyText, by_number
from pqrs.office import Role
from tests.build import a_petition, answered, later
from tests.web.staff import a_case, at_work, found, text_of, writing

BODY = "No podemos entregarle ese documento."
DENIAL = {
    "decision": "denied",
    "provision": "Ley 1712 de 2014, artículo 18, literal a",
    "reserve": "classified_information",
    "present": "Revela la historia clínica de otra persona.",
    "probable": "Quedaría a la vista de cualquiera.",
    "specific": "La señora que pidió la ayuda.",
    "gives_rest": "yes",
}


@pytest.fixture
def number(app):
    return a_case(app, kind=Kind.INFORMATION)


def write(app, number, **fields):
    official = at_work(app)
    official.open(f"/bandeja/{number}")
    official.submit(body=BODY, **fields)
    return official


def draft_of(app, number):
    with app.app_context(), app.sessions() as session:
        petition = by_number(session, number)
        return session.query(ReplyText).filter_by(petition_id=petition.id).one_or_none()


def test_a_denial_says_why_and_what_remains(app, number):
    official = write(app, number, **DENIAL)

    words = text_of(official)
    assert f"/bandeja/{number}/respuesta" == official.answer.path
    assert DENIAL["provision"] in words
    assert "clasificada (Ley 1712 de 2014, artículo 18)" in words
    assert "Puede insistir por escrito" in words
    assert "10 días hábiles" in words
    head = at_work(app, Role.HEAD)
    head.open(f"/bandeja/{number}/respuesta")
    head.send_form(next(form for form in head.forms() if form.action.endswith("/firmar")))
    with app.app_context(), app.sessions() as session:
        event = by_number(session, number).timeline()[-1]
        assert "denied" == event.decision
    assert DENIAL["present"] in text_of(head)


@pytest.mark.parametrize("name", sorted(set(DENIAL) - {"decision"}))
def test_each_thing_that_a_denial_lacks_is_asked_for(app, number, name):
    official = write(app, number, **{key: text for key, text in DENIAL.items() if key != name})

    assert 422 == official.answer.status
    assert "Revise lo siguiente" in text_of(official)
    assert BODY in official.answer.html
    assert draft_of(app, number) is None


def test_after_positive_silence_no_denial_is_offered_and_copies_are_due(app):
    with writing(app) as session:
        past = later(app.office, days=-40)
        number = a_petition(session, past, kind=Kind.DOCUMENTS).number
    official = at_work(app)
    official.open(f"/bandeja/{number}")

    assert "lo pedido se entiende aceptado" in text_of(official)
    assert "Entregue las copias a más tardar el" in text_of(official)
    form = official.prepare(body=BODY)
    assert {"responded", "granted", "nobodys"} == form.offers["decision"]
    form.values.append(("decision", "denied"))
    form.values = [pair for pair in form.values if pair != ("decision", "responded")]
    official.send_form(form)
    assert 422 == official.answer.status
    assert draft_of(app, number) is None


def test_another_kind_is_denied_without_those_reasons(app):
    number = a_case(app, kind=Kind.CLAIM)
    official = write(app, number, decision="denied")

    assert f"/bandeja/{number}/respuesta" == official.answer.path
    assert "denied" == draft_of(app, number).decision


def test_it_may_refer_to_an_answer_already_given(app, number):
    earlier = a_case(app)
    assert "Revise el número" in text_of(write(app, number, refers_to="ayer"))
    assert "No hay otra petición respondida" in text_of(write(app, number, refers_to=earlier))
    assert "No hay otra petición respondida" in text_of(write(app, number, refers_to=number))
    with writing(app) as session:
        answered(session, app.office, found(session, earlier))

    official = write(app, number, refers_to=earlier.replace("-", " "))

    assert f"ya respondimos la petición {earlier}" in text_of(official)
    assert earlier == draft_of(app, number).refers_to


def test_the_draft_comes_back_as_it_was(app, number):
    official = write(app, number, **DENIAL)
    official.open(f"/bandeja/{number}")

    values = dict(official.form_with({"body"}).values)
    assert DENIAL.items() <= values.items()
