"""The department's queue."""

import pytest

from pqrs.law import IdentityLevel
from pqrs.office import Role
from tests.build import answered
from tests.web.staff import a_case, at_work, petition_of, text_of, writing

URGENT = "Hay un cable de energía caído en la calle y chispea, un niño casi lo toca."


def test_it_shows_what_my_department_owes(app):
    number = a_case(app)
    elsewhere = a_case(app, topic=topic_of(app, "PLAN"))

    queue = at_work(app)

    words = text_of(queue)
    assert number in words
    assert elsewhere not in words
    for each in ("Por responder (1)", "Reclamo", "hábiles", "Despu"):
        assert each in words
    assert f'href="/bandeja/{number}"' in queue.answer.html


def topic_of(app, department):
    topics = app.office.pack.topics
    return next(topic.topic_id for topic in topics if topic.department == department)


def test_danger_to_life_comes_first(app):
    later = [a_case(app) for _ in range(2)]
    urgent = a_case(app, text=URGENT)

    words = text_of(at_work(app))

    assert words.index(urgent) < min(words.index(number) for number in later)
    assert "Peligro para la vida (art. 20)" in words
    assert "Art. 20" in words


def test_tabs_follow_the_phase(app):
    number = a_case(app)
    with writing(app) as session:
        petition = session.merge(petition_of(app, number))
        answered(session, app.office, petition, opened=False)
    queue = at_work(app)
    assert number not in text_of(queue)

    queue.open("/bandeja?fase=firmadas")

    assert number in text_of(queue)
    assert "Firmadas sin entregar (1)" in text_of(queue)


def test_what_waits_at_the_intake_desk_is_nobody_s_yet(app):
    number = a_case(app, text="Zzz", topic=None)

    assert number not in text_of(
        at_work(app, Role.OFFICIAL, app.office.pack.entity.citizen_service)
    )


@pytest.mark.parametrize(
    "query",
    ["pagina=-1", "pagina=0", "pagina=1e9", "pagina=NaN", "pagina=1.5", "pagina=٣",
     "pagina=" + "9" * 30, "pagina=2&pagina=3", "fase=nada", "tipo=nada&plazo=nada",
     "fase=%27%20OR%201%3D1--", "tipo=claim", "plazo=despues", "numero=", "size=1000000"],
)  # fmt: skip
def test_whatever_stands_in_the_address_the_list_is_shown(app, query):
    number = a_case(app)
    queue = at_work(app)

    queue.open(f"/bandeja?{query}")

    assert 200 == queue.answer.status
    assert number in text_of(queue)


def test_filters_narrow_and_stay_in_the_address(app):
    for _ in range(26):
        number = a_case(app)
    queue = at_work(app)
    queue.open("/bandeja?tipo=claim&plazo=despues")
    assert "Página 1 de 2" in text_of(queue)
    assert "tipo=claim&amp;plazo=despues&amp;pagina=2" in queue.answer.html

    queue.open("/bandeja?tipo=claim&plazo=despues&pagina=99")
    assert "Página 2 de 2" in text_of(queue)
    assert number in text_of(queue)

    queue.open("/bandeja?tipo=praise")
    assert number not in text_of(queue)
    queue.open("/bandeja?plazo=vencidas")
    assert number not in text_of(queue)


@pytest.mark.parametrize(("mark", "instead"), [("-", "-"), ("-", ""), ("-", " "), ("-", "–")])
def test_a_number_is_found_however_it_is_written(app, mark, instead):
    number = a_case(app)
    queue = at_work(app)

    queue.submit(numero=f" {number.replace(mark, instead)} ")

    assert f"/bandeja/{number}" == queue.answer.path


@pytest.mark.parametrize(
    "case", ["another department", "reserved", "unknown", "no number", "quotes"]
)
def test_a_number_that_is_not_for_me_gets_one_message(app, case):
    written = {
        "another department": lambda: a_case(app),
        "reserved": lambda: a_case(app, identity=IdentityLevel.RESERVED),
        "unknown": lambda: "2026-999999-0",
        "no number": lambda: "el de ayer",
        "quotes": lambda: '" OR NEAR( *',
    }[case]()
    queue = at_work(app, Role.OFFICIAL, "PLAN")

    queue.submit(numero=written)

    assert 200 == queue.answer.status
    assert "No encontramos la petición" in text_of(queue)


@pytest.mark.parametrize("written", ["\x00", "1" * 61, "<script>alert(1)</script>", "%%__" * 15])
def test_what_is_no_number_at_all_breaks_nothing(app, written):
    queue = at_work(app)

    queue.submit(numero=written)

    assert 200 == queue.answer.status
    assert "<script>alert" not in queue.answer.html


@pytest.mark.parametrize(
    ("role", "status"),
    [
        (Role.CLERK, 403),
        (Role.ADMIN, 403),
        (Role.AUDITOR, 403),
        (Role.INTERNAL_CONTROL, 403),
        (Role.HEAD, 200),
    ],
)
def test_it_is_for_people_of_a_department(app, role, status):
    person = at_work(app, role, "INFRA" if role is Role.HEAD else None)

    person.open("/bandeja")

    assert status == person.answer.status


def test_nobody_is_asked_who_they_are(client):
    answer = client.get("/bandeja")

    assert 303 == answer.status_code
    assert "/ingresar?next=/bandeja" == answer.location
