"""Published answers: found by words, offered while filing, and shown at their own address."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from pqrs.acts.decide_answer import decide_answer, withdraw_answer
from pqrs.acts.propose_answer import Wording, propose_answer
from pqrs.models import PublicAnswer
from pqrs.office import Role
from pqrs.queries.answer_desk import ROWS as AT_DESK
from pqrs.queries.answer_desk import Desk, desk_answer, desk_answers
from pqrs.queries.public_answers import (
    ROWS,
    Sought,
    public_answer,
    public_answers,
    similar_answers,
)
from tests.build import a_petition, an_official, answered
from tests.office.packs import candelaria
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

NOTICE = replace(
    LAMP,
    question="¿Por qué no pasa el carro de la basura esta semana?",
    answer="El camión se dañó. Pasa otra vez el lunes.",
    topic="SP-ASE-01",
    place="VILLAGORGONA",
    review_by=TODAY + timedelta(days=5),
)
"""What spares a petition for some days: written as an answer, with its place and its last day."""


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
    return [one.id for one in public_answers(session, Sought(**sought), on, candelaria()).rows]


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
    found = public_answers(session, Sought(text="predial"), TODAY, candelaria())
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
            page = public_answers(session, Sought(text=text), TODAY, candelaria())
        assert (ROWS, True) == (len(page.rows), page.has_more)
        assert len(ran) <= 3
        second = public_answers(session, Sought(text=text, page=2), TODAY, candelaria())
        assert (2, False) == (len(second.rows), second.has_more)
        assert not {one.id for one in page.rows} & {one.id for one in second.rows}


def test_an_address_stays_when_its_answer_is_replaced_or_withdrawn(session, office, publish):
    lamp = publish()
    newer = publish(replace(LAMP, answer="Diga el barrio."), replaces=lamp)
    assert None is public_answer(session, 999, candelaria())

    gone = public_answer(session, lamp, candelaria())
    assert (None, "", newer, "") == (gone.answer, gone.reason, gone.replaced_by, gone.question)
    supervisor = an_official(session, Role.SUPERVISOR, None)
    withdraw_answer(session, newer, "Cambió", viewer=supervisor, office=office)
    assert "Cambió" == public_answer(session, newer, candelaria()).reason
    assert TODAY == public_answer(session, newer, candelaria()).withdrawn_on
    assert None is public_answer(session, lamp, candelaria()).replaced_by
    assert [] == find(session)


def test_what_was_not_published_has_no_address(session, office):
    answer = propose_answer(session, LAMP, viewer=an_official(session), office=office)

    assert None is public_answer(session, answer, candelaria())


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


@pytest.mark.parametrize(
    ("place", "on", "is_offered"),
    [
        ("VILLAGORGONA", TODAY, True),
        ("EL-CARMELO", TODAY, False),
        ("VILLAGORGONA", NOTICE.review_by + timedelta(days=1), False),
    ],
)
def test_a_notice_is_offered_where_and_while_it_holds(
    session, office, publish, place, on, is_offered
):
    notice = publish(NOTICE)
    text = "Hace tres días no pasa el carro de la basura por mi cuadra"
    pack = office.pack
    found = similar_answers(session, text, topics=("SP-ASE-01",), place=place, pack=pack, on=on)

    assert ([notice] if is_offered else []) == [one.id for one in found]


def test_the_way_from_an_old_one_goes_through_all_its_successors(session, publish):
    old = publish()
    newer = publish(replace(LAMP, answer="Diga el barrio."), replaces=old)
    newest = publish(replace(LAMP, answer="Diga la calle."), replaces=newer)

    assert newest == public_answer(session, old, candelaria()).replaced_by


@pytest.fixture
def from_a_case(session, office, publish):
    case = a_petition(session, office)
    answered(session, office, case)
    return case, publish(department="INFRA", number=case.number)


def test_what_its_case_became_takes_it_from_sight_at_once(session, office, from_a_case):
    case, answer = from_a_case
    assert [answer] == find(session, text="alumbrado")
    case.named_officials = [7]

    assert [] == find(session)
    page = public_answer(session, answer, candelaria())
    assert (None, "", None) == (page.answer, page.question, page.withdrawn_on)
    how = {"topics": (LAMP.topic,), "place": None, "pack": office.pack, "on": TODAY}
    assert () == similar_answers(session, LAMP.question, **how)
    desk = Desk(an_official(session, Role.SUPERVISOR, None), TODAY, office.pack)
    found = desk_answers(session, desk)
    assert ([(answer, False)], ()) == ([(x.id, x.is_fit) for x in found.due], found.published)


def test_the_number_of_its_case_is_for_who_may_make_an_answer_of_it(session, office, from_a_case):
    case, answer = from_a_case
    one, other = an_official(session), an_official(session)

    def number_for(viewer):
        found = desk_answer(session, answer, Desk(viewer, TODAY, office.pack))
        assert found.is_of_case
        return found.number

    assert case.number == number_for(one)
    assert "" == number_for(an_official(session, Role.SUPERVISOR, None))
    case.named_officials = [one.official_id]
    assert ("", "") == (number_for(one), number_for(other))


def test_the_heir_of_a_department_has_its_answers(session, office, publish):
    answer = publish(department="INFRA")
    departments = tuple(
        replace(body, valid_until=TODAY - timedelta(days=1), successor="PLAN")
        if body.code == "INFRA"
        else body
        for body in office.pack.departments
    )
    after = replace(office, pack=replace(office.pack, departments=departments))
    heir = an_official(session, department="PLAN")

    assert (answer,) == tuple(
        one.id for one in desk_answers(session, Desk(heir, TODAY, after.pack)).published
    )
    found = public_answers(session, Sought(department="PLAN"), TODAY, after.pack)
    assert ([answer], ("PLAN",)) == ([one.id for one in found.rows], found.departments)
    wording = replace(LAMP, answer="Diga el barrio.")
    newer = propose_answer(session, wording, viewer=heir, office=after, replaces=answer)
    assert answer == session.get_one(PublicAnswer, newer).replaces


def test_all_that_waits_is_shown_and_what_ended_is_turned_by_pages(session, office, publish):
    writer = an_official(session)
    supervisor = an_official(session, Role.SUPERVISOR, None)
    desk = Desk(supervisor, TODAY, office.pack)
    waiting = [
        propose_answer(
            session, replace(LAMP, answer=f"Paso {one}."), viewer=writer, office=office, looked=True
        )
        for one in range(AT_DESK + 2)
    ]
    assert waiting == [one.id for one in desk_answers(session, desk).waiting]

    for one in waiting:
        how = {"approve": False, "reason": "No", "viewer": supervisor, "office": office}
        decide_answer(session, one, **how)
    first, second = (desk_answers(session, desk, page) for page in (1, 2))
    assert (AT_DESK, True, 2, False) == (
        len(first.ended), first.has_more, len(second.ended), second.has_more,
    )  # fmt: skip
