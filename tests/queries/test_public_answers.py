"""Published answers: found by words, offered while filing, and shown at their own address."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pqrs.acts.decide_answer import decide_answer, withdraw_answer
from pqrs.acts.propose_answer import Wording, propose_answer
from pqrs.office import Role
from pqrs.queries.public_answers import (
    ROWS,
    Sought,
    public_answer,
    public_answers,
    similar_answers,
)
from tests.build import an_official
from tests.statements import statements

TODAY = date(2026, 3, 17)
LAMP = Wording(
    question="¿Dónde aviso que una lámpara del alumbrado está apagada?",
    answer="Diga el barrio y el número del poste.",
    topic="SP-ALU-01",
    place=None,
    review_by=TODAY + timedelta(days=300),
)
DOG = replace(
    LAMP,
    question="¿Hay vacunación para perros en El Carmelo?",
    answer="Sí, gratis. Lleve el carné.",
    topic="AM-ZOO-01",
    place="EL-CARMELO",
)


@pytest.fixture
def publish(session, office):
    supervisor = an_official(session, Role.SUPERVISOR, None)

    def publish(wording=LAMP, department="PLAN", **how):
        writer = an_official(session, department=department)
        answer = propose_answer(session, wording, viewer=writer, office=office, looked=True, **how)
        decide_answer(session, answer, approve=True, reason="", viewer=supervisor, office=office)
        return answer

    return publish


def find(session, on=TODAY, **sought):
    return [one.id for one in public_answers(session, Sought(**sought), on).rows]


def test_a_list_is_narrowed_by_words_department_and_topic(session, publish):
    lamp, dog = publish(), publish(DOG, "SAL")

    assert [dog, lamp] == find(session)
    for text in ("alumbrado", "ALUNBRADO", "lanpara apagada", "bombillo", "la lampara dañada"):
        assert [lamp] == find(session, text=text), text
    assert [dog] == find(session, text="bacunacion de perros")
    assert [] == find(session, text="alumbrado", department="SAL")
    assert [dog] == find(session, department="SAL", topic="AM-ZOO-01")
    for nothing in ("%", "_", "¿de la?", "<script>", "xqz", "'; --", "lámpara de impuesto predial"):
        assert [] == find(session, text=nothing), nothing
    found = public_answers(session, Sought(text="predial"), TODAY)
    assert (("PLAN", "SAL"), ("AM-ZOO-01", "SP-ALU-01")) == (found.departments, found.topics)


def test_what_is_not_up_to_date_is_not_listed(session, publish):
    lamp = publish()

    assert [lamp] == find(session, on=LAMP.review_by)
    assert [] == find(session, on=LAMP.review_by + timedelta(days=1))


def test_pages_cost_the_same_however_many_there_are(session, publish):
    for number in range(ROWS + 2):
        publish(replace(LAMP, answer=f"Diga el barrio. Paso {number}."))

    for text in ("", "lampara apagada"):
        with statements(session) as ran:
            page = public_answers(session, Sought(text=text), TODAY)
        assert (ROWS, True) == (len(page.rows), page.has_more)
        assert len(ran) <= 3
        second = public_answers(session, Sought(text=text, page=2), TODAY)
        assert (2, False) == (len(second.rows), second.has_more)
        assert not {one.id for one in page.rows} & {one.id for one in second.rows}


def test_an_address_stays_when_its_answer_is_replaced_or_withdrawn(session, office, publish):
    lamp = publish()
    newer = publish(replace(LAMP, answer="Diga el barrio."), replaces=lamp)
    assert None is public_answer(session, 999)

    gone = public_answer(session, lamp)
    assert (None, "", newer, "") == (gone.answer, gone.reason, gone.replaced_by, gone.question)
    supervisor = an_official(session, Role.SUPERVISOR, None)
    withdraw_answer(session, newer, "Cambió", viewer=supervisor, office=office)
    assert "Cambió" == public_answer(session, newer).reason
    assert TODAY == public_answer(session, newer).withdrawn_on
    assert [] == find(session)


def test_what_was_not_published_has_no_address(session, office):
    answer = propose_answer(session, LAMP, viewer=an_official(session), office=office)

    assert None is public_answer(session, answer)


@pytest.mark.parametrize(
    ("text", "topics", "place", "offered"),
    [
        ("hay una lampara apagada en la esquina", ("SP-ALU-01",), None, "lamp"),
        ("qué día vacunan los perros", ("AM-ZOO-01",), "EL-CARMELO", "dog"),
        ("qué día vacunan los perros", ("AM-ZOO-01",), "VILLAGORGONA", ""),
        ("hay un hueco enorme en la calle", ("VI-MAL-01",), None, ""),
        ("me llegó muy caro el predial de la casa", ("HA-PRE-01",), None, ""),
        ("", ("SP-ALU-01",), None, ""),
    ],
)
def test_only_what_answers_is_offered_by_one_statement(
    session, office, publish, text, topics, place, offered
):
    ids = {"lamp": publish(), "dog": publish(DOG, "SAL")}
    with statements(session) as ran:
        found = similar_answers(
            session, text, topics=topics, place=place, pack=office.pack, on=TODAY
        )

    assert ([ids[offered]] if offered else []) == [one.id for one in found]
    assert len(ran) <= 1
