"""The dialogue from both sides, at the pages; and the shield, by role and route."""

import pytest

from pqrs.models import Official
from pqrs.office import Role
from pqrs.outside.now import today
from pqrs.outside.passwords import hash_password
from tests.filing import read_receipt, seen
from tests.walker import Walker, into_flask
from tests.web.citizen.reporting import tell
from tests.web.staff import PASSWORD, at_work, text_of, writing

QUESTION = "¿En qué oficina le cobraron?"
ANSWER = "En la ventanilla dos, el martes."


@pytest.fixture
def told(app, walker):
    """A report without a name: number, code, and the browser of whoever filed it."""
    tell(walker, involved="el jefe de Hacienda", office="HAC")
    return read_receipt(walker)


def reporter(app, told):
    walker = Walker(into_flask(app.test_client()))
    walker.open("/seguimiento")
    walker.submit(number=told[0], code=told[1])
    return walker


def test_question_answer_and_question_again(app, told):
    control = at_work(app, Role.INTERNAL_CONTROL, None)
    for turn in ("", " ¿Y después?"):
        control.open(f"/bandeja/{told[0]}/mensaje")
        control.submit(body=QUESTION + turn)
        assert "Envió el mensaje" in seen(control.answer.html)

        person = reporter(app, told)
        assert ">Contestar<" in person.answer.html
        assert QUESTION + turn in seen(person.answer.html)
        assert "Persona De La Entidad" not in person.answer.html

        person.open("/seguimiento/mensajes")
        person.submit(text=ANSWER + turn)
        assert "Enviamos su mensaje" in seen(person.answer.html)
        assert ">Contestar<" not in person.answer.html

        case = control.open(f"/bandeja/{told[0]}")
        assert ANSWER + turn in seen(case.html)
        assert "Contestarle a la persona" in seen(case.html)


def test_an_empty_message_is_asked_for_again(app, told):
    control = at_work(app, Role.INTERNAL_CONTROL, None)
    control.open(f"/bandeja/{told[0]}/mensaje")
    control.submit(body="  ")
    assert (422, True) == (
        control.answer.status,
        "Escriba qué le quiere preguntar" in control.answer.html,
    )

    person = reporter(app, told)
    person.open("/seguimiento/mensajes")
    person.submit(text="")
    assert 409 == person.answer.status


def test_the_desk_sees_days_and_no_hours(app, told):
    case = at_work(app, Role.INTERNAL_CONTROL, None).open(f"/bandeja/{told[0]}").html
    history = case[case.index('id="history"') :]

    assert 'datetime="2026' in history
    assert "a.\xa0m." not in history
    assert "p.\xa0m." not in history
    assert not [piece for piece in history.split('datetime="')[1:] if "T" in piece[:16]]


def test_who_writes_over_an_old_page_reads_the_day_of_what_happened_and_no_hour(app, told):
    control = at_work(app, Role.HEAD, "CI")
    control.open(f"/bandeja/{told[0]}")
    form = control.prepare(body="Estamos averiguando.")
    person = reporter(app, told)
    person.open("/seguimiento/mensajes")
    person.submit(text=ANSWER)
    control.send_form(form)
    words = text_of(control)
    title = words[words.index("cambió este caso:") :][:90]

    assert 409 == control.answer.status
    assert f"de {today().year}. Revise antes de guardar." in title


def test_the_page_of_a_report_does_not_say_its_topic(app, told, walker):
    """Neither after sending nor later, nor in its history: somebody may be watching."""
    assert "Denuncia de corrupción" not in seen(walker.answer.html)
    assert "Denuncia de corrupción" not in seen(reporter(app, told).answer.html)
    case = at_work(app, Role.HEAD, "CI").open(f"/bandeja/{told[0]}").html
    assert "Denuncia de corrupción" in seen(case), "whoever decides on it reads why it is theirs"


def test_what_a_named_reporter_adds_has_its_day_and_no_hour(app, walker):
    tell(walker, identity="named")
    told = read_receipt(walker)
    person = reporter(app, told)
    person.open("/seguimiento/agregar")
    person.submit(text="Me acordé de algo más.")
    case = seen(at_work(app, Role.INTERNAL_CONTROL, None).open(f"/bandeja/{told[0]}").html)
    added = case[case.index("Agregó el") :][:60]

    assert "m." not in added.replace("Me", "")


ROUTES = (
    "/bandeja/{}", "/bandeja/{}/mensaje", "/bandeja/{}/completar", "/bandeja/{}/respuesta",
    "/bandeja/{}/trasladar", "/bandeja/{}/adjuntos/1", "/bandeja/{}/plazo.ics", "/ventanilla/{}",
    "/bandeja/{}/prorrogar",
)  # fmt: skip
LISTS = ("/bandeja", "/ventanilla", "/propuestas", "/bandeja/evaluaciones",
         "/bandeja/evaluaciones/revisiones")  # fmt: skip
EVERYBODY = [
    *((role, code) for role in (Role.OFFICIAL, Role.HEAD) for code in ("HAC", "CI", "INFRA")),
    *((role, None) for role in Role if role not in {Role.OFFICIAL, Role.HEAD}),
]


def read_by(app, number):
    """Who among everybody opens the case; all routes say 404 to the rest, and no list names it."""
    readers = set()
    for role, code in EVERYBODY:
        walker = at_work(app, role, code)
        if walker.open(f"/bandeja/{number}").status == 200:
            readers.add((role.value, code))
            continue
        for route in ROUTES:
            answer = walker.open(route.format(number))
            assert answer.status in {403, 404, 405}, (role, code, route, answer.status)
            assert "Cobran por poner" not in answer.html
        for path in LISTS:
            answer = walker.open(path)
            assert number not in answer.html, (role, code, path)
            assert "Cobran por poner" not in answer.html, (role, code, path)
    return readers


def test_whom_a_report_names_never_sees_it(app, told):
    assert {("internal_control", None), ("official", "CI"), ("head", "CI")} == read_by(app, told[0])


def test_a_report_about_internal_control_is_seen_by_the_ombudsman_alone(app, walker):
    tell(walker, office="CI")
    number, _code = read_receipt(walker)
    ombudsman = at_work(app, Role.OMBUDSMAN, None)

    assert {("ombudsman", None)} == read_by(app, number)
    assert number in ombudsman.open("/ventanilla").html
    ombudsman.open(f"/bandeja/{number}/mensaje")
    ombudsman.submit(body=QUESTION)
    assert "Envió el mensaje" in seen(ombudsman.answer.html)


def test_a_person_named_by_name_is_told_that_there_is_no_such_case(app, walker):
    with writing(app) as session:
        official = Official(email="z@example.com", name="Zulma Quesada Vaca", role=Role.HEAD,
                            department="CI", password_hash=hash_password(PASSWORD))  # fmt: skip
        session.add(official)
    tell(walker, involved="Zulma Quesada, la jefe")
    number, _code = read_receipt(walker)
    named = Walker(into_flask(app.test_client()))
    named.open("/ingresar")
    named.submit(email="z@example.com", password=PASSWORD)

    assert 404 == named.open(f"/bandeja/{number}").status
    assert number not in named.open("/bandeja").html
